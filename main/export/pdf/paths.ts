import type { Fill, Segment, Stroke } from "../../../layouts/display/list.ts"
import type { Box } from "../../../layouts/units.ts"
import { fillWith, set, strokeWith } from "./easel.ts"
import type { Easel } from "./easel.ts"
import { length, lengths } from "./numbers.ts"
import { across, up } from "./sheet.ts"
import type { Sheet } from "./sheet.ts"

/** Paints a filled outline, nonzero winding. A filled area knocks out, black or not. */
export function paintFill(easel: Easel, item: Fill): void {
  if (item.path.length === 0) return
  fillWith(easel, item.ink, item.kind)
  easel.operators.push(`${outline(easel.sheet, item.path)} f`)
}

/** Paints a stroked outline. Solid black overprints as text does; see `printsOver`. */
export function paintStroke(easel: Easel, item: Stroke): void {
  if (item.path.length === 0) return
  strokeWith(easel, item.ink)
  set(easel, "width", length(item.width), "w")
  set(easel, "dash", `[${lengths(...item.dash)}] 0`, "d")
  easel.operators.push(`${outline(easel.sheet, item.path)} S`)
}

/** A rectangle of the list as the operands of `re`, its lower left corner first. */
export function rectangle(sheet: Sheet, box: Box): string {
  return lengths(across(sheet, box.x), up(sheet, box.y + box.height), box.width, box.height)
}

/** The operators that draw an outline up to, not including, its painting. */
export function outline(sheet: Sheet, path: readonly Segment[]): string {
  return path.map((segment) => drawn(sheet, segment)).join(" ")
}

function drawn(sheet: Sheet, segment: Segment): string {
  switch (segment[0]) {
    case "M":
      return `${point(sheet, segment[1], segment[2])} m`
    case "L":
      return `${point(sheet, segment[1], segment[2])} l`
    case "C": {
      const [, x1, y1, x2, y2, x, y] = segment
      return `${point(sheet, x1, y1)} ${point(sheet, x2, y2)} ${point(sheet, x, y)} c`
    }
    case "Z":
      return "h"
  }
}

function point(sheet: Sheet, x: number, y: number): string {
  return lengths(across(sheet, x), up(sheet, y))
}
