import { defineConfig } from "@playwright/test"

/** The desk as a user meets it, in the system's Chromium: one browser at a time, for it draws in software. */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
})
