import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { contains, firstOverlap } from "../../layouts/grid/regions.ts"
import type { Frame, Furniture, Page } from "../../layouts/issue/page.ts"
import { blankPage } from "../../layouts/placement/blank.ts"
import { placeArticles } from "../../layouts/placement/place.ts"
import { shippedTemplates, templateById } from "../../layouts/templates/shelf.ts"
import { templateId, templateOf } from "../../layouts/templates/template-of.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { mm, pt, zi } from "../../layouts/units.ts"
import { plainFrame, plainPage } from "../build/document-records.ts"
import { pageOfCopy } from "../build/placement-articles.ts"
import { estimatedFit } from "../build/placement-fit.ts"

const NAME = { zh: "周末版", en: "Weekend" }

/** The page as a template; throws with its faults when it is none. */
function kept(page: Page, base: Template | null): Template {
  const reading = templateOf(page, { id: "own-1", name: NAME, base })
  if (!reading.ok) throw new Error(reading.faults.map(({ say }) => say.en).join("\n"))
  return reading.template
}

/** Frames as what they are and where they stand, in a settled order. */
function places(frames: readonly Frame[]): readonly string[] {
  const shown = frames.filter(({ role }) => role !== "rule" && role !== "box")
  return shown
    .map(({ role, region: r }) => `${role} ${r.column} ${r.line} ${r.columns} ${r.lines}`)
    .toSorted()
}

function placed(template: Template): readonly Page[] {
  return placeArticles(pageOfCopy(false), template, estimatedFit(template), {
    paper: "瑞河日报",
    date: { year: 2026, month: 11, day: 23 },
    shelf: templateById,
  }).pages
}

describe("a blank page as a template", () => {
  it.each(shippedTemplates().map((template) => [template.id, template] as const))(
    "gives %s again",
    (_, template) => {
      const made = kept(blankPage(template, "A1"), template)
      expect(made.slots.map(({ frames: _, ...slot }) => slot)).toEqual(
        template.slots.map(({ frames: _, ...slot }) => slot),
      )
      const { sheet, typeArea, grid, reserved, furniture, rules, notices, next, section } = template
      expect(made).toMatchObject({
        ...{ id: "own-1", name: NAME, section, sheet, typeArea, grid, reserved, furniture, rules },
        ...{ notices, next },
      })
      expect(places(blankPage(made, "A1").frames)).toEqual(places(blankPage(template, "A1").frames))
    },
  )
})

it("a frame's own columns are kept in a template, and come out of it", () => {
  const base = templateById("broadsheet-inside")!
  const own = { count: 3, mode: "relative", gutter: zi(1) } as const
  const page = blankPage(base, "A1")
  const frames = page.frames.map((frame) =>
    frame.role === "body" ? { ...frame, ownColumns: own } : frame,
  )
  const made = blankPage(kept({ ...page, frames }, base), "A1")
  const columns = made.frames.map(({ role, ownColumns }) => (role === "body" ? ownColumns : null))
  expect(columns.filter((one) => one !== null).length).toBeGreaterThan(3)
  for (const one of columns) if (one !== null) expect(one).toEqual(own)
})

describe("a page of articles as a template", () => {
  const pages = shippedTemplates().flatMap((template) =>
    placed(template).map((page) => [`${page.id} on ${template.id}`, page] as const),
  )

  it.each(pages)("%s: has frames in the same places", (_, page) => {
    const base = templateById(page.template)
    const made = kept(page, base)
    expect(places(blankPage(made, "A1").frames)).toEqual(places(page.frames))
    expect(made.slots.filter(({ role }) => role === "lead")).toHaveLength(1)
    expect(made.reserved).toEqual(base!.reserved)
    expect(made.notices).toEqual(base!.notices)
    expect(made.furniture).toEqual(base!.furniture)
    const again = kept(blankPage(made, "A1"), made)
    expect(places(blankPage(again, "A1").frames)).toEqual(places(page.frames))
  })

  it.each(pages)("%s: is one too when its template is gone", (_, page) => {
    const made = kept(page, null)
    expect(places(blankPage(made, "A1").frames)).toEqual(places(page.frames))
    const base = templateById(page.template)!
    expect(made.reserved.length).toBe(base.reserved.length)
    for (const { region } of made.reserved)
      expect(contains(region, base.reserved[0]!.region)).toBe(true)
  })
})

