import { app, chromium } from "./app.ts"
import { answerDialog } from "./dialog.ts"
import { BrowserWindow } from "./window.ts"

/** What a test has the person or the platform do. */
export type Direction =
  | { readonly act: "choose"; readonly paths: readonly string[] }
  | { readonly act: "second instance"; readonly args: readonly string[] }
  | { readonly act: "open file"; readonly path: string }
  | { readonly act: "titles" | "close" | "quit" }

/** What the double tells its test. */
export type Report = { readonly endpoint: string } | { readonly titles: readonly string[] }

/** Tells the test where the windows are to be had, and does what it directs from then on. */
export async function direct(): Promise<void> {
  if (!process.send) return
  process.on("message", (direction: Direction) => perform(direction))
  // The test that ends takes its double with it.
  process.on("disconnect", () => app.quit())
  report({ endpoint: (await chromium()).endpoint })
}

function report(news: Report): void {
  process.send!(news)
}

function perform(direction: Direction): void {
  if (direction.act === "choose") answerDialog(direction.paths)
  if (direction.act === "close") BrowserWindow.getFocusedWindow()?.close()
  if (direction.act === "second instance")
    app.emit("second-instance", {}, direction.args, process.cwd(), null)
  if (direction.act === "open file")
    app.emit("open-file", { preventDefault: () => undefined }, direction.path)
  if (direction.act === "quit") app.quit()
  if (direction.act === "titles") void reportTitles()
}

async function reportTitles(): Promise<void> {
  const windows = BrowserWindow.getAllWindows()
  for (const window of windows) await window.readTitle()
  report({ titles: windows.map((window) => window.getTitle()) })
}
