import type { Cells } from "./cells.ts"
import { CLASS } from "./classes.ts"

/** Whether a line that ends before a cell ends inside a word, with a hyphen. */
export function isDivided(cells: Cells, end: number): boolean {
  if (end === cells.count) return false
  return cells.kind[end - 1] === CLASS.softHyphen || cells.hyphens.has(end - 1)
}

/** Width, pt, of the hyphen that a divided word shows at a line's end; 0 at any other end. */
export function hyphenWidth(cells: Cells, end: number): number {
  if (!isDivided(cells, end)) return 0
  const { face, size } = cells.fonts[cells.glyphFont[cells.glyphFrom[end - 1]!]!]!
  return face.advance(face.glyphOf(0x2d)) * size
}
