import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** Banxin's own folder: the nearest one above this file that holds a package.json. */
export function rootFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, "package.json"))) {
    const above = dirname(folder)
    if (above === folder) throw new Error("no package.json above the program")
    folder = above
  }
  return folder
}
