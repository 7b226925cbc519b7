import fc from "fast-check"
import { beforeAll, expect, test } from "vitest"
import { applyTemplate } from "../../layouts/apply-template.ts"
import { composePage } from "../../layouts/compose.ts"
import { applyPage } from "../../layouts/edits/apply-page.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { soundFrameLook } from "../../layouts/issue/frame-look.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { GROUND_PATTERNS, LINE_STYLES, SIDES } from "../../layouts/issue/line-style.ts"
import type { Frame, Look, Page } from "../../layouts/issue/page.ts"
import { USUAL_WRAP } from "../../layouts/issue/wrap.ts"
import { shippedTemplates } from "../../layouts/templates/shelf.ts"
import { templateOf } from "../../layouts/templates/template-of.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { pt, zi } from "../../layouts/units.ts"
import { expectEdit } from "../build/document-law.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { press } from "../build/type.ts"

let issues: readonly Issue[]

beforeAll(async () => {
  const articles = await sampleArticles()
  issues = shippedTemplates().map(({ id }) => setPages(articles, { template: id }).issue)
})

const NAME = { zh: "样", en: "Own" }

/** A look from numbers, of any style. */
function lookOf(seed: number): Look {
  return soundFrameLook({
    rule: 0.5 + (seed % 5),
    tint: seed % 3 === 0 ? 0.15 : 0,
    line: LINE_STYLES[seed % (LINE_STYLES.length + 1)],
    pattern: GROUND_PATTERNS[seed % 6],
    open: seed % 4 === 0 ? [SIDES[seed % SIDES.length]] : [],
    ...(seed % 5 === 0 ? { ink: "朱红" } : {}),
  })
}

/** A frame with looks of its own, by a number. */
function dressed(frame: Frame, seed: number): Frame {
  const { role, region } = frame
  if (role === "body")
    return seed % 3 === 0
      ? { ...frame, ownColumns: { count: 1 + (seed % 4), mode: "absolute", gutter: zi(1) } }
      : { ...frame, ...(seed % 7 === 1 ? { vertical: true } : {}) }
  if (role === "headline")
    return {
      ...frame,
      ...(seed % 3 === 0 ? { vertical: true } : {}),
      ...(seed % 2 === 0 ? { ink: "朱红" } : {}),
    }
  if (role !== "picture") return seed % 2 === 0 ? { ...frame, group: "g1" } : frame
  const wider = region.column > 0 ? 1 : 0
  const over = { ...region, column: region.column - wider, columns: region.columns + wider }
  return { ...frame, region: over, wrap: USUAL_WRAP, inset: { left: seed % 3, right: 1 } }
}

/** A page with line styles, wraps, turned words, own columns, rules and boxes on it. */
function dressedPage(page: Page, seeds: readonly number[]): Page {
  const seed = (i: number): number => seeds[i % seeds.length]! + i
  const drawn = Array.from({ length: seeds[0]! % 4 }, (_, i): Frame => {
    const role = seed(i) % 2 === 0 ? "box" : "rule"
    const region = { column: i, columns: role === "box" ? 2 : 1, line: 20 + i, lines: 1 }
    const plain = { article: null, order: 0, slot: "", look: lookOf(seed(i)) }
    return { id: `drawn-${i}`, role, region, ...plain }
  })
  const under = drawn.filter((_, i) => seed(i) % 3 === 0)
  return {
    ...page,
    rules: { column: pt(0.5), slot: null, line: LINE_STYLES[seeds[0]! % LINE_STYLES.length]! },
    furniture: page.furniture.map((piece, i) =>
      piece.kind === "text" ? piece : { ...piece, line: LINE_STYLES[seed(i) % 6]!, ink: "朱红" },
    ),
    frames: [
      ...under,
      ...page.frames.map((frame, i) => dressed(frame, seed(i))),
      ...drawn.filter((one) => !under.includes(one)),
    ],
  }
}

/** What stands on a page and how it looks, in a settled order. */
function standing({ frames }: Page): readonly string[] {
  return frames
    .map(({ id: _, slot: _slot, article, order, notice: _notice, ...frame }) =>
      JSON.stringify({ ...frame, shows: article !== null, order }, (_, value: unknown) =>
        typeof value === "object" && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
          : value,
      ),
    )
    .toSorted()
}

function kept(page: Page, articles: readonly Article[]): Template {
  const reading = templateOf(page, { id: "own-1", name: NAME, base: null, articles })
  if (!reading.ok) throw new Error(reading.faults.map(({ say }) => say.en).join("\n"))
  return reading.template
}

const looks = ({ articles }: Issue): readonly string[] =>
  articles.map(({ surround, columnRule }) => JSON.stringify([surround, columnRule])).toSorted()

test("a page kept as a template and put under its own articles gives the same frames and looks", () => {
  const seeds = fc.array(fc.nat(999), { minLength: 3, maxLength: 7 })
  fc.assert(
    fc.property(fc.nat(issues.length - 1), seeds, (at, chosen) => {
      const made = issues[at]!
      const page = dressedPage(made.pages[0]!, chosen)
      const on = new Set(page.frames.map(({ article }) => article))
      const articles = made.articles
        .filter(({ id }) => on.has(id))
        .map((article, i) => ({
          ...article,
          ...(i % 3 === 0 ? { surround: lookOf(chosen[0]! + i) } : {}),
          ...(i % 4 === 0 ? { columnRule: lookOf(chosen[1]! + i) } : {}),
        }))
      const issue = { ...made, articles, pages: [page] }
      const template = kept(page, articles)
      expect(JSON.parse(JSON.stringify(template))).toEqual(
        JSON.parse(JSON.stringify(kept(page, articles))),
      )
      const bare = articles.map(({ surround: _, columnRule: _rule, ...article }) => article)
      const asked = { template, page: page.id, manner: "drawn", breaks: "free" } as const
      const applied = applyTemplate({ ...issue, articles: bare }, asked, press)
      expect(standing(applied.page)).toEqual(standing(page))
      expect(applied.page.rules).toEqual(page.rules)
      expect(applied.back).toEqual([])
      const document = newDocument({ ...issue, articles: bare })
      document.perform(applyPage(page.id, applied.page, applied.looks))
      expect(looks(document.issue())).toEqual(looks(issue))
      expect(composePage(document.issue(), page.id, press, "free").list).toEqual(
        applied.composed.list,
      )
    }),
    { numRuns: 25 },
  )
})

test("what a slot drew round an article goes when the page gets another template", () => {
  const { pages, ...made } = issues[0]!
  const boxed = made.articles.map((article, i) =>
    i === 0 ? { ...article, surround: lookOf(4) } : article,
  )
  const template = kept(pages[0]!, boxed)
  const before = { ...made, articles: boxed, pages }
  const plain = { template: shippedTemplates()[1]!, page: "A1", manner: "fitted" } as const
  const stays = applyTemplate(before, { ...plain, breaks: "free" }, press)
  expect(stays.looks).toEqual([])
  const applied = applyTemplate(before, { ...plain, breaks: "free", before: template }, press)
  expect(applied.looks).toEqual([{ article: boxed[0]!.id, surround: null }])
  expectEdit(newDocument(before), applyPage("A1", applied.page, applied.looks), ({ articles }) =>
    expect(articles.some(({ surround }) => surround)).toBe(false),
  )
})
