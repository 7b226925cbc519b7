import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "vitest"

/** A folder of this test's own, gone when its file is done. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "banxin-"))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
