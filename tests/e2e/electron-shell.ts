import { fork, type ChildProcess } from "node:child_process"
import { join } from "node:path"
import { _electron, chromium, type ElectronApplication, type Page } from "@playwright/test"
import type { Answer } from "../../main/bridge/contract.ts"
import { electronPackage, electronProgram } from "../../main/shell/electron-program.ts"
import type { KnockedDoor } from "../build/knock.ts"
import type { Direction, Report } from "./electron-double/direct.ts"
import type { StartedDesk } from "./started-desk.ts"

const MAIN = "dist/electron/main.js"
const HOOK = new URL("./electron-double/hook.ts", import.meta.url).href

/** What else a platform or a person does to the Electron shell, beyond what happens in its page. */
export interface ElectronDesk extends StartedDesk {
  /** Windows that are open, by their titles. */
  titles(): Promise<readonly string[]>
  /** A person closes the window. */
  closeWindow(): Promise<void>
  /** Somebody starts the program again with these arguments. */
  startAgain(...args: string[]): Promise<void>
  /** The platform asks to open a file, as Finder does. */
  openFile(path: string): Promise<void>
  /** The next window that opens, or one that did. */
  window(index: number): Promise<Page>
  readonly ended: Promise<number | null>
}

/** Starts the built Electron shell on the double of Electron's API, its files under `folder`. */
export async function startDouble(folder: string, issue: string | null): Promise<ElectronDesk> {
  const child = fork(MAIN, issue === null ? [] : [issue], {
    execArgv: ["--import", HOOK],
    env: { ...process.env, BANXIN_HOME: join(folder, "program") },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  })
  let said = ""
  child.stdout!.on("data", (text: Buffer) => void (said += text.toString()))
  child.stderr!.on("data", (text: Buffer) => void (said += text.toString()))
  const ended = new Promise<number | null>((settle) => child.on("exit", settle))
  const report = await reported(child, () => said)
  if (!("endpoint" in report)) throw new Error("the double told no endpoint")
  const browser = await chromium.connectOverCDP(report.endpoint)
  const window = async (index: number): Promise<Page> => {
    const shown = await waited(() => {
      const page = browser.contexts()[0]?.pages()[index]
      return page?.url() === "about:blank" ? undefined : page
    })
    await shown.waitForLoadState()
    return shown
  }
  const page = await window(0)
  await page.setViewportSize({ width: 1440, height: 900 })
  const perform = (direction: Direction): Promise<void> => {
    child.send(direction)
    return Promise.resolve()
  }
  return {
    page,
    origin: "https://desk.app.invalid",
    printed: () => said,
    ended,
    window,
    choose: (...paths) => perform({ act: "choose", paths }),
    openDoor: () => Promise.resolve(doorIn(page)),
    closeWindow: () => perform({ act: "close" }),
    startAgain: (...args) => perform({ act: "second instance", args }),
    openFile: (path) => perform({ act: "open file", path }),
    async titles() {
      await perform({ act: "titles" })
      const answer = await reported(child, () => said)
      return "titles" in answer ? answer.titles : []
    },
    async stop() {
      if (child.connected) await perform({ act: "quit" })
      return ended
    },
    async kill() {
      child.kill("SIGKILL")
      await ended
    },
  }
}

/** Starts the built shell in real Electron; to be called only where its binary is installed. */
export async function startElectron(folder: string, issue: string | null): Promise<ElectronDesk> {
  const installed = electronPackage()
  const program = installed && electronProgram(installed)
  if (!program) throw new Error("Electron's binary is not installed")
  let said = ""
  const electron = await _electron.launch({
    executablePath: program,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      MAIN,
      ...(issue === null ? [] : [issue]),
    ],
    env: { ...process.env, BANXIN_HOME: join(folder, "program") } as Record<string, string>,
  })
  const child = electron.process()
  child.stdout?.on("data", (text: Buffer) => void (said += text.toString()))
  const ended = new Promise<number | null>((settle) => child.on("exit", settle))
  const page = await electron.firstWindow()
  return {
    page,
    origin: "app://desk",
    printed: () => said,
    ended,
    window: (index) => waited(() => electron.windows()[index]),
    openDoor: () => Promise.resolve(doorIn(page)),
    ...directions(electron),
    async stop() {
      await electron.close()
      return ended
    },
    async kill() {
      child.kill("SIGKILL")
      await ended
    },
  }
}

function directions(
  electron: ElectronApplication,
): Pick<ElectronDesk, "choose" | "titles" | "closeWindow" | "startAgain" | "openFile"> {
  return {
    choose: (...paths) =>
      electron.evaluate(({ dialog }, chosen) => {
        const canceled = chosen.length === 0
        dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths: chosen })
        dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: chosen[0] ?? "" })
      }, paths),
    titles: () =>
      electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.getTitle()),
      ),
    closeWindow: () =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.close()),
    startAgain: (...args) =>
      electron.evaluate(({ app }, argv) => {
        app.emit("second-instance", {}, argv, process.cwd(), null)
      }, args),
    openFile: (path) =>
      electron.evaluate(({ app }, file) => {
        app.emit("open-file", { preventDefault: () => undefined }, file)
      }, path),
  }
}

/** The door that the preload gave the page. */
function doorIn(page: Page): KnockedDoor {
  return {
    call: async (name, ...args) => {
      const answer = await page.evaluate(
        ([call, given]) => (window as unknown as { banxin: PageDoor }).banxin.call(call, ...given),
        [name, args] as const,
      )
      return answer as never
    },
    events: [],
    close: () => undefined,
  }
}

interface PageDoor {
  call(name: string, ...args: readonly unknown[]): Promise<Answer<unknown>>
}

/** The next thing that the double reports; throws what it said when it ends first. */
function reported(child: ChildProcess, said: () => string): Promise<Report> {
  return new Promise((settle, fail) => {
    child.once("message", settle as (message: unknown) => void)
    child.once("exit", () => fail(new Error(`the double ended:\n${said()}`)))
  })
}

async function waited<T>(look: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 300; tries++) {
    const found = look()
    if (found !== undefined) return found
    await new Promise((settle) => setTimeout(settle, 50))
  }
  throw new Error("no window came")
}
