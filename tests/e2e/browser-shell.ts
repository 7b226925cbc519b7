import { spawn, type ChildProcess } from "node:child_process"
import { basename, dirname, join } from "node:path"
import { expect, type Browser, type Page } from "@playwright/test"
import { openNodeDoor, type KnockedDoor } from "../build/knock.ts"
import type { StartedDesk } from "./started-desk.ts"

/** A started host of the browser shell. */
export interface StartedHost extends Pick<StartedDesk, "origin" | "printed" | "stop" | "kill"> {
  /** The address that it printed; its ticket is good once. */
  readonly address: string
}

/** Starts the host as `npm start` does, without a window, its files under `folder`. */
export async function startHost(folder: string, issue: string | null = null): Promise<StartedHost> {
  const args = ["main/cli/banxin.mjs", "start", "--shell", "browser"]
  const child = spawn(process.execPath, issue === null ? args : [...args, issue], {
    env: { ...process.env, BANXIN_HOME: join(folder, "program"), BANXIN_NO_OPEN: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let said = ""
  child.stdout.on("data", (text: Buffer) => void (said += text.toString()))
  child.stderr.on("data", (text: Buffer) => void (said += text.toString()))
  const ended = new Promise<number | null>((settle) => child.on("exit", settle))
  const address = await addressIn(() => said, child)
  return {
    address,
    origin: new URL(address).origin,
    printed: () => said,
    stop() {
      child.kill("SIGTERM")
      return ended
    },
    async kill() {
      child.kill("SIGKILL")
      await ended
    },
  }
}

async function addressIn(said: () => string, child: ChildProcess): Promise<string> {
  const began = performance.now()
  while (performance.now() - began < 60_000 && child.exitCode === null) {
    const address = /http:\S+#ticket=\S+/.exec(said())
    if (address) return address[0]
    await new Promise((settle) => setTimeout(settle, 50))
  }
  throw new Error(`the host printed no address:\n${said()}`)
}

/** Opens the desk of a started host in a browser; its context ends with it. */
export async function openInBrowser(browser: Browser, host: StartedHost): Promise<StartedDesk> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(host.address)
  await waitForSession(page)
  return {
    ...host,
    page,
    choose: (...paths) => chooseInDesk(page, paths),
    openDoor: () => openDoorOf(page, host),
    async stop() {
      await context.close()
      return host.stop()
    },
  }
}

/** Waits until the page has swapped its ticket for the session secret. */
export async function waitForSession(page: Page): Promise<void> {
  // The desk's policy forbids eval, which Playwright's own waiting would need.
  const secret = () => page.evaluate("sessionStorage.getItem('banxin.session')")
  await expect.poll(secret).not.toBeNull()
}

/** Opens a door from Node with the secret that the page got for the ticket. */
export async function openDoorOf(page: Page, { origin }: StartedHost): Promise<KnockedDoor> {
  const secret = String(await page.evaluate("sessionStorage.getItem('banxin.session')"))
  const door = await openNodeDoor(origin, secret)
  if (typeof door === "number") throw new Error(`the door was refused: ${door}`)
  return door
}

/** Names a file in the desk's own chooser. */
async function chooseInDesk(page: Page, paths: readonly string[]): Promise<void> {
  const [path, more] = paths
  if (path === undefined || more !== undefined) throw new Error("one path at a time")
  await page.getByLabel(/^(文件夹|Folder)$/).fill(dirname(path))
  await page.getByLabel(/^(文件名|File name)$/).fill(basename(path))
  await page.getByRole("button", { name: /^确\s?定$/ }).click()
}
