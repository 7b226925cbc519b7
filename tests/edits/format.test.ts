import { describe, expect, it } from "vitest"
import { clearFormat } from "../../layouts/edits/clear-format.ts"
import { formatText } from "../../layouts/edits/format-text.ts"
import { joinParagraphs } from "../../layouts/edits/join-paragraphs.ts"
import { removeCharacterStyle } from "../../layouts/edits/remove-character-style.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { setCharacterStyle } from "../../layouts/edits/set-character-style.ts"
import { setParagraphLook } from "../../layouts/edits/set-paragraph-look.ts"
import { setParagraphStyle } from "../../layouts/edits/set-paragraph-style.ts"
import { splitParagraph } from "../../layouts/edits/split-paragraph.ts"
import type { Paragraph } from "../../layouts/issue/article.ts"
import type { Edit } from "../../layouts/issue/change.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Place } from "../../layouts/issue/selection.ts"
import { pt } from "../../layouts/units.ts"
import { expectEdit } from "../build/document-law.ts"
import { plainArticle, plainParagraph } from "../build/document-records.ts"
import { articleOf, small } from "../build/document-small.ts"

const at = (paragraph: number, offset: number): Place => ({ paragraph, offset })
const over = (from: Place, to: Place) => ({ from, to })

/** Three paragraphs: bold in the first from 2 to 5, the last one set to the right. */
const story = [
  plainParagraph("瑞河港区开进茶车。", [7], { spans: [{ from: 2, to: 5, weight: 700 }] }),
  plainParagraph("长棚底下", [], { role: "subhead" }),
  plainParagraph("老站长说，没见过这么多春茶。", [], { look: { align: "right", indent: 0 } }),
]
const issue: Issue = {
  ...small,
  articles: [plainArticle("a1", story), ...small.articles.slice(1)],
}

/** A paragraph's text with its spans in brackets: what they are set in, a colon, their words. */
function marked({ text, spans = [] }: Paragraph): string {
  return spans.toReversed().reduce((now, { from, to, ...look }) => {
    const set = Object.values(look).join(" ")
    return `${now.slice(0, from)}[${set}:${now.slice(from, to)}]${now.slice(to)}`
  }, text)
}

/** Holds that an edit of the story above gives these paragraphs. */
function gives(edit: Edit, paragraphs: readonly string[], { movesBreaks = false } = {}): void {
  expectEdit(
    newDocument(issue),
    edit,
    (after) => expect(articleOf(after).story.map(marked)).toEqual(paragraphs),
    { movesBreaks },
  )
}

const [first, second, third] = [
  "瑞河[700:港区开]进茶车。",
  "长棚底下",
  "老站长说，没见过这么多春茶。",
]

describe("characters", () => {
  it("are formatted over what they were, through paragraphs, line feeds left out", () => {
    gives(formatText("a1", over(at(0, 4), at(2, 1)), { family: "hei" }), [
      "瑞河[700:港区][hei 700:开][hei:进茶车。]",
      "[hei:长棚底下]",
      "[hei:老]站长说，没见过这么多春茶。",
    ])
    gives(formatText("a1", over(at(2, 5), at(2, 0)), { style: "强调", size: pt(10.5) }), [
      first,
      second,
      "[强调 10.5:老站长说，]没见过这么多春茶。",
    ])
  })

  it("lose what is taken away, and take nothing that is not sound", () => {
    gives(formatText("a1", over(at(0, 3), at(0, 9)), { weight: null }), [
      "瑞河[700:港]区开进茶车。",
      second,
      third,
    ])
    const document = newDocument(issue)
    for (const look of [{ family: "" }, { size: pt(Number.NaN) }, { tracking: 99 }, {}])
      document.perform(formatText("a1", over(at(2, 0), at(2, 5)), look))
    document.perform(formatText("a1", over(at(0, 2), at(0, 4)), { weight: 700 }))
    document.perform(formatText("a1", over(at(0, 2), at(0, 2)), { family: "kai" }))
    expect(document.issue()).toEqual(issue)
    expect(document.canUndo()).toBeNull()
  })

  it("lend their look to what is typed behind them or in their place", () => {
    const type = (from: Place, to: Place, words: string): Edit =>
      retype("a1", over(from, to), words)
    gives(type(at(0, 5), at(0, 5), "新"), ["瑞河[700:港区开新]进茶车。", second, third])
    gives(type(at(0, 2), at(0, 2), "新"), ["瑞河新[700:港区开]进茶车。", second, third])
    gives(type(at(0, 2), at(0, 5), "码头里"), ["瑞河[700:码头里]进茶车。", second, third])
    gives(type(at(0, 4), at(0, 4), "新\n旧"), [
      "瑞河[700:港区新]",
      "[700:旧开]进茶车。",
      second,
      third,
    ])
    gives(type(at(0, 1), at(0, 6), ""), ["瑞茶车。", second, third], { movesBreaks: true })
  })

  it("at a paragraph's beginning lend it to what is typed before them", () => {
    const document = newDocument(issue)
    document.perform(formatText("a1", over(at(2, 0), at(2, 3)), { family: "kai" }))
    document.perform(retype("a1", over(at(2, 0), at(2, 0)), "听"))
    expect(marked(articleOf(document.issue()).story[2]!)).toBe(
      "[kai:听老站长]说，没见过这么多春茶。",
    )
  })

  it("that another edit did not touch keep their records", () => {
    const document = newDocument(issue)
    const before = articleOf(document.issue()).story
    document.perform(formatText("a1", over(at(2, 0), at(2, 3)), { family: "kai" }))
    const after = articleOf(document.issue()).story
    expect(after[0]).toBe(before[0])
    expect(after[1]).toBe(before[1])
    expect(after[2]).not.toBe(before[2])
  })
})

