import type { Sheet } from "./sheet.ts"
import { MARK_GAP, MARK_LENGTH } from "./sheet.ts"
import { length, lengths } from "./numbers.ts"

/** Resource name of the colour space that prints on every plate. */
export const ALL_PLATES = "All"

/** Width of a crop mark, pt: just above the thinnest line that newsprint holds (0.1 mm). */
export const MARK_WIDTH = 0.3

/** A line on the sheet: x1 y1 x2 y2 in pt, y up. */
export type MarkLine = readonly [number, number, number, number]

/** The crop marks at the four corners of the trim, outside the bleed: two lines a corner. */
export function cropLines(sheet: Sheet): readonly MarkLine[] {
  const [left, bottom, right, top] = sheet.trim
  const near = left - sheet.bleed[0] + MARK_GAP
  const far = near + MARK_LENGTH
  const upright = [left, right].flatMap((x): MarkLine[] => [
    [x, bottom - far, x, bottom - near],
    [x, top + near, x, top + far],
  ])
  const level = [bottom, top].flatMap((y): MarkLine[] => [
    [left - far, y, left - near, y],
    [right + near, y, right + far, y],
  ])
  return [...upright, ...level]
}

/**
 * The operators that draw the crop marks.
 * They are drawn in the colour space All, so that every plate has them and the plates can be laid
 * over each other; marks in black alone are useless on the other three.
 * Source: PDF 1.7, 8.6.6.4 (Separation All) and 14.11.3.
 */
export function cropMarks(sheet: Sheet): string {
  const lines = cropLines(sheet).map(
    ([x1, y1, x2, y2]) => `${lengths(x1, y1)} m ${lengths(x2, y2)} l`,
  )
  return `q /${ALL_PLATES} CS 1 SCN ${length(MARK_WIDTH)} w ${lines.join(" ")} S Q`
}
