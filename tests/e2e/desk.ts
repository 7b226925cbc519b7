import { spawn, type ChildProcess } from "node:child_process"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { chromium, expect, test as base, type Browser, type Page } from "@playwright/test"
import { findBrowser } from "../../main/shell/browser/find-browser.ts"
import { openNodeDoor, type KnockedDoor } from "../build/knock.ts"

/** A started host of the browser shell. */
export interface StartedHost {
  /** The address that it printed; its ticket is good once. */
  readonly address: string
  readonly origin: string
  /** Everything that it printed so far. */
  printed(): string
  /** Ends it as a user's Ctrl-C does; the exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
}

interface DeskFixtures {
  /** A folder of this test's own; the program keeps its files in `program` below it. */
  readonly folder: string
  readonly host: StartedHost
  /** The desk's page, opened by the printed address. */
  readonly page: Page
  /** A second door of the same session, from Node. */
  readonly door: KnockedDoor
}

interface DeskWorker {
  readonly chromiumHere: Browser
}

/** The desk in the browser shell: a fresh host and page for each test, one browser for all. */
export const test = base.extend<DeskFixtures, DeskWorker>({
  chromiumHere: [
    async ({ browserName: _ }, use) => {
      const browser = await launchChromium()
      await use(browser)
      await browser.close()
    },
    { scope: "worker" },
  ],

  folder: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "banxin-e2e-"))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },

  host: async ({ folder }, use) => {
    const host = await startHost(folder)
    await use(host)
    await host.stop()
  },

  page: async ({ chromiumHere, host }, use) => {
    const context = await chromiumHere.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await page.goto(host.address)
    await waitForSession(page)
    await use(page)
    await context.close()
  },

  door: async ({ page, host }, use) => {
    const door = await openDoorOf(page, host)
    await use(door)
    door.close()
  },
})

export { expect } from "@playwright/test"

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
  while (performance.now() - began < 30_000 && child.exitCode === null) {
    const address = /http:\S+#ticket=\S+/.exec(said())
    if (address) return address[0]
    await new Promise((settle) => setTimeout(settle, 50))
  }
  throw new Error(`the host printed no address:\n${said()}`)
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

/** The system's browser; without its sandbox for root only, who has none. */
async function launchChromium(): Promise<Browser> {
  const browser = findBrowser()
  if (!browser || !existsSync(browser.path)) throw new Error("no Chromium, Chrome or Edge here")
  const root = process.getuid?.() === 0
  return chromium.launch({ executablePath: browser.path, args: root ? ["--no-sandbox"] : [] })
}
