import { describe, expect, it } from "vitest"
import type { Decision } from "../../layouts/issue/article.ts"
import { inOrderOfDoubt, topicOf, wantsLook, wordsOf } from "../../renderer/state/review-words.ts"
import { sampleArticles } from "../build/issue.ts"

const articles = await sampleArticles()
const lead = articles.find(({ kind }) => kind === "lead")!
const words = (topic: string): readonly (string | null)[] =>
  lead.decisions.filter((one) => topicOf(one) === topic).map((one) => wordsOf(lead, one))

describe("what a decision is about", () => {
  it("is told in the article's own words", () => {
    const subheads = lead.story.filter(({ role }) => role === "subhead").map(({ text }) => text)
    expect(words("heading")).toEqual(subheads)
    const marks = lead.story.flatMap(({ columnBreaks }) => columnBreaks)
    expect(marks.length).toBeGreaterThan(1)
    expect(words("break")).toEqual(marks.map(({ before, after }) => `${before}‖${after}`))
    expect(words("deck")).toEqual([lead.deck])
    expect(words("kind")).toEqual([lead.headline])
  })

  it("is left open where breaks and decisions do not pair", () => {
    const fewer = { ...lead, story: lead.story.map((one) => ({ ...one, columnBreaks: [] })) }
    const broken = fewer.decisions.find((one) => topicOf(one) === "break")!
    expect(wordsOf(fewer, broken)).toBeNull()
  })

  it("has the same topic in every file of an import", () => {
    const decision = { ...lead.decisions[0]!, id: "12/break:31:2" }
    expect(topicOf(decision)).toBe("break")
    expect(topicOf({ ...decision, id: "?" })).toBe("other")
  })
})

describe("what wants a look", () => {
  const at = (line: number, confidence: number): Decision => ({
    ...lead.decisions[0]!,
    id: `heading:${line}`,
    line,
    confidence,
  })

  it("comes first, the least sure ahead, and stays there once it was flipped", () => {
    const decisions = [at(1, 0.9), at(2, 0.7), at(3, 0.5), at(4, 1)]
    const lines = (choices: Record<string, string>): readonly number[] =>
      inOrderOfDoubt(decisions, choices).map(({ line }) => line)
    expect(lines({})).toEqual([3, 2, 1, 4])
    expect(lines({ "heading:4": "subhead" })).toEqual([3, 2, 4, 1])
    expect(wantsLook(at(4, 1), {})).toBe(false)
    expect(wantsLook(at(4, 1), { "heading:4": "subhead" })).toBe(true)
  })
})
