import type { Cells } from "./cells.ts"
import { CLASS, hasTrail } from "./classes.ts"

/**
 * Width of a full-width mark at a line's edge: always half an em; `fit`: half, but its whole cell
 * where the line would else be stretched by that half em; `hang`: half, but none where a comma or
 * stop would else not fit, which then hangs out of the line (悬挂, CLREQ #hanging_punctuation);
 * `grid`: whole cells in a strict grid (break-in-grid.ts), which squeezes and stretches nothing.
 * GB/T 15834-2011 5.1.10 asks for half; the even colour of the line is worth the blank
 * (docs/decisions/0004).
 */
export type EndMarks = "half" | "fit" | "hang" | "grid"

/** Em between two ideographs that are seen: a line stretched by less is even to the eye. */
const SEEN = 0.03

/**
 * What a line's end mark takes beside its half em, pt: the blank half that it keeps because the line
 * has that much room, less than 0 for a mark that hangs out, else 0. A cell that is whole already
 * (untrimmed setting) keeps nothing more. Source: GB/T 15834-2011 5.1.10; CLREQ #hanging_punctuation
 */
export function endBlank(cells: Cells, end: number, slack: number, marks: EndMarks): number {
  const kind = cells.kind[end - 1]!
  if (marks === "half" || marks === "grid" || !hasTrail(kind)) return 0
  const half = cells.width[end - 1]!
  if (marks === "fit") return slack >= half - 1e-6 && !isWhole(cells, end - 1) ? half : 0
  const hangs = kind === CLASS.pause || kind === CLASS.stop
  return hangs && slack < -1e-6 ? -half : 0
}

/**
 * The blank half that an opening mark keeps at a line's start, pt, where the line has that much room
 * and would else be stretched: on a paragraph's first line by anything at all, for behind an indent
 * the blank is not seen, on others by as much as is seen. `stretch` is the em that it would put
 * between two ideographs. Source: CLREQ #h-compression_of_punctuation_marks_at_line_start
 */
export function startBlank(
  cells: Cells,
  start: number,
  { slack, stretch }: { readonly slack: number; readonly stretch: number },
  marks: EndMarks,
): number {
  if (marks !== "fit" || cells.kind[start] !== CLASS.open || isWhole(cells, start)) return 0
  const half = cells.width[start]!
  const enough = slack >= half - 1e-6 && stretch > (start === 0 ? 1e-6 : SEEN)
  return enough ? half : 0
}

function isWhole(cells: Cells, cell: number): boolean {
  return cells.width[cell]! > 0.75 * cells.size
}
