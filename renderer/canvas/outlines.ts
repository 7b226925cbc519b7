import type { Face } from "../../fonts/face.ts"
import type { Item } from "../../layouts/display/list.ts"
import type { Paintbox } from "./paint.ts"

/** Outlines of some glyphs of a face, as SVG path data in font units, y up. */
export interface Outlines {
  readonly face: string
  readonly perEm: number
  readonly glyphs: readonly number[]
  readonly paths: readonly string[]
}

/**
 * Hands out outlines, each once: the workers paint glyphs without ever holding a font of 15 MB.
 * A face that is not here gives nothing; it is asked again when it is named again.
 */
export function outlinesOnce(
  face: (id: string) => Face | null,
): (items: readonly Item[]) => readonly Outlines[] {
  const given = new Map<string, Set<number>>()
  return (items) => {
    const fresh = new Map<string, Set<number>>()
    for (const item of items) {
      if (item.kind !== "glyphs") continue
      const known = given.get(item.face)
      for (const glyph of item.glyphs) if (!known?.has(glyph)) noted(fresh, item.face).add(glyph)
    }
    return [...fresh].flatMap(([id, glyphs]): Outlines[] => {
      const from = face(id)
      if (!from) return []
      const known = noted(given, id)
      glyphs.forEach((glyph) => known.add(glyph))
      const paths = Array.from(glyphs, (glyph) => from.outline(glyph))
      return [{ face: id, perEm: from.unitsPerEm, glyphs: [...glyphs], paths }]
    })
  }
}

function noted(sets: Map<string, Set<number>>, id: string): Set<number> {
  let set = sets.get(id)
  if (!set) {
    set = new Set()
    sets.set(id, set)
  }
  return set
}

/** The outlines that a worker was given, as paths made when they are first painted. */
export interface OutlineCase {
  take(outlines: Outlines): void
  readonly outline: Paintbox["outline"]
}

/** An empty case of outlines. */
export function outlineCase(): OutlineCase {
  const cases = new Map<string, { perEm: number; paths: Map<number, string | Path2D> }>()
  return {
    take({ face, perEm, glyphs, paths }) {
      const known = cases.get(face)?.paths ?? new Map<number, string | Path2D>()
      cases.set(face, { perEm, paths: known })
      glyphs.forEach((glyph, i) => known.set(glyph, paths[i]!))
    },
    outline(face, glyph) {
      const known = cases.get(face)
      const path = known?.paths.get(glyph)
      if (!known || path === undefined) return null
      if (typeof path !== "string") return { path, perEm: known.perEm }
      const made = new Path2D(path)
      known.paths.set(glyph, made)
      return { path: made, perEm: known.perEm }
    },
  }
}
