import broadsheetBriefs from "./broadsheet-briefs.json" with { type: "json" }
import broadsheetFeature from "./broadsheet-feature.json" with { type: "json" }
import broadsheetFront from "./broadsheet-front.json" with { type: "json" }
import broadsheetInsideSix from "./broadsheet-inside-six.json" with { type: "json" }
import broadsheetInsideSixAcross from "./broadsheet-inside-six-across.json" with { type: "json" }
import broadsheetInside from "./broadsheet-inside.json" with { type: "json" }
import tabloidFront from "./tabloid-front.json" with { type: "json" }
import tabloidInside from "./tabloid-inside.json" with { type: "json" }
import tabloidSpecial from "./tabloid-special.json" with { type: "json" }
import { broadsheetOfMeasure, measureOfId } from "./measure.ts"
import { readTemplate } from "./read.ts"
import type { Template } from "./template.ts"

let shelf: readonly Template[] | null = null

/** The templates that ship with the program, broadsheets first. Read once; always the same records. */
export function shippedTemplates(): readonly Template[] {
  shelf ??= [
    broadsheetFront,
    broadsheetInside,
    broadsheetInsideSix,
    broadsheetInsideSixAcross,
    broadsheetFeature,
    broadsheetBriefs,
    tabloidFront,
    tabloidInside,
    tabloidSpecial,
  ].map(mustRead)
  return shelf
}

/**
 * Whether a page of a template is ordinary: no article of it stands in a box or otherwise than under
 * its headline, so that it may be taken without being asked for.
 */
export function isOrdinary({ slots, drawn = [] }: Template): boolean {
  return drawn.length === 0 && slots.every(({ looks, frames }) => !looks && frames.length === 0)
}

/**
 * The shipped template of that id, or the broadsheet made for a measure when the id is `measure-`
 * and a number from 9 to 41; null for any other id.
 */
export function templateById(id: string): Template | null {
  const measure = measureOfId(id)
  if (measure !== null) return templateForMeasure(measure)
  return shippedTemplates().find((template) => template.id === id) ?? null
}

/** A broadsheet made for so many 字 a line; null unless `measure` is a whole number from 9 to 41. */
export function templateForMeasure(measure: number): Template | null {
  const model = shippedTemplates().find((template) => template.id === "broadsheet-inside")!
  return broadsheetOfMeasure(measure, model)
}

/** Reads a template that we wrote ourselves: one that cannot be used is a bug. */
function mustRead(json: unknown): Template {
  const reading = readTemplate(json)
  if (reading.ok) return reading.template
  throw new Error(reading.faults.map((fault) => fault.say.en).join("\n"))
}
