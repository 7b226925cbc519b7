import { outlineData, readOutline, type OutlineContour } from "../../fonts/made/outline-path.ts"
import { woundContours } from "../../fonts/made/winding.ts"
import { MOST_PATH } from "../../layouts/issue/made-glyph.ts"
import { readDrawing, type Refusal } from "./svg/drawing.ts"
import { IDENTITY } from "./svg/matrix.ts"
import { placedPath } from "./svg/path-data.ts"

/** What became of something drawn elsewhere: path data of the cell, or why there is none. */
export type Drawn = { readonly path: string } | { readonly refused: Refusal }

/**
 * The outline in an SVG file, or in pasted path data, as path data of the cell. What cannot be an
 * outline is refused with its reason, also one that is longer than an issue keeps.
 */
export function drawnGlyph(source: string): Drawn {
  const contours = /<svg[\s>]/i.test(source) ? readDrawing(source) : bareContours(source.trim())
  if (typeof contours === "string") return { refused: contours }
  const path = outlineData(contours)
  return path.length > MOST_PATH ? { refused: "tooLong" } : { path }
}

function bareContours(data: string): readonly OutlineContour[] | Refusal {
  const placed = placedPath(data, IDENTITY)
  const contours = placed === null ? null : readOutline(placed)
  if (!contours) return "unreadable"
  const wound = woundContours(contours, "nonzero") ?? contours
  return wound.length === 0 ? "nothing" : wound
}
