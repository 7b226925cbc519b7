import { describe, expect, it } from "vitest"
import { insertBreak } from "../../layouts/edits/insert-break.ts"
import { joinParagraphs } from "../../layouts/edits/join-paragraphs.ts"
import { moveBreak } from "../../layouts/edits/move-break.ts"
import { removeBreak } from "../../layouts/edits/remove-break.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { setBreaks } from "../../layouts/edits/set-breaks.ts"
import { setFit } from "../../layouts/edits/set-fit.ts"
import { setKind } from "../../layouts/edits/set-kind.ts"
import { setPicture } from "../../layouts/edits/set-picture.ts"
import { setRole } from "../../layouts/edits/set-role.ts"
import { setWords } from "../../layouts/edits/set-words.ts"
import { splitParagraph } from "../../layouts/edits/split-paragraph.ts"
import type { Edit } from "../../layouts/issue/change.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Place } from "../../layouts/issue/selection.ts"
import { PLAIN_FIT, PLAIN_SETTING, type ArticleFit } from "../../layouts/issue/setting.ts"
import { pt } from "../../layouts/units.ts"
import { expectEdit } from "../build/document-law.ts"
import { plainArticle, plainParagraph } from "../build/document-records.ts"
import { articleOf, small, storyText } from "../build/document-small.ts"

const story = [
  plainParagraph("本报讯 瑞河港区开进第一列茶车。", [7, 12], { dateline: 3 }),
  plainParagraph("长棚底下", [], { role: "subhead" }),
  plainParagraph("老站长说，没见过这么多春茶。", [5]),
]
const issue = { ...small, articles: [plainArticle("a1", story), ...small.articles.slice(1)] }

const at = (paragraph: number, offset: number): Place => ({ paragraph, offset })
const type = (from: Place, to: Place, words: string): Edit => retype("a1", { from, to }, words)

/** Holds that an edit of the story above gives these paragraphs. */
function gives(edit: Edit, paragraphs: readonly string[], { movesBreaks = false } = {}): void {
  expectEdit(
    newDocument(issue),
    edit,
    (after) => expect(storyText(articleOf(after))).toEqual(paragraphs),
    { movesBreaks },
  )
}

const [first, second, third] = [
  "[本报讯] 瑞河港|区开进第一|列茶车。",
  "subhead:长棚底下",
  "老站长说，|没见过这么多春茶。",
]

describe("retype", () => {
  it("inserts, replaces and deletes inside a paragraph", () => {
    gives(type(at(2, 9), at(2, 9), "新"), [first, second, "老站长说，|没见过这新么多春茶。"])
    gives(type(at(2, 0), at(2, 3), "茶农"), [first, second, "茶农说，|没见过这么多春茶。"])
    gives(type(at(0, 8), at(0, 11), ""), ["[本报讯] 瑞河港|区一|列茶车。", second, third])
    gives(type(at(1, 4), at(1, 0), "棚外"), [first, "subhead:棚外", third])
  })

  it("keeps the dateline's length when words in it or behind it change", () => {
    gives(type(at(0, 1), at(0, 2), "早报"), [
      "[本早报讯] 瑞河港|区开进第一|列茶车。",
      second,
      third,
    ])
    gives(type(at(0, 3), at(0, 3), "，"), ["[本报讯]， 瑞河港|区开进第一|列茶车。", second, third])
    gives(type(at(0, 0), at(0, 0), "瑞河"), [
      "[瑞河本报讯] 瑞河港|区开进第一|列茶车。",
      second,
      third,
    ])
    gives(type(at(0, 0), at(0, 4), ""), ["瑞河港|区开进第一|列茶车。", second, third])
  })

  it("joins paragraphs that it reaches over, in the first one's role", () => {
    gives(type(at(0, 12), at(2, 5), ""), ["[本报讯] 瑞河港|区开进第一|没见过这么多春茶。"], {
      movesBreaks: true,
    })
    gives(type(at(1, 2), at(2, 3), "里"), [first, "subhead:长棚里说，|没见过这么多春茶。"])
    gives(type(at(1, 0), at(2, 0), ""), [first, third])
  })

  it("ends paragraphs at line feeds", () => {
    gives(type(at(2, 3), at(2, 4), "笑\r\n说"), [
      first,
      second,
      "老站长笑",
      "说，|没见过这么多春茶。",
    ])
    gives(type(at(1, 4), at(1, 4), "\n"), [first, second, "subhead:", third])
  })

  it("never leaves half a character", () => {
    const pair = {
      ...issue,
      articles: [plainArticle("a1", [plainParagraph("车𠮷茶")]), ...issue.articles.slice(1)],
    }
    const words = (edit: Edit) => {
      const document = newDocument(pair)
      document.perform(edit)
      return articleOf(document.issue()).story[0]!.text
    }
    expect(words(type(at(0, 2), at(0, 2), "新"))).toBe("车新𠮷茶")
    expect(words(type(at(0, 1), at(0, 3), "𠮶"))).toBe("车𠮶茶")
    expect(words(type(at(0, 1), at(0, 1), "\ud842"))).toBe("车\ufffd𠮷茶")
  })

  it("takes places outside the story for its nearest ends", () => {
    gives(type(at(-3, 9), at(0, 3), "社"), ["[社] 瑞河港|区开进第一|列茶车。", second, third])
    gives(type(at(2, 99), at(9, 0), "完"), [first, second, `${third}完`])
  })

  it("begins the story of an article that has none", () => {
    const empty = { ...small, articles: [plainArticle("a1", []), ...small.articles.slice(1)] }
    expectEdit(newDocument(empty), type(at(0, 0), at(0, 0), "瑞河\n茶车"), (after) =>
      expect(storyText(articleOf(after))).toEqual(["瑞河", "茶车"]),
    )
  })
})

