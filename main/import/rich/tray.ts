import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { makeFolder, writeDurably } from "../../files/whole.ts"
import type { KeepPicture } from "./html.ts"

/** Kinds of picture that can be placed, by the names that documents give them, and their endings. */
const ENDINGS: Readonly<Record<string, string>> = {
  jpeg: "jpg",
  jpg: "jpg",
  pjpeg: "jpg",
  png: "png",
  "x-png": "png",
  gif: "gif",
  tiff: "tif",
  tif: "tif",
  webp: "webp",
}

/**
 * Lays the pictures that stand inside a document into a folder, named by their content, so that one
 * that comes twice is one file. Null for a kind that cannot be placed on a page.
 */
export function trayIn(folder: string): KeepPicture {
  return (kind, bytes) => {
    const ending = ENDINGS[kind.toLowerCase()]
    if (ending === undefined || bytes.length === 0) return null
    const name = createHash("sha256").update(bytes).digest("hex").slice(0, 24)
    const path = join(folder, `${name}.${ending}`)
    makeFolder(folder)
    if (!existsSync(path)) writeDurably(path, bytes)
    return path
  }
}
