import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { replaceTexts, type TextChange } from "../../layouts/edits/replace-texts.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { hitsIn, searchedTexts } from "../../renderer/text/find.ts"
import { expectEdit } from "../build/document-law.ts"
import { plainArticle, plainParagraph } from "../build/document-records.ts"
import { articleOf, small, storyText } from "../build/document-small.ts"

const story = [
  plainParagraph("本报讯 瑞河港区开进茶车，茶车满载。", [7, 12], { dateline: 3 }),
  plainParagraph("茶车进港", [], { role: "subhead" }),
  plainParagraph("老站长说，茶车多。", [5]),
]
const article = {
  ...plainArticle("a1", story),
  headline: "茶车进 茶车出",
  headlineParts: ["茶车进", "茶车出"],
}
const issue = { ...small, articles: [article, ...small.articles.slice(1)] }

/** Every change that replacing words by others makes. */
function changesOf(words: string, replacement: string): readonly TextChange[] {
  const texts = searchedTexts(issue, "issue", { page: null, article: null })
  const query = { words, regex: false, matchCase: true, replacement }
  return hitsIn(
    texts.map(({ text }) => text),
    query,
  ).map(({ text, from, to, put }) => {
    const { article: id, words: field, paragraph } = texts[text]!
    return { article: id, words: field, paragraph, from, to, put }
  })
}

describe("replaceTexts", () => {
  it("replaces everywhere as one step, roles, breaks, dateline and parts kept", () => {
    const changes = changesOf("茶车", "货运列车")
    expect(changes).toHaveLength(6)
    expectEdit(
      newDocument(issue),
      replaceTexts(changes),
      (after) => {
        expect(storyText(articleOf(after))).toEqual([
          "[本报讯] 瑞河港|区开进货运列车|，货运列车满载。",
          "subhead:货运列车进港",
          "老站长说，|货运列车多。",
        ])
        expect(articleOf(after)).toMatchObject({
          headline: "货运列车进 货运列车出",
          headlineParts: ["货运列车进", "货运列车出"],
        })
      },
      { movesBreaks: true },
    )
  })

  it("is what replacing each text by itself gives", () => {
    const words = fc.constantFrom("茶", "茶车", "车", "瑞河", "，", "说，茶", "本报讯")
    const put = fc.constantFrom("", "船", "茶车", "𠮷", "a")
    fc.assert(
      fc.property(words, put, (from, to) => {
        const document = newDocument(issue)
        document.perform(replaceTexts(changesOf(from, to)))
        const after = articleOf(document.issue())
        expect(after.story.map(({ text }) => text)).toEqual(
          story.map(({ text }) => text.replaceAll(from, to)),
        )
        expect(after.headline ?? "").toBe(article.headline.replaceAll(from, to))
        document.undo()
        expect(document.issue()).toEqual(newDocument(issue).issue())
      }),
    )
  })

  it("leaves alone what is no longer there, and makes no step of nothing", () => {
    const document = newDocument(issue)
    document.perform(replaceTexts([]))
    const gone = { article: "gone", words: null, paragraph: 0, from: 0, to: 1, put: "x" }
    document.perform(
      replaceTexts([gone, { ...gone, words: "deck" }, { ...gone, article: "a1", paragraph: 9 }]),
    )
    expect(document.canUndo()).toBeNull()
  })
})
