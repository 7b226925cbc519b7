import type { DisplayList, Matrix } from "../../../layouts/display/list.ts"
import { mm, mmToPt } from "../../../layouts/units.ts"
import { thousandth } from "./numbers.ts"

/** A rectangle as PDF writes it: left, bottom, right, top in pt, y up. */
export type Corners = readonly [number, number, number, number]

/** The sheet that a page is printed on: its boxes, and where the list's origin lies on it. */
export interface Sheet {
  readonly media: Corners
  readonly bleed: Corners
  readonly trim: Corners
  /** The trim's top left on the sheet, pt, y up. */
  readonly left: number
  readonly top: number
}

/** From the bleed's edge to the crop marks, their length, and the paper left beyond them. */
export const MARK_GAP = mmToPt(mm(2))
export const MARK_LENGTH = mmToPt(mm(5))
const MARGIN = mmToPt(mm(2))

/**
 * Lays a page on its sheet: trim inside bleed inside media, with room for marks if asked.
 * The media box starts at 0 0, as old film-setters expect.
 * Source: PDF 1.7, 14.11.2; ISO 15930 (TrimBox inside BleedBox inside MediaBox).
 */
export function sheetOf(list: DisplayList, marks: boolean): Sheet {
  const bleed = Math.max(0, list.bleed)
  const slug = marks ? MARK_GAP + MARK_LENGTH + MARGIN : 0
  const edge = thousandth(bleed + slug)
  const right = thousandth(edge + list.trim.width)
  const top = thousandth(edge + list.trim.height)
  return {
    media: [0, 0, thousandth(right + edge), thousandth(top + edge)],
    bleed: [
      thousandth(edge - bleed),
      thousandth(edge - bleed),
      thousandth(right + bleed),
      thousandth(top + bleed),
    ],
    trim: [edge, edge, right, top],
    left: edge,
    top,
  }
}

/** A list's x on the sheet. */
export function across(sheet: Sheet, x: number): number {
  return sheet.left + x
}

/** A list's y, which counts down from the trim, on the sheet, where y counts up. */
export function up(sheet: Sheet, y: number): number {
  return sheet.top - y
}

/**
 * A list's matrix as it must stand on the sheet.
 * Everything under it is written in sheet coordinates too, so it goes to the list, is moved there,
 * and comes back: F·M·F⁻¹. Turns therefore change their sense, and no mirror ever touches the text.
 */
export function onSheet(sheet: Sheet, matrix: Matrix): Matrix {
  const [a, b, c, d, e, f] = matrix
  const { left, top } = sheet
  return [a, -b, -c, d, left + e - a * left + c * top, top - f + b * left - d * top]
}
