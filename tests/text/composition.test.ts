import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { retype } from "../../layouts/edits/retype.ts"
import { retypeWords } from "../../layouts/edits/retype-words.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { pt } from "../../layouts/units.ts"
import { placeBehind, withComposition } from "../../renderer/text/composition.ts"
import { comparePlaces, type TextPlace } from "../../renderer/text/place.ts"
import { plainArticle, plainParagraph } from "../build/document-records.ts"
import { small } from "../build/document-small.ts"
import { at } from "../build/text-page.ts"

const story = [
  plainParagraph("本报讯 瑞河港区开进第一列茶车。", [7, 12], { dateline: 3 }),
  plainParagraph("长棚底下", [], { role: "subhead", look: { align: "left" } }),
  plainParagraph("老站长说，没见过这么多春茶。", [5], {
    spans: [
      { from: 0, to: 3, weight: 700 },
      { from: 5, to: 9, family: "kai", size: pt(10.5) },
    ],
  }),
]
const issue = { ...small, articles: [plainArticle("a1", story), ...small.articles.slice(1)] }

describe("a composition", () => {
  test("shows the very story that accepting it writes", () => {
    const place = fc
      .tuple(fc.nat(2), fc.nat(20))
      .map(([paragraph, offset]) => at(paragraph, Math.min(offset, story[paragraph]!.text.length)))
    const text = fc.constantFrom("", "q", "qi", "桥", "桥灯")
    fc.assert(
      fc.property(place, place, text, (a, b, words) => {
        const [from, to] = [a, b].toSorted(comparePlaces) as [TextPlace, TextPlace]
        const shown = withComposition(issue, { article: "a1", from, to, text: words })
        const document = newDocument(issue)
        document.perform(retype("a1", { from, to }, words))
        const plain = (one: Issue) =>
          one.articles[0]!.story.map(({ columnBreaks: _, spans = [], ...rest }) => ({
            ...rest,
            spans,
          }))
        expect(plain(shown)).toEqual(plain(document.issue()))
      }),
    )
  })

  test("carries breaks and dateline along, and touches nothing else", () => {
    const shown = withComposition(issue, {
      article: "a1",
      from: at(0, 3),
      to: at(0, 3),
      text: "qi",
    })
    const [first] = shown.articles[0]!.story
    expect(first!.dateline).toBe(3)
    expect(first!.columnBreaks.map(({ offset }) => offset)).toEqual([9, 14])
    expect(shown.articles[0]!.story[2]).toBe(story[2])
    expect(shown.articles[1]).toBe(issue.articles[1])
    const inside = withComposition(issue, {
      article: "a1",
      from: at(0, 1),
      to: at(0, 2),
      text: "社",
    })
    expect(inside.articles[0]!.story[0]!.dateline).toBe(3)
    expect(withComposition(issue, null)).toBe(issue)
  })

  test("in a heading is as the heading retyped", () => {
    const [from, to] = [at(0, 4, { words: "headline" }), at(0, 6, { words: "headline" })]
    const shown = withComposition(issue, { article: "a1", from, to, text: "又添" })
    const document = newDocument(issue)
    document.perform(retypeWords("a1", "headline", { from: 4, to: 6 }, "又添"))
    expect(shown.articles[0]).toEqual(document.issue().articles[0])
  })

  test("ends behind its last word, in the last paragraph of what was put in", () => {
    expect(placeBehind(at(1, 2), "桥灯")).toMatchObject({ paragraph: 1, offset: 4 })
    expect(placeBehind(at(1, 2), "桥\n\n灯火")).toMatchObject({ paragraph: 3, offset: 2 })
    expect(placeBehind(at(0, 2, { words: "deck" }), "桥\n灯")).toMatchObject({
      paragraph: 0,
      offset: 5,
    })
  })
})
