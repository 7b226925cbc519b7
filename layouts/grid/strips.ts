import type { Grid } from "../issue/page.ts"
import { pt, zi, type Box, type Pt, type Zi } from "../units.ts"

/** The vertical lines (直行) that a box of the page holds, from right to left. */
export interface Strips {
  /** Length of each, whole 字. */
  readonly measure: Zi
  readonly count: number
  /** Middle of the first in pt, and the way to the next on its left. */
  readonly first: Pt
  readonly pitch: Pt
}

/**
 * The strips of a box at a leading that is a factor of the grid's pitch. What the box is wider than its
 * strips stands on both sides of them; at least one line of one character is always there.
 * Source: typography reference 1.10; CLREQ 2.4
 */
export function stripsOf(grid: Grid, box: Box, leading: number): Strips {
  const pitch = pt(grid.linePitch * leading)
  const count = Math.max(1, Math.floor((box.width - grid.bodySize) / pitch + 1 + 1e-9))
  const rest = box.width - grid.bodySize - (count - 1) * pitch
  return {
    measure: zi(Math.max(1, Math.floor(box.height / grid.bodySize + 1e-9))),
    count,
    first: pt(box.x + box.width - (rest + grid.bodySize) / 2),
    pitch,
  }
}

/** The middle in pt of strip `strip`, counted from 0 at the right. */
export function stripMiddle({ first, pitch }: Strips, strip: number): Pt {
  return pt(first - strip * pitch)
}
