import type { Face } from "../../fonts/face.ts"
import type { Paintbox } from "./paint.ts"

/** Outlines as paths, made once for a face and glyph. */
export function outlinesOf(faces: ReadonlyMap<string, Face>): Paintbox["outline"] {
  const known = new Map<string, Map<number, Path2D>>()
  return (id, glyph) => {
    const face = faces.get(id)
    if (!face) return null
    let paths = known.get(id)
    if (!paths) {
      paths = new Map()
      known.set(id, paths)
    }
    let path = paths.get(glyph)
    if (!path) {
      path = new Path2D(face.outline(glyph))
      paths.set(glyph, path)
    }
    return { path, perEm: face.unitsPerEm }
  }
}
