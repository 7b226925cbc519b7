import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { segmentsOf, type Obstacle } from "../../layouts/grid/obstacles.ts"
import { boxOf, frameBox } from "../../layouts/grid/geometry.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { presetOutline, USUAL_WRAP, type Wrap } from "../../layouts/issue/wrap.ts"
import { pt, type Box } from "../../layouts/units.ts"
import { plainArticle } from "../build/document-records.ts"
import { named, pageWith } from "../build/frame.ts"
import { press } from "../build/type.ts"

const date = { year: 2026, month: 11, day: 23 }
const { grid } = pageWith([])
const SENTENCE =
  "瑞河市在河边修了一条步道，全长12公里，沿岸种了三万株柳树；市民说：“早上来走一走，真好。”"

function storyOf(paragraphs: number): Article {
  const body = (i: number) => ({
    role: i % 5 === 3 ? ("subhead" as const) : ("body" as const),
    text: i % 5 === 3 ? "河岸新步道开放" : SENTENCE.repeat(1 + (i % 3)),
    columnBreaks: [],
    dateline: 0,
  })
  const credit = { ...body(0), role: "credit" as const, text: "（本报记者 林一舟）" }
  const story = [...Array.from({ length: paragraphs }, (_, i) => body(i)), credit]
  return { ...plainArticle("a"), story }
}

function issueOf(article: Article, ...frames: readonly Frame[]): Issue {
  return { paper: "瑞河日报", date, articles: [article], pages: [pageWith(frames)] }
}

function setOf(issue: Issue) {
  return composePage(issue, "A1", press, "free").articles[0]!.story
}

/** The text that lines show, and what did not fit. */
function textOf(story: ReturnType<typeof setOf>, article: Article): string {
  const lines = story.columns.flatMap((column) => column.lines)
  return lines
    .map(({ line, paragraph }) => article.story[paragraph]!.text.slice(line.from, line.to))
    .join("")
}

/** The boxes of lines: their em boxes as wide as they are. */
function boxesOf(story: ReturnType<typeof setOf>): readonly Box[] {
  return story.columns.flatMap(({ lines }) =>
    lines.map(({ line, x, baseline }) => ({
      x,
      y: pt(baseline - 0.88 * 9),
      width: line.width,
      height: pt(9),
    })),
  )
}

function meets(a: Box, b: Box): boolean {
  const off = 0.02
  return (
    a.x + off < b.x + b.width &&
    b.x + off < a.x + a.width &&
    a.y + off < b.y + b.height &&
    b.y + off < a.y + a.height
  )
}

const text = named("text", "body a 0+3 0+50")
const photo = (wrap: Partial<Wrap>, change: Partial<Frame> = {}): Frame =>
  named("photo", "picture - 0+2 10+15", {
    inset: { left: 9, right: 9 },
    wrap: { ...USUAL_WRAP, ...wrap },
    ...change,
  })

describe("text round a picture astride two columns", () => {
  it("stands on the wider side in whole characters, and nothing is lost", () => {
    const article = storyOf(12)
    const story = setOf(issueOf(article, text, photo({})))
    expect(story.overset.characters).toBe(0)
    expect(textOf(story, article)).toBe(article.story.map((one) => one.text).join(""))
    const box = frameBox(grid, photo({}))
    expect(boxesOf(story).filter((line) => meets(line, box))).toEqual([])
    const first = story.columns[0]!
    const beside = first.lines.filter(
      ({ baseline }) => baseline > box.y && baseline < box.y + box.height,
    )
    expect(beside.length).toBeGreaterThan(10)
    for (const { line } of beside) expect(line.width).toBeLessThanOrEqual(8 * 9 + 5)
  })

  it("has larger lines in rows of their own where no stretch has room for all of them", () => {
    const plain = storyOf(2)
    const first = { ...plain.story[0]!, text: SENTENCE.repeat(30) }
    const large = { ...first, spans: [{ from: 4, to: 8, size: pt(16) }] }
    const article = { ...plain, story: [large, ...plain.story.slice(1)] }
    const story = setOf(issueOf(article, text, photo({})))
    expect(story.overset.characters).toBe(0)
    expect(textOf(story, article)).toBe(article.story.map((one) => one.text).join(""))
  })

  it("stops over a band and goes on under it", () => {
    const article = storyOf(12)
    const story = setOf(issueOf(article, text, photo({ shape: "band" })))
    const region = boxOf(grid, photo({}).region)
    expect(boxesOf(story).filter((line) => meets(line, region))).toEqual([])
    expect(textOf(story, article)).toBe(article.story.map((one) => one.text).join(""))
  })

  it("stands on both sides of what is in the middle of a column", () => {
    const wide = named("text", "body a 0+1 0+60")
    const small = named("box", "box - 0+1 10+8", {
      inset: { left: 7, right: 7 },
      wrap: { ...USUAL_WRAP, sides: "both", clearance: 0.5, least: 3 },
    })
    const article = storyOf(4)
    const story = setOf(issueOf(article, wide, small))
    const box = frameBox(grid, small)
    const beside = story.columns[0]!.lines.filter(
      ({ baseline }) => baseline > box.y && baseline < box.y + box.height,
    )
    expect(beside.filter(({ x }) => x < box.x).length).toBe(
      beside.filter(({ x }) => x > box.x).length,
    )
    expect(beside.length).toBe(16)
    expect(textOf(story, article)).toBe(article.story.map((one) => one.text).join(""))
  })

  it("follows a circle: lines are longer at its top than at its middle", () => {
    const article = storyOf(16)
    const round = photo(
      { shape: "outline", outline: presetOutline("ellipse") },
      { inset: { left: 9, right: 9 } },
    )
    const story = setOf(issueOf(article, text, round))
    const box = frameBox(grid, round)
    const beside = story.columns[0]!.lines.filter(
      ({ baseline }) => baseline > box.y && baseline < box.y + box.height,
    )
    const widths = beside.map(({ line }) => Math.round(line.width / 9))
    expect(Math.max(widths[0]!, widths.at(-1)!)).toBeGreaterThan(Math.min(...widths))
    expect(textOf(story, article)).toBe(article.story.map((one) => one.text).join(""))
  })
})

