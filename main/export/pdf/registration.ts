import { mm, mmToPt } from "../../../layouts/units.ts"
import { ALL_PLATES, MARK_WIDTH } from "./marks.ts"
import { length, lengths } from "./numbers.ts"
import { MARK_GAP, MARK_LENGTH, type Sheet } from "./sheet.ts"

/** Half the cross of a registration mark, and the radius of its circle. */
const ARM = mmToPt(mm(2.4))
const RADIUS = mmToPt(mm(1.4))

/** How far a Bézier's handles stand for a quarter of a circle, in radii. */
const HANDLE = 0.5523

/** The middles of the registration marks on the sheet, pt: one at the middle of each side. */
export function registrationPlaces({ trim, bleed }: Sheet): readonly (readonly [number, number])[] {
  const off = MARK_GAP + MARK_LENGTH / 2
  const [x, y] = [(trim[0] + trim[2]) / 2, (trim[1] + trim[3]) / 2]
  return [
    [x, bleed[3] + off],
    [x, bleed[1] - off],
    [bleed[0] - off, y],
    [bleed[2] + off, y],
  ]
}

/**
 * The operators that draw the registration marks (套准线): a cross and a circle on every plate, by
 * which the printer lays the plates over each other.
 */
export function registrationMarks(sheet: Sheet): string {
  const drawn = registrationPlaces(sheet).map(([x, y]) => `${cross(x, y)} ${circle(x, y)}`)
  return `q /${ALL_PLATES} CS 1 SCN ${length(MARK_WIDTH)} w ${drawn.join(" ")} S Q`
}

function cross(x: number, y: number): string {
  return `${lengths(x - ARM, y)} m ${lengths(x + ARM, y)} l ${lengths(x, y - ARM)} m ${lengths(x, y + ARM)} l`
}

function circle(x: number, y: number): string {
  const [r, h] = [RADIUS, RADIUS * HANDLE]
  return [
    `${lengths(x + r, y)} m`,
    `${lengths(x + r, y + h, x + h, y + r, x, y + r)} c`,
    `${lengths(x - h, y + r, x - r, y + h, x - r, y)} c`,
    `${lengths(x - r, y - h, x - h, y - r, x, y - r)} c`,
    `${lengths(x + h, y - r, x + r, y - h, x + r, y)} c h`,
  ].join(" ")
}
