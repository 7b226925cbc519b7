import { defineConfig } from "@playwright/test"
import { electronPackage, electronProgram } from "./main/shell/electron-program.ts"
import type { Mode } from "./tests/e2e/started-desk.ts"

const installed = electronPackage()
const electron: Mode = installed && electronProgram(installed) ? "electron" : "double"

/**
 * The desk as a user meets it. All specs run in the browser shell; those tagged @shells run in the
 * Electron shell too, where that is Electron's own binary or else its double on Chromium; those
 * tagged @electron there only.
 */
export default defineConfig<object, { mode: Mode }>({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  // Half of a spec is waiting: two of them keep two cores busy.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // A machine that stalls is no fault of the desk; the runner says how many specs needed it.
  retries: 1,
  reporter: [["list"]],
  projects: [
    { name: "web", grepInvert: /@electron/, use: { mode: "web" } },
    { name: electron, grep: /@shells|@electron/, use: { mode: electron } },
  ],
})
