import { describe, expect, it } from "vitest"
import { checkTemplate } from "../../layouts/templates/checks.ts"
import {
  shippedTemplates,
  templateById,
  templateForMeasure,
} from "../../layouts/templates/shelf.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { mmToPt, ptToMm, pt } from "../../layouts/units.ts"

/** Width of a template's type area in 字. */
function wide({ grid }: Template): number {
  return grid.columns * grid.measure + (grid.columns - 1) * grid.gutter
}

describe("the shelf", () => {
  it("holds the shipped templates, each found by its id", () => {
    const ids = shippedTemplates().map((template) => template.id)
    expect(ids).toEqual([
      "broadsheet-front",
      "broadsheet-inside",
      "broadsheet-inside-six",
      "broadsheet-inside-six-across",
      "broadsheet-feature",
      "broadsheet-briefs",
      "tabloid-front",
      "tabloid-inside",
      "tabloid-special",
    ])
    for (const id of ids) expect(templateById(id)?.id).toBe(id)
    expect(templateById("berliner")).toBeNull()
  })

  it("knows every template that another goes on to", () => {
    for (const { next } of shippedTemplates())
      if (next !== null) expect(templateById(next)).not.toBeNull()
  })
})

describe("shipped pages", () => {
  it("are the sheets of the trade: 390 × 550 and 275 × 390 mm", () => {
    for (const { id, sheet } of shippedTemplates())
      expect([sheet.width, sheet.height]).toEqual(
        id.startsWith("broadsheet") ? [390, 550] : [275, 390],
      )
    expect(mmToPt(templateById("broadsheet-inside")!.sheet.width)).toBeCloseTo(1105.5, 1)
    expect(mmToPt(templateById("broadsheet-inside")!.sheet.height)).toBeCloseTo(1559.1, 1)
  })

  it("are 111 字 or 71 字 wide in the middle of the sheet", () => {
    for (const template of shippedTemplates()) {
      const width = wide(template)
      expect(width).toBeCloseTo(template.id.startsWith("broadsheet") ? 111 : 71, 9)
      const right = template.sheet.width - template.typeArea.x - ptToMm(pt(width * 9))
      expect(right).toBeCloseTo(template.typeArea.x, 3)
    }
  })

  it("have 123 lines on a broadsheet, 490 mm and less", () => {
    const { grid } = templateById("broadsheet-front")!
    expect(grid.lines).toBe(123)
    expect(ptToMm(pt(grid.lines * grid.linePitch))).toBeLessThanOrEqual(490)
  })

  it("have a masthead on the front alone and a folio line on the others alone", () => {
    for (const { id, furniture, reserved } of shippedTemplates()) {
      const roles = new Set(furniture.flatMap((each) => (each.kind === "text" ? [each.role] : [])))
      const front = id.endsWith("front")
      expect(roles.has("masthead")).toBe(front)
      expect(roles.has("folio")).toBe(!front)
      expect(reserved.length).toBe(front ? 1 : 0)
    }
  })

  it("have the paper's name larger than any other text of the front", () => {
    for (const { id, furniture } of shippedTemplates().filter((each) =>
      each.id.endsWith("front"),
    )) {
      const sizes = furniture.flatMap((each) =>
        each.kind === "text" && each.text !== "{paper}" ? [each.size] : [],
      )
      const name = furniture.find((each) => each.kind === "text" && each.text === "{paper}")
      expect(name?.kind === "text" && name.size, id).toBeGreaterThan(Math.max(...sizes))
    }
  })

  it("keep the folio line's furniture off the type area and on the sheet", () => {
    for (const { furniture, reserved, typeArea, grid } of shippedTemplates()) {
      const foot = Math.max(0, ...reserved.map(({ region }) => region.line + region.lines))
      for (const each of furniture) {
        const line = each.kind === "rule" ? each.line1 : each.line
        expect(line <= foot || line >= grid.lines).toBe(true)
        expect(mmToPt(typeArea.y) + line * grid.linePitch).toBeGreaterThan(0)
      }
    }
  })
})

describe("a broadsheet made for a measure", () => {
  it("is a template that can be used, for every measure from 9 to 41", () => {
    for (let measure = 9; measure <= 41; measure += 1) {
      const template = templateForMeasure(measure)!
      expect(checkTemplate(template), `${measure} 字`).toEqual([])
      expect(wide(template)).toBeCloseTo(111, 9)
      expect(template.grid.gutter).toBeGreaterThanOrEqual(1)
      // One more column would leave gutters of less than one 字.
      const more = template.grid.columns + 1
      expect(more * measure + more - 1).toBeGreaterThan(111)
      expect(templateById(template.id)).toEqual(template)
    }
  })

  it("is the paper's own where the measure is: 13 字 eight columns, 17 字 six", () => {
    expect(templateForMeasure(13)!.grid).toEqual(templateById("broadsheet-inside")!.grid)
    const six = templateForMeasure(17)!.grid
    expect(six.columns).toBe(6)
    expect(six.gutter).toBeCloseTo(1.8, 9)
  })

  it("is not made for other measures", () => {
    for (const measure of [0, 8, 42, 13.5, -3, NaN, Infinity])
      expect(templateForMeasure(measure)).toBeNull()
    expect(templateById("measure-8")).toBeNull()
    expect(templateById("measure-")).toBeNull()
  })
})
