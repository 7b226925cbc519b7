// node tests/bench/first-window.ts: seconds from `npm start` to the first window that takes a click.
// The browser shell is measured, without its own window, by a Chromium that runs already: the
// window of the person's browser costs what Chromium costs. At most 3 s when the program is built.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { chromium, type Browser } from "@playwright/test"
import { findBrowser } from "../../main/shell/browser/find-browser.ts"
import { startHost } from "../e2e/browser-shell.ts"
import { median } from "./clock.ts"

const ROUNDS = 5

/** Seconds from the start to the printed address, and to the desk that takes a click. */
interface FirstWindow {
  readonly address: number
  readonly desk: number
}

async function firstWindow(browser: Browser): Promise<FirstWindow> {
  const folder = mkdtempSync(join(tmpdir(), "banxin-bench-"))
  const began = performance.now()
  const since = (): number => (performance.now() - began) / 1000
  const host = await startHost(folder)
  const address = since()
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(host.address)
  await page.getByRole("button", { name: /打开样例/ }).click({ trial: true })
  const desk = since()
  await page.close()
  await host.stop()
  rmSync(folder, { recursive: true, force: true })
  return { address, desk }
}

const root = process.getuid?.() === 0
const browser = await chromium.launch({
  executablePath: findBrowser()!.path,
  args: root ? ["--no-sandbox"] : [],
})
const runs: FirstWindow[] = []
for (let round = 0; round < ROUNDS; round++) runs.push(await firstWindow(browser))
await browser.close()
const middle = (name: keyof FirstWindow): string =>
  median(runs.map((run) => run[name])).toPrecision(3)
console.log(`first window: address      ${middle("address")} s`)
console.log(`first window: interactive  ${middle("desk")} s (at most 3)`)
