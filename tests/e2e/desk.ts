import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { chromium, test as base, type Browser, type Page } from "@playwright/test"
import { findBrowser } from "../../main/shell/browser/find-browser.ts"
import type { KnockedDoor } from "../build/knock.ts"
import { openInBrowser, startHost, type StartedHost } from "./browser-shell.ts"
import { startDouble, startElectron, type ElectronDesk } from "./electron-shell.ts"
import type { Mode, StartedDesk } from "./started-desk.ts"

interface DeskFixtures {
  /** A folder of this test's own; the program keeps its files in `program` below it. */
  readonly folder: string
  /** Starts the program in this run's mode, once more if need be; what still runs at the end is stopped. */
  readonly startDesk: (issue?: string | null) => Promise<StartedDesk>
  /** The program as it was started first. */
  readonly desk: StartedDesk
  /** The desk's page. */
  readonly page: Page
  /** A second door of the same session, from the test. */
  readonly door: KnockedDoor
  /** The browser shell's host alone, without a page. */
  readonly host: StartedHost
  /** The Electron shell, on its double or for real. */
  readonly electron: ElectronDesk
}

interface DeskWorker {
  readonly mode: Mode
  /** The build, made anew where it is older than the source. */
  readonly built: null
  readonly chromiumHere: () => Promise<Browser>
}

/** The desk in the shell of this run: a fresh program for each test. */
export const test = base.extend<DeskFixtures, DeskWorker>({
  mode: ["web", { scope: "worker", option: true }],

  built: [
    async ({ browserName: _ }, use) => {
      spawnSync(process.execPath, ["main/cli/banxin.mjs", "start", "--shell", "none"])
      await use(null)
    },
    { scope: "worker" },
  ],

  chromiumHere: [
    async ({ browserName: _ }, use) => {
      const launched: Promise<Browser>[] = []
      await use(() => launched[0] ?? (launched[0] = launchChromium()))
      for (const browser of launched) await (await browser).close()
    },
    { scope: "worker" },
  ],

  folder: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "banxin-e2e-"))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  startDesk: async ({ mode, built: _, chromiumHere, folder }, use) => {
    const started: StartedDesk[] = []
    await use(async (issue = null) => {
      const desk =
        mode === "web"
          ? await openInBrowser(await chromiumHere(), await startHost(folder, issue))
          : await startIn(mode, folder, issue)
      started.push(desk)
      return desk
    })
    for (const desk of started) await desk.stop()
  },

  desk: async ({ startDesk }, use) => use(await startDesk()),

  page: async ({ desk }, use) => use(desk.page),

  door: async ({ desk }, use) => {
    const door = await desk.openDoor()
    await use(door)
    door.close()
  },

  host: async ({ folder }, use) => {
    const host = await startHost(folder)
    await use(host)
    await host.stop()
  },

  electron: async ({ mode, built: _, folder }, use) => {
    const desk = await startIn(mode, folder, null)
    await use(desk)
    await desk.stop()
  },
})

export { expect } from "@playwright/test"

function startIn(mode: Mode, folder: string, issue: string | null): Promise<ElectronDesk> {
  return mode === "electron" ? startElectron(folder, issue) : startDouble(folder, issue)
}

/** The system's browser; without its sandbox for root only, who has none. */
async function launchChromium(): Promise<Browser> {
  const browser = findBrowser()
  if (!browser || !existsSync(browser.path)) throw new Error("no Chromium, Chrome or Edge here")
  const root = process.getuid?.() === 0
  return chromium.launch({ executablePath: browser.path, args: root ? ["--no-sandbox"] : [] })
}
