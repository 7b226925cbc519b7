import { describe, expect, it } from "vitest"
import { putParagraphs, type LooseParagraph } from "../../layouts/edits/put-paragraphs.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Place } from "../../layouts/issue/selection.ts"
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
const body = (text: string): LooseParagraph => ({ role: "body", text })
const subhead = (text: string): LooseParagraph => ({ role: "subhead", text })

/** Holds that putting paragraphs between two places gives this story. */
function gives(
  from: Place,
  to: Place,
  put: readonly LooseParagraph[],
  after: readonly string[],
): void {
  expectEdit(
    newDocument(issue),
    putParagraphs("a1", { from, to }, put),
    (changed) => expect(storyText(articleOf(changed))).toEqual(after),
    { movesBreaks: true },
  )
}

const [first, second, third] = [
  "[本报讯] 瑞河港|区开进第一|列茶车。",
  "subhead:长棚底下",
  "老站长说，|没见过这么多春茶。",
]

describe("putParagraphs", () => {
  it("puts one paragraph's words into another, whose role stays", () => {
    gives(at(1, 2), at(1, 2), [body("内外")], [first, "subhead:长棚内外底下", third])
    gives(at(2, 14), at(2, 14), [subhead("春茶")], [first, second, `${third}春茶`])
  })

  it("gives a paragraph that is wholly replaced the new role", () => {
    gives(at(1, 0), at(1, 4), [body("棚下有人。")], [first, "棚下有人。", third])
  })

  it("brings roles along where no words of the story are left", () => {
    gives(
      at(2, 3),
      at(2, 3),
      [body("他笑。"), subhead("茶船"), body("又说，")],
      [first, second, "老站长他笑。", "subhead:茶船", "又说，说，|没见过这么多春茶。"],
    )
    gives(at(2, 14), at(2, 14), [body(""), subhead("茶船")], [first, second, third, "subhead:茶船"])
    gives(at(2, 0), at(2, 0), [subhead("茶船"), body("")], [first, second, "subhead:茶船", third])
  })

  it("replaces a stretch over several paragraphs, and writes into an empty story", () => {
    gives(
      at(0, 6),
      at(2, 6),
      [body("。"), subhead("新茶"), body("他说，")],
      ["[本报讯] 瑞河|。", "subhead:新茶", "他说，见过这么多春茶。"],
    )
    const bare = { ...issue, articles: [plainArticle("a1", []), ...issue.articles.slice(1)] }
    expectEdit(
      newDocument(bare),
      putParagraphs("a1", { from: at(0, 0), to: at(0, 0) }, [subhead("新茶"), body("来了。")]),
      (after) => expect(storyText(articleOf(after))).toEqual(["subhead:新茶", "来了。"]),
    )
  })

  it("does nothing to an article that is gone, and makes no paragraphs of line feeds", () => {
    const document = newDocument(issue)
    document.perform(putParagraphs("gone", { from: at(0, 0), to: at(0, 0) }, [body("茶")]))
    expect(document.canUndo()).toBeNull()
    gives(at(1, 4), at(1, 4), [body("甲\n乙")], [first, "subhead:长棚底下甲 乙", third])
  })
})