describe("paragraphs", () => {
  it("split; what begins behind a subhead is body text", () => {
    gives(splitParagraph("a1", at(2, 9)), [first, second, "老站长说，|没见过这", "么多春茶。"])
    gives(splitParagraph("a1", at(1, 4)), [first, second, "", third])
    gives(splitParagraph("a1", at(1, 2)), [first, "subhead:长棚", "subhead:底下", third])
  })

  it("join, and keep their breaks", () => {
    gives(joinParagraphs("a1", 2), [first, "subhead:长棚底下老站长说，|没见过这么多春茶。"])
    gives(joinParagraphs("a1", 1), [`${first}长棚底下`, third])
  })

  it("lose no break when they are split at it and joined again", () => {
    const document = newDocument(issue)
    document.perform(splitParagraph("a1", at(2, 5)))
    expect(storyText(articleOf(document.issue()))[2]).toBe("老站长说，")
    document.perform(joinParagraphs("a1", 3))
    expect(storyText(articleOf(document.issue()))[2]).toBe(third)
  })

  it("change role", () => {
    gives(setRole("a1", 1, 2, "closing"), [first, "closing:长棚底下", `closing:${third}`])
    gives(setRole("a1", 1, 1, "body"), [first, "长棚底下", third])
  })
})

describe("column breaks", () => {
  const moved = { movesBreaks: true }

  it("are put in, moved and taken away", () => {
    gives(insertBreak("a1", at(2, 9)), [first, second, "老站长说，|没见过这|么多春茶。"])
    gives(
      moveBreak("a1", at(2, 5), at(2, 9)),
      [first, second, "老站长说，没见过这|么多春茶。"],
      moved,
    )
    gives(
      moveBreak("a1", at(2, 5), at(0, 9)),
      ["[本报讯] 瑞河港|区开|进第一|列茶车。", second, "老站长说，没见过这么多春茶。"],
      moved,
    )
    gives(removeBreak("a1", at(0, 7)), ["[本报讯] 瑞河港区开进第一|列茶车。", second, third], moved)
  })

  it("stay when they would go where none can be", () => {
    const document = newDocument(issue)
    for (const edit of [
      moveBreak("a1", at(2, 5), at(2, 0)),
      insertBreak("a1", at(1, 4)),
      insertBreak("a1", at(2, 5)),
      removeBreak("a1", at(2, 6)),
    ])
      document.perform(edit)
    expect(document.issue()).toEqual(issue)
    expect(document.canUndo()).toBeNull()
  })
})

describe("an article's own words", () => {
  it("change one by one", () => {
    expectEdit(
      newDocument(issue),
      setWords("a1", {
        headline: "茶车进港",
        headlineParts: ["茶车", "进港"],
        deck: null,
        kicker: "春茶\n上市",
      }),
      (after, before) =>
        expect(articleOf(after)).toEqual({
          ...articleOf(before),
          headline: "茶车进港",
          headlineParts: ["茶车", "进港"],
          kicker: "春茶 上市",
        }),
    )
    expectEdit(newDocument(issue), setKind("a1", "lead"), (after) =>
      expect(articleOf(after).kind).toBe("lead"),
    )
  })

  it("pictures are added, replaced and taken away", () => {
    const picture = { id: "harbour", alt: "码头", aspect: 1.5 }
    const cropped = { ...picture, crop: { x: 0.1, y: 0, width: 0.5, height: 1 } }
    const document = newDocument(issue)
    const holds = (edit: Edit, pictures: readonly object[]): void =>
      expectEdit(document, edit, (after) => expect(articleOf(after).pictures).toEqual(pictures))
    holds(setPicture("a1", 0, picture), [picture])
    holds(setPicture("a1", 0, cropped), [cropped])
    holds(setPicture("a1", 1, picture), [cropped, picture])
    holds(setPicture("a1", 0, null), [picture])
  })

  it("what fits it is its setting, within bounds", () => {
    const document = newDocument(issue)
    const fits = (fit: Partial<ArticleFit>, result: object): void =>
      expectEdit(document, setFit("a1", fit), (after) =>
        expect(articleOf(after).setting?.fit).toEqual({ ...PLAIN_FIT, ...result }),
      )
    fits({ tracking: -0.015 }, { tracking: -0.015 })
    fits({ leading: 3, headline: pt(21) }, { tracking: -0.015, leading: 1.25, headline: 21 })
    fits({ tracking: 1, leading: Number.NaN, headline: null }, { tracking: 0.02 })
    expectEdit(document, setFit("a1", PLAIN_FIT), (after) => expect(after).toEqual(issue))
    document.perform(setFit("a1", { tracking: 0.02 }))
    const setting = articleOf(document.issue()).setting
    document.perform(type(at(0, 2), at(0, 2), "茶"))
    expect(articleOf(document.issue()).setting).toBe(setting)
  })

  it("the way its columns end is its setting", () => {
    const document = newDocument(issue)
    expectEdit(document, setBreaks("a1", "free"), (after) =>
      expect(articleOf(after).setting).toEqual({ ...PLAIN_SETTING, breaks: "free" }),
    )
    expectEdit(document, setBreaks("a1", null), (after) => expect(after).toEqual(issue))
  })
})
