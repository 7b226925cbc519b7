import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { SHIPPED } from "../../fonts/registry/families.ts"
import { readShipped, unpackedFolder } from "../fonts/library.ts"

/** Unpacks the shipped faces that come as WOFF into dist/fonts, once: inflating one takes 0.2 s. */
export function unpackFaces(): void {
  for (const face of SHIPPED) {
    const target = join(unpackedFolder(), `${face.id}.ttf`)
    if (!face.file.endsWith(".woff") || existsSync(target)) continue
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(`${target}.part`, readShipped(face).bytes)
    renameSync(`${target}.part`, target)
  }
}
