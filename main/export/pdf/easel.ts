import { printsOver } from "../../../layouts/display/overprint.ts"
import { OVERPRINT_OFF, OVERPRINT_ON } from "./inks.ts"
import type { PressInk } from "./inks.ts"
import type { PictureBytes } from "./order.ts"
import type { Sheet } from "./sheet.ts"
import type { Typecase } from "./typecase.ts"

/** What PDF remembers between operators; "" where nothing was said yet. */
interface Pen {
  readonly fill: string
  readonly stroke: string
  readonly width: string
  readonly dash: string
  readonly font: string
  readonly overprint: boolean
}

/** A page while it is painted: operators so far, and what the reader of them would remember here. */
export interface Easel {
  readonly sheet: Sheet
  readonly inks: ReadonlyMap<string, PressInk>
  readonly typecases: ReadonlyMap<string, Typecase>
  readonly picture: (id: string) => PictureBytes | null
  readonly operators: string[]
  readonly saved: Pen[]
  pen: Pen
  /** Resource names of the fonts that the page shows, and its pictures by their ids. */
  readonly fonts: Set<string>
  readonly pictures: Map<string, PlacedPicture>
}

/** A picture that a page shows, and its resource name there: P1, P2 … */
export interface PlacedPicture {
  readonly name: string
  readonly bytes: PictureBytes
}

/** A page's state before the first operator: PDF starts with one pt solid lines that knock out. */
export const NEW_PEN: Pen = {
  fill: "",
  stroke: "",
  width: "1",
  dash: "[] 0",
  font: "",
  overprint: false,
}

/** Saves the state. */
export function save(easel: Easel): void {
  easel.saved.push(easel.pen)
  easel.operators.push("q")
}

/** Restores the state of the last save. Throws when there is none: a list closes what it opens. */
export function restore(easel: Easel): void {
  const pen = easel.saved.pop()
  if (pen === undefined) throw new Error("the display list pops what was never pushed")
  easel.pen = pen
  easel.operators.push("Q")
}

/** Takes an ink for filling text or an area. */
export function fillWith(easel: Easel, name: string, kind: "glyphs" | "fill"): void {
  const { ink, fill } = inkOf(easel, name)
  setOverprint(easel, printsOver(ink, kind))
  set(easel, "fill", ...fill)
}

/** Takes an ink for stroking. */
export function strokeWith(easel: Easel, name: string): void {
  const { ink, stroke } = inkOf(easel, name)
  setOverprint(easel, printsOver(ink, "stroke"))
  set(easel, "stroke", ...stroke)
}

/** Sets one thing that PDF remembers, unless it is so already. */
export function set(
  easel: Easel,
  what: "fill" | "stroke" | "width" | "dash" | "font",
  operands: string,
  operator: string,
): void {
  if (easel.pen[what] === operands) return
  easel.pen = { ...easel.pen, [what]: operands }
  easel.operators.push(`${operands} ${operator}`)
}

/** Switches overprint. */
export function setOverprint(easel: Easel, on: boolean): void {
  if (easel.pen.overprint === on) return
  easel.pen = { ...easel.pen, overprint: on }
  easel.operators.push(`/${on ? OVERPRINT_ON : OVERPRINT_OFF} gs`)
}

function inkOf(easel: Easel, name: string): PressInk {
  const ink = easel.inks.get(name)
  if (ink === undefined) throw new Error(`the display list uses the ink ${name} without its values`)
  return ink
}
