import type { Cells } from "./cells.ts"
import { CLASS, hasTrail, isBlank } from "./classes.ts"
import type { Justified } from "./justify.ts"
import type { Stops } from "./line.ts"

/**
 * Where a caret can stand on the line of cells start to end: before each cell and behind the last,
 * at `width`. No stop is inside a pair of marks, a ligature or a character with its signs, for those
 * are one cell. White between two cells goes to the mark or the space that it belongs to; white
 * between two letters is halved. Tracking that takes more than a cell is wide leaves the stop where it was.
 */
export function stopsOf(
  cells: Cells,
  { start, end }: { readonly start: number; readonly end: number },
  { gaps }: Justified,
  width: number,
): Stops {
  const at: number[] = []
  const x: number[] = []
  let pen = 0
  for (let cell = start; cell < end; cell += 1) {
    const gap = cell === start ? 0 : gaps[cell - start - 1]!
    at.push(cells.from[cell]!)
    const share = cell === start ? 0 : gap * shareBefore(cells.kind[cell - 1]!, cells.kind[cell]!)
    x.push(Math.max(x.at(-1) ?? 0, pen + share))
    pen += gap + cells.width[cell]!
  }
  at.push(cells.from[end]!)
  x.push(Math.max(x.at(-1) ?? 0, width))
  return { at, x }
}

/** How much of the white between two classes belongs to the first of them, 0 to 1. */
function shareBefore(before: number, after: number): number {
  if (isBlank(before) || isBlank(after)) return 1
  const opens = after === CLASS.open
  if (hasTrail(before)) return opens ? 0.5 : 1
  return opens ? 0 : 0.5
}
