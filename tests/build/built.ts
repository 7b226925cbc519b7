import { spawnSync } from "node:child_process"

/**
 * Builds the program once before the tests where its build is stale, so that no test pays for it.
 * A build that fails is told and left to the tests that run the program: the others need none.
 */
export function setup(): void {
  const run = spawnSync(process.execPath, ["main/cli/banxin.mjs", "--version"], {
    encoding: "utf8",
  })
  if (run.status !== 0) console.error(`dist/ could not be built.\n${run.stderr}`)
}