const wraps = fc.record({
  shape: fc.constantFrom<Wrap["shape"]>("box", "outline", "band"),
  sides: fc.constantFrom<Wrap["sides"]>("wider", "both"),
  clearance: fc.constantFrom(0, 0.5, 1, 2),
  least: fc.integer({ min: 2, max: 8 }),
  outline: fc.constantFrom(presetOutline("ellipse"), presetOutline("rounded")),
})
const obstacles = fc.array(
  fc.record({
    column: fc.nat(2),
    columns: fc.integer({ min: 1, max: 2 }),
    line: fc.nat(40),
    lines: fc.integer({ min: 1, max: 20 }),
    inset: fc.record({ left: fc.nat(10), right: fc.nat(10) }),
    wrap: wraps,
  }),
  { minLength: 1, maxLength: 3 },
)

it("no character stands on an obstacle, none is lost or twice, and warm is cold", () => {
  fc.assert(
    fc.property(obstacles, fc.integer({ min: 1, max: 14 }), (all, paragraphs) => {
      const article = storyOf(paragraphs)
      const frames = all.map(({ wrap, inset, ...place }, i) =>
        named(`o${i}`, "box - 0+1 0+1", {
          region: {
            ...place,
            columns: Math.min(place.columns, 3 - place.column),
            lines: Math.min(place.lines, 60 - place.line),
          },
          inset: inset.left + inset.right === 0 ? { left: 1, right: 0 } : inset,
          wrap,
        }),
      )
      const issue = issueOf(article, text, ...frames)
      const story = setOf(issue)
      const shown = textOf(story, article)
      const whole = article.story.map((one) => one.text).join("")
      expect(whole.startsWith(shown)).toBe(true)
      const over = [...whole.slice(shown.length)].filter((one) => one.trim() !== "").length
      expect(story.overset.characters).toBe(over)
      const lines = boxesOf(story)
      for (const frame of frames) {
        const box = frameBox(grid, frame)
        if (frame.wrap!.shape !== "outline")
          expect(lines.filter((line) => meets(line, box))).toEqual([])
        else {
          const inner = {
            x: pt(box.x + box.width * 0.2),
            y: pt(box.y + box.height * 0.2),
            width: pt(box.width * 0.6),
            height: pt(box.height * 0.6),
          }
          expect(lines.filter((line) => meets(line, inner))).toEqual([])
        }
      }
      const again = issueOf({ ...article, story: [...article.story] }, text, ...frames)
      const copy = issueOf(structuredClone(article), ...structuredClone([text, ...frames]))
      expect(setOf(again).columns.map(({ lines: own }) => own)).toEqual(
        setOf(copy).columns.map(({ lines: own }) => own),
      )
    }),
    { numRuns: 40 },
  )
})

it("what is left of a row is whole characters from the column's edge, or nothing", () => {
  const column = { x: pt(100), y: pt(0), width: pt(13 * 9), height: pt(500) }
  fc.assert(
    fc.property(
      fc.double({ min: 60, max: 220, noNaN: true }),
      fc.double({ min: 3, max: 90, noNaN: true }),
      wraps,
      (x, width, wrap) => {
        const box = { x: pt(x), y: pt(50), width: pt(width), height: pt(80) }
        const obstacle: Obstacle = { box, wrap }
        for (const top of [30, 52, 90, 127]) {
          const free = segmentsOf(column, { top, foot: top + 9 }, [obstacle], { bodySize: pt(9) })
          for (const one of free) {
            expect(one.x / 9).toBeCloseTo(Math.round(one.x / 9), 6)
            expect(one.width / 9).toBeCloseTo(Math.round(one.width / 9), 6)
            if (one.width < 13 * 9 - 1)
              expect(one.width).toBeGreaterThanOrEqual(wrap.least * 9 - 0.1)
          }
        }
      },
    ),
  )
})
