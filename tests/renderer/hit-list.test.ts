import { describe, expect, it } from "vitest"
import { replaceTexts } from "../../layouts/edits/replace-texts.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Ignored } from "../../layouts/issue/ignored.ts"
import { checkIssue } from "../../layouts/proof/checks/check-issue.ts"
import { isProofreader } from "../../renderer/state/hit-deeds.ts"
import {
  filteredHits,
  groupedHits,
  listedHits,
  stillStands,
  stretchOf,
  type HitFilter,
} from "../../renderer/state/hit-list.ts"
import { retyped, sampleArticles, setPages } from "../build/issue.ts"

const ALL: HitFilter = {
  ...{ severities: ["error", "warning", "note"], page: null, article: null, rule: null },
}
const FAULTY = "港口的的二期工程按步就班,进展顺利。"
const MEANS = { today: null, house: null }

const set = setPages(await sampleArticles())
const lead = set.issue.articles.find(({ kind }) => kind === "lead")!
const issue = retyped(set.issue, lead.id, 1, (text) => FAULTY + text)
const found = new Map(
  issue.articles.map((article) => [article.id, checkIssue([article], MEANS)] as const),
)
const ignored: readonly Ignored[] = [
  { rule: "words/confused", article: lead.id, text: "按步就班", reason: "原话", author: "", at: 0 },
]
const listed = (over: Partial<Parameters<typeof listedHits>[0]> = {}) =>
  listedHits({ articles: issue.articles, found, ignored: [], pages: set.pages, ...over })

describe("the hits that are listed", () => {
  it("stand on the page of their words, or on none while their article waits", () => {
    const own = listed().filter(({ article }) => article.id === lead.id)
    expect(own.map(({ page }) => page)).toEqual(own.map(() => "A1"))
    expect(listed({ pages: [] }).every(({ page }) => page === null)).toBe(true)
  })

  it("are without what was let stand, everywhere in its article", () => {
    const rules = (hits: ReturnType<typeof listed>) => hits.map(({ finding }) => finding.rule)
    expect(rules(listed())).toContain("words/confused")
    expect(rules(listed({ ignored }))).not.toContain("words/confused")
    expect(listed({ ignored })).toHaveLength(listed().length - 1)
  })

  it("are filtered and grouped without losing any", () => {
    const hits = listed()
    expect(filteredHits(hits, ALL)).toEqual(hits)
    expect(filteredHits(hits, { ...ALL, rule: "words/confused" })).toHaveLength(1)
    expect(filteredHits(hits, { ...ALL, page: "B9" })).toEqual([])
    for (const by of ["article", "rule"] as const) {
      const groups = groupedHits(hits, by)
      expect(groups.flatMap((group) => group.hits)).toHaveLength(hits.length)
      expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length)
    }
  })

  it("name the very words that an edit replaces", () => {
    const hit = listed().find(({ finding }) => finding.rule === "words/confused")!
    const document = newDocument(issue)
    const [put] = hit.finding.suggest
    document.perform(
      replaceTexts([{ ...stretchOf(hit.finding), article: lead.id, put: put ?? "" }]),
    )
    const after = document.issue().articles.find(({ id }) => id === lead.id)!
    expect(after.story[1]!.text).toContain("工程按部就班,进展")
    expect(stillStands(hit.article, hit.finding)).toBe(true)
    expect(stillStands(after, hit.finding)).toBe(false)
  })
})

it("who marks and never edits is a matter of the proof tool, else of the house's roles", () => {
  expect(isProofreader({ tool: "mark" }, "编辑")).toBe(true)
  for (const role of ["二校", "复审", "总编"])
    expect(isProofreader({ tool: "select" }, role)).toBe(true)
  for (const role of ["编辑", "主任", ""])
    expect(isProofreader({ tool: "select" }, role)).toBe(false)
})