describe("a page made up by hand as a template", () => {
  const regions = fc.record({
    column: fc.nat(3),
    columns: fc.integer({ min: 1, max: 3 }),
    line: fc.nat(50),
    lines: fc.integer({ min: 1, max: 30 }),
  })
  const frames = fc.array(
    fc.record({
      region: regions,
      role: fc.constantFrom("headline", "body", "picture", "caption", "filler", "house", "box"),
      slot: fc.constantFrom("", "lead", "news-1", "图片"),
      article: fc.constantFrom(null, null, "a1", "a2"),
    }),
    { maxLength: 9 },
  )

  it("is one, whatever stands where, and frames that keep off each other keep their places", () => {
    fc.assert(
      fc.property(frames, (drawn) => {
        const made = drawn.map(({ region, ...rest }, i): Frame => {
          const columns = Math.min(region.columns, 4 - region.column)
          const lines = Math.min(region.lines, 60 - region.line)
          const look = rest.role === "box" ? { look: { rule: pt(0.5), tint: 0.1 } } : {}
          return {
            ...plainFrame(`f${i}`, null),
            ...rest,
            ...look,
            region: { ...region, columns, lines },
          }
        })
        const page = { ...plainPage("A1"), frames: made }
        const template = kept(page, null)
        const shown = made.filter(({ role }) => role !== "box")
        if (shown.length === 0 || firstOverlap(shown.map(({ region }) => region)) !== null) return
        const back = places(blankPage(template, "A1").frames)
        for (const place of places(made)) expect(back).toContain(place)
        expect(template.drawn ?? []).toHaveLength(made.length - shown.length)
      }),
    )
  })

  it("keeps a headline and the columns under it as one slot, and a copied slot as two", () => {
    const frame = (id: string, role: Frame["role"], region: Frame["region"], slot = ""): Frame => {
      return { ...plainFrame(id, null), role, region, slot }
    }
    const page = {
      ...plainPage("A1"),
      frames: [
        frame("h", "headline", { column: 0, columns: 2, line: 0, lines: 5 }),
        frame("l", "body", { column: 0, columns: 1, line: 5, lines: 20 }),
        frame("r", "body", { column: 1, columns: 1, line: 6, lines: 19 }),
        frame("p", "picture", { column: 2, columns: 2, line: 0, lines: 20 }),
        frame("c", "caption", { column: 2, columns: 2, line: 20, lines: 3 }),
        frame("n1", "body", { column: 0, columns: 2, line: 30, lines: 10 }, "news-1"),
        frame("n2", "body", { column: 2, columns: 2, line: 40, lines: 10 }, "news-1"),
      ],
    }
    const { slots } = kept(page, null)
    expect(slots.map(({ id, role, frames }) => [id, role, frames.length])).toEqual([
      ["news-1", "lead", 3],
      ["photo-1", "photo", 2],
      ["news-1-2", "news", 1],
      ["news-1-3", "news", 1],
    ])
  })

  it("drops what nobody answers, and says what no template may be", () => {
    const text: Furniture & { kind: "text" } = {
      ...{ kind: "text", role: "folio", text: "{page}{weather}", family: "hei", weight: 700 },
      ...{ size: pt(20), x: pt(40), baseline: pt(50), align: "left", tracking: pt(0) },
    }
    const page = { ...plainPage("A1"), furniture: [text, { ...text, text: "{weather}" }] }
    const made = kept(page, null)
    expect(made.furniture).toHaveLength(1)
    expect(made.furniture[0]).toMatchObject({ text: "{page}", x: 0 })
    const narrow = { ...page, sheet: { width: mm(100), height: mm(540), bleed: mm(3) } }
    expect(templateOf(narrow, { id: "own-1", name: NAME, base: null })).toMatchObject({
      ok: false,
      faults: [{ path: "typeArea.x" }],
    })
  })
})

describe("an id for a kept template", () => {
  it("is none that is taken, with the letters of the name where it has some", () => {
    expect(templateId("周末版", [])).toBe("own-1")
    expect(templateId("周末版", ["own-1", "own-2"])).toBe("own-3")
    expect(templateId("Weekend Page 要闻", [])).toBe("own-weekend-page")
    expect(templateId("weekend", ["own-weekend"])).toBe("own-weekend-2")
  })
})
