import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Article, ArticleKind } from "../../layouts/issue/article.ts"
import { placeArticles, type PlacedIssue } from "../../layouts/placement/place.ts"
import type { Region } from "../../layouts/issue/page.ts"
import { checkTemplate } from "../../layouts/templates/checks.ts"
import type { SlotRole, Template } from "../../layouts/templates/template.ts"
import { zi } from "../../layouts/units.ts"
import { shippedTemplates, templateById } from "../../layouts/templates/shelf.ts"
import { articleOf, paragraphOf } from "../build/placement-articles.ts"
import { estimatedFit } from "../build/placement-fit.ts"
import { brokenLaws } from "../build/placement-laws.ts"

const context = {
  paper: "瑞河日报",
  date: { year: 2026, month: 11, day: 23 },
  shelf: templateById,
} as const

const templateIds = fc.constantFrom(
  ...shippedTemplates().map((template) => template.id),
  ...Array.from({ length: 33 }, (_, i) => `measure-${i + 9}`),
)

const kinds = fc.constantFrom<ArticleKind>("lead", "news", "news", "news", "photo", "filler", "ad")

/** Any paragraph: its length, and where an original column break stands in it, if anywhere. */
const paragraphs = fc
  .tuple(fc.nat(400), fc.option(fc.double({ min: 0.1, max: 0.9, noNaN: true })))
  .map(([length, at]) =>
    paragraphOf(length, at === null || length < 20 ? [] : [Math.floor(length * at)]),
  )

const pictures = fc.array(
  fc.record({
    id: fc.constant("p"),
    alt: fc.constant(""),
    aspect: fc.option(fc.double({ min: 0.2, max: 5, noNaN: true })),
  }),
  { maxLength: 3 },
)

/** Any copy for a page: up to a dozen articles of all kinds and lengths. */
const copy = fc
  .array(
    fc.record({
      kind: kinds,
      story: fc.array(paragraphs, { maxLength: 6 }),
      pictures,
      deck: fc.option(fc.constant("——瑞河市茶山纪行")),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ kind, story, ...more }, i): Article => articleOf(`a${i + 1}`, kind, story, more)),
  )

/** Places articles on a template by estimate; `breaks` keeps the original column ends. */
function place(id: string, articles: readonly Article[], breaks: boolean): PlacedIssue {
  const template = templateById(id)!
  return placeArticles(articles, template, estimatedFit(template, breaks), context)
}

/** Cuts a region by a list of numbers: a tiling that straight cuts made. */
function cutUp(region: Region, numbers: readonly number[]): readonly Region[] {
  const [first, ...rest] = numbers
  if (first === undefined) return [region]
  const { column, columns, line, lines } = region
  const half = Math.ceil(rest.length / 2)
  const both = (one: Region, other: Region): readonly Region[] => [
    ...cutUp(one, rest.slice(0, half)),
    ...cutUp(other, rest.slice(half)),
  ]
  if (first % 2 === 0 && columns > 1) {
    const part = 1 + (first % (columns - 1))
    return both(
      { ...region, columns: part },
      { ...region, column: column + part, columns: columns - part },
    )
  }
  if (lines < 20) return [region]
  const part = 8 + (first % (lines - 16))
  return both({ ...region, lines: part }, { ...region, line: line + part, lines: lines - part })
}

/** Any page that straight cuts divide, some with a masthead in a corner. */
const anyTemplate = fc
  .record({
    columns: fc.integer({ min: 1, max: 9 }),
    lines: fc.integer({ min: 12, max: 122 }),
    cuts: fc.array(fc.nat(1000), { maxLength: 10 }),
    roles: fc.array(fc.constantFrom<SlotRole>("news", "photo", "filler", "house"), {
      minLength: 12,
      maxLength: 12,
    }),
    lead: fc.nat(11),
    masthead: fc.boolean(),
  })
  .map(({ columns, lines, cuts, roles, lead, masthead }): Template => {
    const model = templateById("broadsheet-inside")!
    const regions = cutUp({ column: 0, columns, line: 0, lines }, cuts)
    const [corner] = regions
    const fast = masthead && regions.length > 1 && corner!.lines <= lines / 2
    const slots = regions.slice(fast ? 1 : 0).map((region, i) => ({
      id: `s${i}`,
      role: i === lead ? ("lead" as const) : roles[i % roles.length]!,
      region,
      span: null,
      headline: null,
      frames: [],
    }))
    const reserved = fast ? [{ id: "m", role: "masthead" as const, region: corner! }] : []
    const measure = zi(Math.floor((111 - (columns - 1)) / columns))
    const grid = { ...model.grid, columns, measure, lines }
    return { ...model, id: "any", grid, furniture: [], reserved, slots, next: null }
  })

describe("laws of placement", () => {
  it("hold for any copy on any template, with and without original column breaks", () => {
    fc.assert(
      fc.property(templateIds, copy, fc.boolean(), (id, articles, breaks) => {
        const fit = estimatedFit(templateById(id)!, breaks)
        expect(brokenLaws(place(id, articles, breaks), articles, fit)).toEqual([])
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it("hold on any page that straight cuts divide", () => {
    fc.assert(
      fc.property(anyTemplate, copy, fc.boolean(), (template, articles, breaks) => {
        expect(checkTemplate(template)).toEqual([])
        const fit = estimatedFit(template, breaks)
        const issue = placeArticles(articles, template, fit, context)
        expect(brokenLaws(issue, articles, fit, () => template)).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it("give the same pages for the same copy", () => {
    fc.assert(
      fc.property(templateIds, copy, fc.boolean(), (id, articles, breaks) => {
        expect(place(id, articles, breaks)).toEqual(place(id, articles, breaks))
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  it("hold for text of any length, however many pages it takes", () => {
    fc.assert(
      fc.property(templateIds, fc.integer({ min: 1, max: 60 }), (id, hundreds) => {
        const story = Array.from({ length: hundreds }, () => 300)
        const articles = [articleOf("a1", "lead", story), articleOf("a2", "news", [200])]
        const fit = estimatedFit(templateById(id)!)
        expect(brokenLaws(place(id, articles, false), articles, fit)).toEqual([])
      }),
      { numRuns: 30 },
    )
  }, 60_000)
})
