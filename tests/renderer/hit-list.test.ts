import { describe, expect, it, vi } from "vitest"
import { replaceTexts } from "../../layouts/edits/replace-texts.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Ignored } from "../../layouts/issue/ignored.ts"
import { checkIssue } from "../../layouts/proof/checks/check-issue.ts"
import type { IssueRecord } from "../../layouts/proof/record.ts"
import { freshRound } from "../../layouts/proof/rounds.ts"
import { HOUSE_WORKFLOW } from "../../layouts/proof/states.ts"
import { FIRST_PREFERENCES } from "../../main/files/preferences.ts"
import { desk } from "../../renderer/state/desk.ts"
import { takingUp } from "../../renderer/state/hit-deeds.ts"
import {
  filteredHits,
  groupedHits,
  listedHits,
  stillStands,
  stretchOf,
  type HitFilter,
} from "../../renderer/state/hit-list.ts"
import { preferences } from "../../renderer/state/preferences.ts"
import { rounds } from "../../renderer/state/rounds.ts"
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

describe("takingUp", () => {
  vi.stubGlobal("window", globalThis)
  const page = issue.pages.find(({ frames }) => frames.some((frame) => frame.article === lead.id))!
  const at = (role: string, state: string | null, tool: "select" | "mark" = "select") => {
    const round = { ...freshRound(HOUSE_WORKFLOW), state: state ?? "" }
    const step = { kind: "transition", page: page.id, body: { round } } as unknown as IssueRecord
    rounds.setState({ kept: { records: state === null ? [] : [step], broken: [] } })
    const person = { name: "某人", role }
    preferences.setState({ set: { ...FIRST_PREFERENCES, person } })
    desk.setState({ issue })
    return takingUp(lead.id, { tool })
  }

  it("goes by the role while the page is free, and an editor may take the proof tool", () => {
    for (const role of ["二校", "复审", "总编"]) expect(at(role, null)).toBe("mark")
    for (const role of ["编辑", "主任", ""]) expect(at(role, null)).toBe("change")
    expect(at("编辑", null, "mark")).toBe("mark")
    expect(at("印务", null)).toBe("nothing")
  })

  it("goes by how far the page is, whoever is at the desk", () => {
    expect(at("编辑", "S3")).toBe("mark")
    expect(at("编辑", "S4")).toBe("change")
    expect(at("编辑", "S10")).toBe("mark")
    expect(at("编辑", "S11")).toBe("nothing")
    expect(at("校对", "S11", "mark")).toBe("nothing")
    expect(at("校对", "S4")).toBe("mark")
  })
})
