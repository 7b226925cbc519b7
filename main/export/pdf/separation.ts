import type { PDFContext, PDFRef } from "pdf-lib"
import type { Ink } from "../../../layouts/display/list.ts"
import { ALL_PLATES } from "./marks.ts"
import { spotSpaces } from "./inks.ts"

/** Colour spaces of a file's plates, by plate: one plate has one space, however many pages print it. */
export type Separations = Map<string, PDFRef>

/** What all plates print is shown on a screen as the four inks together. */
const ALL_INKS: Ink["cmyk"] = [1, 1, 1, 1]

/** The colour space of the marks, which print on every plate. Source: PDF 1.7, 8.6.6.4 */
export function allPlates(context: PDFContext): PDFRef {
  return separation(context, "All", ALL_INKS)
}

/** A page's colour spaces by the names that its operators call them: the marks', and its spot plates'. */
export function pageSpaces(
  context: PDFContext,
  separations: Separations,
  inks: readonly Ink[],
  marks: PDFRef | null,
): Readonly<Record<string, PDFRef>> | undefined {
  const spaces: Record<string, PDFRef> = marks === null ? {} : { [ALL_PLATES]: marks }
  const names = spotSpaces(inks)
  for (const { spot } of inks) {
    if (!spot) continue
    const known = separations.get(spot.plate) ?? separation(context, spot.plate, spot.solid)
    separations.set(spot.plate, known)
    spaces[names.get(spot.plate)!] = known
  }
  return Object.keys(spaces).length === 0 ? undefined : spaces
}

/** A plate of its own, and the inks that stand in for its full strength where there is none. */
function separation(context: PDFContext, plate: string, solid: Ink["cmyk"]): PDFRef {
  const tint = context.obj({
    FunctionType: 2,
    Domain: [0, 1],
    C0: [0, 0, 0, 0],
    C1: [...solid],
    N: 1,
  })
  return context.register(context.obj(["Separation", written(plate), "DeviceCMYK", tint]))
}

/** A plate's name as UTF-8, each byte of it written out. Source: PDF 1.7, 7.3.5 */
function written(name: string): string {
  return [...new TextEncoder().encode(name)]
    .map((byte) => `#${byte.toString(16).padStart(2, "0").toUpperCase()}`)
    .join("")
}
