import { defineConfig } from "vitest/config"

/** `unit` is pure and quick; `readers` asks other programs (qpdf, Poppler, MuPDF, Ghostscript) about our output. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          globalSetup: ["tests/build/built.ts"],
          setupFiles: ["tests/build/seed.ts"],
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/readers/**", "tests/e2e/**"],
          // Ends what hangs; a slow machine is no failure.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "readers",
          include: ["tests/readers/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