describe("paragraphs", () => {
  const looks = (edit: Edit, result: readonly (object | undefined)[]): void =>
    expectEdit(newDocument(issue), edit, (after) =>
      expect(articleOf(after).story.map(({ look }) => look)).toEqual(result),
    )
  const right = { align: "right", indent: 0 } as const

  it("are formatted, field by field", () => {
    looks(setParagraphLook("a1", 0, 1, { size: pt(10.5) }), [{ size: 10.5 }, { size: 10.5 }, right])
    looks(setParagraphLook("a1", 2, 2, { align: "center", indent: null }), [
      undefined,
      undefined,
      { align: "center" },
    ])
    const small = {
      ...({ tabs: "6l 12r.", division: "none" } as const),
      ...({ uprightDigits: 2, readings: "open" } as const),
    }
    looks(setParagraphLook("a1", 0, 0, small), [small, undefined, right])
    looks(setParagraphLook("a1", 2, 2, { align: null, indent: null }), [
      undefined,
      undefined,
      undefined,
    ])
  })

  it("keep their look when they are split or joined; a new one behind a subhead has none", () => {
    looks(splitParagraph("a1", at(2, 5)), [undefined, undefined, right, right])
    looks(joinParagraphs("a1", 2), [undefined, undefined])
    const document = newDocument(issue)
    document.perform(setParagraphLook("a1", 1, 1, { family: "kai" }))
    document.perform(splitParagraph("a1", at(1, 4)))
    const { story } = articleOf(document.issue())
    expect(story[1]).toMatchObject({ role: "subhead", look: { family: "kai" } })
    expect(story[2]).toEqual(plainParagraph(""))
  })

  it("lose what is set of them and of their characters when formatting is cleared", () => {
    gives(clearFormat("a1", over(at(0, 3), at(2, 2))), ["瑞河[700:港]区开进茶车。", second, third])
    looks(clearFormat("a1", over(at(2, 1), at(2, 1))), [undefined, undefined, undefined])
  })
})

describe("styles", () => {
  it("of paragraphs are changed as a whole and given back", () => {
    const document = newDocument(issue)
    const body = { family: "fang", size: pt(9.5), leading: 1.1, indent: 0 }
    expectEdit(document, setParagraphStyle("body", body), (after) =>
      expect(after.styles).toEqual({ paragraph: { body }, character: {} }),
    )
    const { styles } = document.issue()
    document.perform(retype("a1", over(at(0, 0), at(0, 0)), "茶"))
    expect(document.issue().styles).toBe(styles)
    expectEdit(document, setParagraphStyle("body", { align: "left" }), (after) =>
      expect(after.styles?.paragraph).toEqual({ body: { align: "left" } }),
    )
    expectEdit(document, setParagraphStyle("body", {}), (after) =>
      expect(after.styles).toBeUndefined(),
    )
    document.perform(setParagraphStyle("kicker", { leading: 90, size: pt(-1) }))
    expect(document.issue().styles).toBeUndefined()
  })

  it("of characters are made by name, set anew and removed", () => {
    const document = newDocument(issue)
    const holds = (edit: Edit, character: object): void =>
      expectEdit(document, edit, (after) => expect(after.styles?.character).toEqual(character))
    holds(setCharacterStyle("强调", { family: "hei", weight: 700 }), {
      强调: { family: "hei", weight: 700 },
    })
    holds(setCharacterStyle("__proto__", {}), {
      强调: { family: "hei", weight: 700 },
      ["__proto__"]: {},
    })
    holds(setCharacterStyle("强调", { family: "kai" }), {
      强调: { family: "kai" },
      ["__proto__"]: {},
    })
    holds(removeCharacterStyle("__proto__"), { 强调: { family: "kai" } })
    expectEdit(document, removeCharacterStyle("强调"), (after) =>
      expect(after.styles).toBeUndefined(),
    )
  })
})
