import type { Sheet } from "./sheet.ts"
import { MARK_GAP, MARK_LENGTH } from "./sheet.ts"
import { length, lengths } from "./numbers.ts"

/** Resource name of the colour space that prints on every plate. */
export const ALL_PLATES = "All"

/** Width of a crop mark, pt: just above the thinnest line that newsprint holds (0.1 mm). */
const MARK_WIDTH = 0.3

/**
 * The operators that draw crop marks at the four corners of the trim, outside the bleed.
 * They are drawn in the colour space All, so that every plate has them and the plates can be laid
 * over each other; marks in black alone are useless on the other three.
 * Source: PDF 1.7, 8.6.6.4 (Separation All) and 14.11.3.
 */
export function cropMarks(sheet: Sheet): string {
  const [left, bottom, right, top] = sheet.trim
  const near = left - sheet.bleed[0] + MARK_GAP
  const far = near + MARK_LENGTH
  const lines: string[] = []
  for (const x of [left, right]) {
    lines.push(line(x, bottom - far, x, bottom - near), line(x, top + near, x, top + far))
  }
  for (const y of [bottom, top]) {
    lines.push(line(left - far, y, left - near, y), line(right + near, y, right + far, y))
  }
  return `q /${ALL_PLATES} CS 1 SCN ${length(MARK_WIDTH)} w ${lines.join(" ")} S Q`
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${lengths(x1, y1)} m ${lengths(x2, y2)} l`
}
