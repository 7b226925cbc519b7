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
import { lineBox, meets, overKept } from "../build/kept-free.ts"
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

const text = named("text", "body a 0+3 0+50")
const photo = (wrap: Partial<Wrap>, change: Partial<Frame> = {}): Frame =>
  named("photo", "picture - 0+2 10+15", {
    inset: { left: 9, right: 9 },
    wrap: { ...USUAL_WRAP, ...wrap },
    ...change,
  })

const URL = "https://www.ruihe.example/gangkou/2026/xinqiao/tongche/zuixin?id=20261123&ye=4"
const LATIN = "Donaudampfschifffahrtsgesellschaftskapitaen"

/** A body paragraph of a text. */
function body(text: string): Article["story"][number] {
  return { role: "body", text, columnBreaks: [], dateline: 0 }
}

describe("long words beside what text goes round", () => {
  const ellipse: Partial<Wrap> = {
    shape: "outline",
    outline: presetOutline("ellipse"),
    clearance: 0.5,
    least: 2,
  }

  it.each([
    ["addresses", Array(9).fill(URL).join(" ")],
    ["Latin", Array(14).fill(LATIN).join(" ")],
    ["Latin in Han", Array(9).fill(`瑞河${LATIN}新桥`).join("")],
  ])("%s take the lines that they need, and none is over it", (_, words) => {
    const article = { ...plainArticle("a"), story: [body(words), body(SENTENCE)] }
    const round = photo(ellipse, {
      region: { column: 0, columns: 2, line: 3, lines: 40 },
      inset: { left: 5, right: 5 },
    })
    const story = setOf(issueOf(article, text, round))
    expect(overKept(story)).toEqual([])
    expect(textOf(story, article)).toBe(words + SENTENCE)
  })

  it("words of any length that are not divided take a line each where two have no room", () => {
    for (let letters = 12; letters < 22; letters += 2) {
      const words = Array(60).fill("n".repeat(letters)).join(" ")
      const article = { ...plainArticle("a"), story: [body(words), body(SENTENCE)] }
      const region = { column: 0, columns: 2, line: 46, lines: 14 }
      const round = photo({ ...ellipse, sides: "both" }, { region, inset: { left: 9, right: 9 } })
      const story = setOf(issueOf(article, named("text", "body a 0+3 0+60"), round))
      expect(overKept(story), `${letters}`).toEqual([])
      expect((words + SENTENCE).startsWith(textOf(story, article))).toBe(true)
    }
  })

  it("leaves places empty that are narrower than the first character behind its indent", () => {
    const narrow = photo({ least: 2, clearance: 0 }, { inset: { left: 2, right: 13 } })
    const article = { ...plainArticle("a"), story: Array(12).fill(body("新桥通车。")) }
    const story = setOf(issueOf(article, text, narrow))
    expect(overKept(story)).toEqual([])
    expect(textOf(story, article)).toBe("新桥通车。".repeat(12))
  })

  it("leaves places empty that are lower or narrower than a large character", () => {
    const narrow = photo({ least: 2, clearance: 0 }, { inset: { left: 3, right: 10 } })
    const large = { ...body(SENTENCE.repeat(12)), spans: [{ from: 60, to: 64, size: pt(30) }] }
    const article = { ...plainArticle("a"), story: [large] }
    const story = setOf(issueOf(article, text, narrow))
    const boxes = story.columns.flatMap(({ lines }) => lines.map(lineBox))
    expect(overKept(story)).toEqual([])
    for (const [i, one] of boxes.entries())
      expect(boxes.slice(i + 1).filter((other) => meets(one, other))).toEqual([])
    expect(textOf(story, article)).toBe(large.text)
  })
})

/** Where a character stands on a page, 字 from a column's edge. */
function placeIn({ column, lines }: ReturnType<typeof setOf>["columns"][number], sought: string) {
  return lines.flatMap(({ line, x }) =>
    line.runs.flatMap(({ texts, dx }) =>
      texts.flatMap((text, i) => (text === sought ? [(x + dx[i]! - column.box.x) / 9] : [])),
    ),
  )
}

describe("tabs beside what text goes round", () => {
  const list = (tabs: string, count = 20): Article => ({
    ...plainArticle("a"),
    story: Array.from({ length: count }, () => ({ ...body("茶\t元"), look: { tabs, indent: 0 } })),
  })
  const side = (left: number, right: number): Frame =>
    named("photo", "picture - 0+1 4+6", {
      inset: { left, right },
      wrap: { ...USUAL_WRAP, clearance: 0, least: 3 },
    })
  const one = named("text", "body a 0+1 0+60")

  it("stops are those of the column, whatever a line has of it", () => {
    const story = setOf(issueOf(list("9l"), one, side(0, 12)))
    const column = story.columns[0]!
    expect(placeIn(column, "元").every((at) => Math.abs(at - 9) < 1e-6)).toBe(true)
    expect(placeIn(column, "茶").filter((at) => Math.abs(at - 5) < 1e-6)).toHaveLength(6)
  })

  it("what ends at a stop behind the line's end stands at that end, dots lead to it, and it is told", () => {
    const issue = issueOf(list("16r."), one, side(10, 0))
    const story = setOf(issue)
    const column = story.columns[0]!
    expect(placeIn(column, "元").filter((at) => Math.abs(at - 9) < 1e-6)).toHaveLength(6)
    expect(placeIn(column, "元").filter((at) => Math.abs(at - 15) < 1e-6)).toHaveLength(14)
    const dots = column.lines.map(({ line }) => line.runs.flatMap(({ texts }) => texts).length)
    expect(Math.min(...dots)).toBeGreaterThan(10)
    expect(overKept(story)).toEqual([])
    const { findings } = composePage(issue, "A1", press, "free")
    const told = findings.filter(({ rule }) => rule === "line/tab-astray")
    expect(told).toHaveLength(6)
    expect(told[0]!.where).toMatchObject({ article: "a", from: 1, to: 2 })
  })

  it("a line goes on at the next place where no stop is left on it", () => {
    const story = setOf(issueOf(list("14l"), one, side(10, 0)))
    expect(placeIn(story.columns[0]!, "元").filter((at) => at < 1)).toHaveLength(3)
    expect(overKept(story)).toEqual([])
  })
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

  it("has its credit beside a short last line in the last row that there is", () => {
    const plain = storyOf(1)
    const full = named("text", "body a 0+3 0+30")
    const set = (text: string) => {
      const article = { ...plain, story: [{ ...plain.story[0]!, text }, ...plain.story.slice(1)] }
      return setOf(issueOf(article, full, photo({})))
    }
    const over = set("河".repeat(2000))
    expect(over.overset.characters).toBeGreaterThan(0)
    const { from } = over.columns.at(-1)!.lines.at(-1)!.line
    const story = set("河".repeat(from + 2))
    const [last, credit] = story.columns.at(-1)!.lines.slice(-2)
    expect(last).toMatchObject({ paragraph: 0, line: { from } })
    expect(credit).toMatchObject({ paragraph: 1, baseline: last!.baseline })
    expect(story.overset.characters).toBe(0)
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
