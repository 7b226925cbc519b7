import fc from "fast-check"
import { describe, expect, it } from "vitest"
import front from "../../layouts/templates/broadsheet-front.json" with { type: "json" }
import { readTemplate } from "../../layouts/templates/read.ts"

/** A small template that is right, changed as a test wants it. */
function template(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: "small",
    name: { zh: "小版", en: "Small" },
    sheet: { width: 275, height: 390, bleed: 3 },
    typeArea: { x: 25, y: 27 },
    grid: { bodySize: 9, linePitch: 11.25, columns: 4, measure: 11, gutter: 1, lines: 80 },
    slots: [
      { id: "lead", role: "lead", region: { column: 0, columns: 3, line: 0, lines: 80 } },
      { id: "news", role: "news", region: { column: 3, columns: 1, line: 0, lines: 80 } },
    ],
    ...change,
  }
}

/** The fields at fault. */
function paths(json: unknown): readonly string[] {
  const reading = readTemplate(json)
  return reading.ok ? [] : reading.faults.map((fault) => fault.path)
}

/** The small template's slots with one region changed. */
function slots(region: Record<string, number>): unknown {
  return [
    { id: "lead", role: "lead", region: { column: 0, columns: 3, line: 0, lines: 80 } },
    { id: "news", role: "news", region: { column: 3, columns: 1, line: 0, lines: 80, ...region } },
  ]
}

describe("a template that is right", () => {
  it("is read, with what it leaves out filled in", () => {
    const reading = readTemplate(template())
    expect(reading.ok).toBe(true)
    if (!reading.ok) return
    expect(reading.template.next).toBeNull()
    expect(reading.template.slots[0]!.frames).toEqual([])
    expect(reading.template.rules).toEqual({ column: null, slot: null })
  })

  it("reads the same after a trip through JSON", () => {
    const first = readTemplate(front)
    expect(first.ok).toBe(true)
    if (first.ok) expect(readTemplate(JSON.parse(JSON.stringify(first.template)))).toEqual(first)
  })
})

describe("faults of form name the field", () => {
  it.each([
    ["a missing field", template({ sheet: { width: 275, height: 390 } }), "sheet.bleed"],
    ["a word for a number", template({ typeArea: { x: "25", y: 27 } }), "typeArea.x"],
    ["part of a line", template({ slots: slots({ lines: 79.5 }) }), "slots[1].region.lines"],
    ["no columns", template({ slots: slots({ columns: 0 }) }), "slots[1].region.columns"],
    ["a field misspelt", template({ nmae: "x" }), "nmae"],
    ["a role that is none", template({ slots: [{ id: "a", role: "ad" }] }), "slots[0].role"],
    ["an id with blanks", template({ id: "My page" }), "id"],
    ["furniture of no kind", template({ furniture: [{ kind: "line" }] }), "furniture[0].kind"],
    ["no slots", template({ slots: [] }), "slots"],
  ])("%s", (_, json, path) => {
    expect(paths(json)).toContain(path)
  })

  it("in sentences of both languages that begin with the field", () => {
    const reading = readTemplate(template({ typeArea: { x: 25 } }))
    expect(reading.ok).toBe(false)
    if (reading.ok) return
    expect(reading.faults).toEqual([
      {
        path: "typeArea.y",
        say: { zh: "typeArea.y：缺少这个字段。", en: "typeArea.y: is missing." },
      },
    ])
  })

  it("and a rule too thin for newsprint", () => {
    const rule = { kind: "rule", x1: 0, line1: 0, x2: 9, line2: 0, width: 0.2 }
    expect(paths(template({ furniture: [rule] }))).toEqual(["furniture[0].width"])
  })
})

describe("faults of meaning name the field", () => {
  it.each([
    ["a slot off the grid", template({ slots: slots({ lines: 81 }) }), "slots[1].region"],
    ["a slot on another", template({ slots: slots({ column: 2 }) }), "slots[1].region"],
    ["a page left bare", template({ slots: slots({ lines: 70 }) }), "slots"],
    ["a type area off the sheet", template({ typeArea: { x: 250, y: 27 } }), "typeArea.x"],
    ["a type area off the foot", template({ typeArea: { x: 25, y: 100 } }), "typeArea.y"],
    [
      "lines lower than their type",
      template({
        grid: { bodySize: 9, linePitch: 8, columns: 4, measure: 11, gutter: 1, lines: 80 },
      }),
      "grid.linePitch",
    ],
    [
      "a placeholder that nobody answers",
      template({ notices: [{ title: "{weather}", lines: [] }] }),
      "notices[0].title",
    ],
  ])("%s", (_, json, path) => {
    expect(paths(json)).toEqual([path])
  })

  it("an id used twice", () => {
    const twice = [
      { id: "a", role: "lead", region: { column: 0, columns: 3, line: 0, lines: 80 } },
      { id: "a", role: "news", region: { column: 3, columns: 1, line: 0, lines: 80 } },
    ]
    expect(paths(template({ slots: twice }))).toEqual(["slots[1].id"])
  })

  it("frames off their slot and a span that does not hold it", () => {
    const region = { column: 0, columns: 4, line: 0, lines: 80 }
    const outside = { role: "body", region: { column: 0, columns: 5, line: 0, lines: 10 } }
    const slot = { id: "a", role: "lead", region, span: { min: 1, max: 3 }, frames: [outside] }
    expect(paths(template({ slots: [slot] }))).toEqual([
      "slots[0].span",
      "slots[0].frames[0].region",
    ])
  })

  it("a masthead that does not stand at the head", () => {
    const region = (line: number, lines: number) => ({ column: 0, columns: 4, line, lines })
    const reserved = [{ id: "m", role: "masthead", region: region(60, 20) }]
    const slot = { id: "a", role: "lead", region: region(0, 60) }
    expect(paths(template({ reserved, slots: [slot] }))).toEqual([
      "reserved[0].region.line",
      "reserved[0].region.lines",
    ])
  })

  it("slots that interlock", () => {
    const grid = { bodySize: 9, linePitch: 11.25, columns: 3, measure: 11, gutter: 1, lines: 60 }
    const region = (column: number, columns: number, line: number, lines: number) => ({
      column,
      columns,
      line,
      lines,
    })
    const wheel = [
      region(0, 2, 0, 20),
      region(2, 1, 0, 40),
      region(1, 2, 40, 20),
      region(0, 1, 20, 40),
      region(1, 1, 20, 20),
    ].map((each, i) => ({ id: `s${i}`, role: "news", region: each }))
    expect(paths(template({ grid, slots: wheel }))).toEqual(["slots"])
  })
})

describe("whatever comes in", () => {
  it("is read or has faults; nothing is thrown", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const reading = readTemplate(json)
        if (!reading.ok) expect(reading.faults.length).toBeGreaterThan(0)
      }),
    )
  })

  it("even when one field of a good template is anything at all", () => {
    const fields = fc.constantFrom(
      "id",
      "sheet",
      "grid",
      "slots",
      "furniture",
      "reserved",
      "notices",
    )
    fc.assert(
      fc.property(fields, fc.jsonValue(), (field, value) => {
        const reading = readTemplate({ ...front, [field]: value })
        if (!reading.ok) for (const fault of reading.faults) expect(fault.say.zh).toContain("：")
      }),
    )
  })
})
