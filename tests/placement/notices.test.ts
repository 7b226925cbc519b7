import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { boxOf } from "../../layouts/grid/geometry.ts"
import type { Frame, Furniture, Page, Region } from "../../layouts/issue/page.ts"
import { noticesOf } from "../../layouts/draw/notices.ts"
import { furnitureOf, gridOf } from "../../layouts/placement/furniture.ts"
import { BLANK_IMPRINT, RUIHE_IMPRINT } from "../../layouts/issue/imprint.ts"
import { noticesFor } from "../../layouts/placement/notices.ts"
import { PUBLIC_NOTICES } from "../../layouts/placement/public-notices.ts"
import type { Answers } from "../../layouts/templates/placeholders.ts"
import { templateById } from "../../layouts/templates/shelf.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { plainFrame, plainPage } from "../build/document-records.ts"

const template = templateById("broadsheet-inside")!
const grid = gridOf(template)

type Words = Furniture & { kind: "text" }

/** A page of a template with notices in some regions. */
function paged(
  regions: readonly Region[],
  template: Template,
  setting: { readonly answers: Answers; readonly turn: number },
): Page {
  const grid = gridOf(template)
  const notices = noticesFor(regions, grid, template, setting)
  const frames = regions.map((region, i): Frame => ({
    ...{ ...plainFrame(`f${i}`, null), role: "house", region },
    notice: notices[i]!,
  }))
  return { ...plainPage("A1"), grid, furniture: furnitureOf(template), frames }
}

/** What the notices in some regions of a page of 青屿晚报 print. */
function set(regions: readonly Region[], imprint = BLANK_IMPRINT, turn = 0): readonly Furniture[] {
  const answers = { ...imprint, paper: "青屿晚报" }
  return noticesOf(paged(regions, template, { answers, turn }), answers)
}

function wordsOf(furniture: readonly Furniture[]): readonly Words[] {
  return furniture.filter((each): each is Words => each.kind === "text")
}

/** Regions side by side and under one another, of any height from one line. */
const regions = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 120 })), {
    minLength: 1,
    maxLength: 14,
  })
  .map((sizes) => sizes.map(([columns, lines]) => ({ column: 0, columns, line: 0, lines })))

describe("notices", () => {
  it("come once on a page, whole, readable and inside their box", () => {
    fc.assert(
      fc.property(regions, fc.nat(40), (holes, turn) => {
        const titles = new Set<string>()
        for (const word of wordsOf(set(holes, BLANK_IMPRINT, turn))) {
          expect(word.size).toBeGreaterThanOrEqual(7.5)
          if (word.family === "song") {
            expect(titles).not.toContain(word.text)
            titles.add(word.text)
          }
        }
      }),
    )
    fc.assert(
      fc.property(regions, (holes) => {
        const texts = wordsOf(set(holes)).map(({ text }) => text)
        for (const { title, lines } of PUBLIC_NOTICES.filter((each) => each.lines.length > 0)) {
          const shown = lines.filter((line) => texts.includes(line)).length
          const headed = texts.includes(title) || texts.includes(title.split("\u3000")[0]!)
          expect(shown).toBe(headed ? lines.length : 0)
          expect(texts.filter((text) => text === lines[0]).length).toBeLessThanOrEqual(1)
        }
      }),
    )
    fc.assert(
      fc.property(regions, ([hole]) => {
        const box = boxOf(grid, hole!)
        for (const { text, size, x, baseline } of wordsOf(set([hole!]))) {
          const half = (text.length * size) / 2
          expect(x - half).toBeGreaterThanOrEqual(box.x)
          expect(x + half).toBeLessThanOrEqual(box.x + box.width)
          expect(baseline - 0.88 * size).toBeGreaterThanOrEqual(box.y)
          expect(baseline + 0.12 * size).toBeLessThanOrEqual(box.y + box.height)
        }
      }),
    )
  })

  it("of the public say so and hold no fact", () => {
    const texts = wordsOf(set([{ column: 0, columns: 2, line: 0, lines: 20 }])).map(
      ({ text }) => text,
    )
    expect(texts).toContain("公益广告")
    for (const { title, lines } of PUBLIC_NOTICES)
      expect([title, ...lines].join("")).not.toMatch(/[0-9０-９{}A-Za-z]|电话|热线|本报/)
    expect(new Set(PUBLIC_NOTICES.map(({ title }) => title)).size).toBe(PUBLIC_NOTICES.length)
  })

  it("of the paper come only where their facts are known", () => {
    const low = [{ column: 0, columns: 2, line: 0, lines: 10 }]
    expect(wordsOf(set(low, RUIHE_IMPRINT)).map(({ text }) => text)).toContain("征订启事")
    const blank = wordsOf(set(low)).map(({ text }) => text)
    expect(blank.join()).not.toMatch(/征订|热线|订阅/)
    expect(blank.length).toBeGreaterThan(1)
  })

  it("that fill most of a page have several rows, sized to the box, below the paper's name", () => {
    const whole = [{ column: 0, columns: 8, line: 20, lines: 103 }]
    const words = wordsOf(set(whole))
    const sizes = words.map(({ size }) => size)
    expect(words.length).toBeGreaterThanOrEqual(5)
    const high = Math.max(...words.map(({ baseline }) => baseline)) - words[0]!.baseline
    expect(high / boxOf(grid, whole[0]!).height).toBeGreaterThan(0.25)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(84)
    const front = templateById("tabloid-front")!
    const answers = { ...BLANK_IMPRINT, paper: "青屿晚报" }
    const most = [{ column: 0, columns: 5, line: 20, lines: 60 }]
    const below = noticesOf(paged(most, front, { answers, turn: 0 }), answers)
    expect(Math.max(...wordsOf(below).map(({ size }) => size))).toBeLessThan(76)
  })

  it("are set to the frame they stand in, and gone with it; what is no longer known is a tint", () => {
    const low = [{ column: 0, columns: 2, line: 0, lines: 10 }]
    const answers = { ...RUIHE_IMPRINT, paper: "青屿晚报" }
    const page = paged(low, template, { answers, turn: 0 })
    expect(page.frames[0]!.notice).toMatchObject({ title: "征订启事", label: null })
    expect(page.frames[0]!.notice!.lines).toContain("《{paper}》常年征订")
    const titleOf = (one: Page): Words => wordsOf(noticesOf(one, answers))[0]!
    const frames = page.frames.map((frame) => {
      return { ...frame, region: { column: 4, columns: 4, line: 40, lines: 40 } }
    })
    expect(titleOf({ ...page, frames }).size).toBeGreaterThan(titleOf(page).size)
    expect(titleOf({ ...page, frames }).x).toBeGreaterThan(titleOf(page).x)
    expect(noticesOf({ ...page, frames: [] }, answers)).toEqual([])
    const blank = noticesOf(page, { ...BLANK_IMPRINT, paper: "青屿晚报" })
    expect(blank).toMatchObject([{ kind: "box", tint: 0.08 }])
    expect(noticesOf(page, answers)).toEqual(noticesOf(structuredClone(page), answers))
  })

  it("begin with another on every page", () => {
    const hole = [{ column: 0, columns: 4, line: 0, lines: 60 }]
    const first = [0, 1, 2].map((turn) => wordsOf(set(hole, BLANK_IMPRINT, turn))[0]!.text)
    expect(new Set(first).size).toBe(3)
  })
})
