import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  hitAt,
  hitBeside,
  hitsIn,
  MOST_HITS,
  patternOf,
  roundHit,
  searchedTexts,
  selectionOf,
  type Query,
} from "../../renderer/text/find.ts"
import { plainArticle, plainParagraph } from "../build/document-records.ts"
import { small } from "../build/document-small.ts"

const ask = (words: string, change: Partial<Query> = {}): Query => ({
  words,
  regex: false,
  matchCase: false,
  replacement: "",
  ...change,
})
const spans = (texts: readonly string[], query: Query): readonly string[] =>
  hitsIn(texts, query).map(({ text, from, to }) => texts[text]!.slice(from, to))

describe("finding", () => {
  test("plain words are just themselves, whatever signs they hold", () => {
    expect(spans(["a.b axb (a.b)"], ask("a.b"))).toEqual(["a.b", "a.b"])
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (words, text) => {
        const found = spans([`${text}${words}`], ask(words, { matchCase: true }))
        expect(found.length).toBeGreaterThan(0)
        expect(new Set(found)).toEqual(new Set([words]))
      }),
    )
  })

  test("a made glyph is found by the character it is read as", () => {
    const alike = new Map([["恩", ["\u{f0001}"]]])
    const texts = ["陈\u{f0001}明与陈恩明"]
    expect(spans(texts, ask("陈恩", { alike }))).toEqual(["陈\u{f0001}", "陈恩"])
    expect(spans(texts, ask("陈.明", { alike, regex: true }))).toHaveLength(2)
  })

  test("case counts only when asked", () => {
    expect(spans(["GPS gps"], ask("gps"))).toEqual(["GPS", "gps"])
    expect(spans(["GPS gps"], ask("gps", { matchCase: true }))).toEqual(["gps"])
  })

  test("a regular expression's groups stand in its replacement", () => {
    const hits = hitsIn(
      ["水位18.42米，流速0.9米"],
      ask("(\\d+)\\.(?<part>\\d+)米", { regex: true, replacement: "$1点$<part>公尺$$$&$9" }),
    )
    expect(hits.map(({ put }) => put)).toEqual(["18点42公尺$18.42米$9", "0点9公尺$0.9米$9"])
    expect(hitsIn(["水位"], ask("水", { replacement: "$1$&" }))[0]!.put).toBe("$1$&")
  })

  test("what is no expression finds nothing, what matches nothing is left out", () => {
    expect(patternOf(ask("(", { regex: true }))).toBeNull()
    expect(patternOf(ask(""))).toBeNull()
    expect(hitsIn(["茶车"], ask("(", { regex: true }))).toEqual([])
    expect(spans(["茶茶车"], ask("茶*", { regex: true }))).toEqual(["茶茶"])
    expect(hitsIn(["茶".repeat(MOST_HITS + 9)], ask("茶"))).toHaveLength(MOST_HITS)
  })
})

describe("where it is looked", () => {
  const issue = {
    ...small,
    articles: [
      { ...plainArticle("a1", [plainParagraph("茶船")]), kicker: "江上茶", deck: null },
      { ...plainArticle("a2", [plainParagraph("茶山")]), headline: "茶山" },
      { ...plainArticle("a3", [plainParagraph("茶园")]), headline: null },
    ],
  }
  const found = (scope: "article" | "page" | "issue") =>
    searchedTexts(issue, scope, { page: "A1", article: "a3" }).map(
      ({ article, words, text }) => `${article} ${words ?? "story"} ${text}`,
    )

  test("headline block first, then the story; one article, a page, the issue", () => {
    expect(found("article")).toEqual(["a3 story 茶园"])
    expect(found("page")).toEqual([
      "a1 kicker 江上茶",
      "a1 headline 瑞河码头添了新吊机",
      "a1 story 茶船",
      "a2 headline 茶山",
      "a2 story 茶山",
    ])
    expect(found("issue")).toHaveLength(6)
  })

  test("next and last go round, from wherever the caret is", () => {
    const texts = searchedTexts(issue, "issue", { page: null, article: null })
    const hits = hitsIn(
      texts.map(({ text }) => text),
      ask("茶"),
    )
    expect(hits).toHaveLength(5)
    let selection = selectionOf(texts[hits[0]!.text]!, hits[0]!)
    for (const expected of [1, 2, 3, 4, 0]) {
      const next = hitBeside(texts, hits, selection, 1)
      expect(next).toBe(expected)
      selection = selectionOf(texts[hits[next]!.text]!, hits[next]!)
      expect(hitAt(texts, hits, selection)).toBe(next)
    }
    expect(hitBeside(texts, hits, selection, -1)).toBe(4)
    expect(hitBeside(texts, hits, null, -1)).toBe(4)
    expect(hitBeside(texts, hits, { ...selection, article: "gone" }, 1)).toBe(0)
    expect(hitBeside(texts, [], selection, 1)).toBe(-1)
    expect(hitAt(texts, hits, null)).toBe(-1)
  })

  test("a hit is shown with the words round it", () => {
    const text = { article: "a", words: null, paragraph: 0, text: "江上清风山间明月耳得之而为声" }
    expect(roundHit(text, { text: 0, from: 10, to: 12, put: "" })).toEqual({
      before: "…清风山间明月耳得",
      hit: "之而",
      after: "为声",
    })
  })
})
