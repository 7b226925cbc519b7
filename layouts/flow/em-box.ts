import type { Line } from "../line/line.ts"
import { pt, type Box } from "../units.ts"
import { sizeOf } from "./rows.ts"

/** Part of the em box above the baseline. */
export const ABOVE = 0.88

/**
 * The em boxes of a placed line from one place along it to another, as a box of the page, pt.
 * A place behind the other gives a box without length.
 */
export function emBox(
  line: Line,
  { x, baseline }: { readonly x: number; readonly baseline: number },
  start: number,
  end: number,
): Box {
  const size = sizeOf(line)
  const length = pt(Math.max(0, end - start))
  return line.vertical
    ? { x: pt(x - size / 2), y: pt(baseline + start), width: pt(size), height: length }
    : { x: pt(x + start), y: pt(baseline - ABOVE * size), width: length, height: pt(size) }
}
