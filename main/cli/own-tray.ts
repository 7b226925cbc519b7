import { rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A folder for the pictures that documents bring, gone when the program ends. It is made by its first use. */
export function ownTray(): string {
  const tray = join(tmpdir(), `banxin-copy-${process.pid}`)
  process.once("exit", () => rmSync(tray, { recursive: true, force: true }))
  return tray
}
