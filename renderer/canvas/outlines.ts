import type { Face } from "../../fonts/face.ts"
import type { Item } from "../../layouts/display/list.ts"
import { inkSums, type InkSums } from "./ink-sums.ts"
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

/** The outlines that a worker was given, made ready when they are first painted. */
export interface OutlineCase {
  take(outlines: Outlines): void
  readonly outline: Paintbox["outline"]
  /** A glyph's ink, counted in so many cells an em; null for a blank one, or while it is not here yet. */
  sums(face: string, glyph: number, cells: number): InkSums | null
}

/** Counted ink that a case keeps, cells: a worker's 16 MiB. */
const MOST_CELLS = 4 * 1024 * 1024

interface Given {
  readonly perEm: number
  readonly paths: Map<number, string>
  readonly made: Map<number, Path2D>
  /** By cells an em, then by glyph. */
  readonly sums: Map<number, Map<number, InkSums | null>>
}

/** An empty case of outlines. */
export function outlineCase(): OutlineCase {
  const faces = new Map<string, Given>()
  let kept = 0
  const forget = (): void => {
    for (const { sums } of faces.values()) sums.clear()
    kept = 0
  }
  return {
    take({ face, perEm, glyphs, paths }) {
      const known = faces.get(face) ?? newFace(perEm)
      faces.set(face, known)
      glyphs.forEach((glyph, i) => known.paths.set(glyph, paths[i]!))
    },
    outline(face, glyph) {
      const known = faces.get(face)
      const path = known?.paths.get(glyph)
      if (!known || path === undefined) return null
      const made = known.made.get(glyph) ?? new Path2D(path)
      known.made.set(glyph, made)
      return { path: made, perEm: known.perEm }
    },
    sums(face, glyph, cells) {
      const known = faces.get(face)
      const counted = known?.sums.get(cells)?.get(glyph)
      if (counted !== undefined || !known) return counted ?? null
      const path = known.paths.get(glyph)
      if (path === undefined) return null
      const made = inkSums(path, known.perEm, cells)
      kept += made?.sums.length ?? 0
      if (kept > MOST_CELLS) forget()
      const own = known.sums.get(cells) ?? new Map<number, InkSums | null>()
      known.sums.set(cells, own)
      own.set(glyph, made)
      return made
    },
  }
}

function newFace(perEm: number): Given {
  return { perEm, paths: new Map(), made: new Map(), sums: new Map() }
}
