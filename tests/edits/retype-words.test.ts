import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { retyped, retypeWords } from "../../layouts/edits/retype-words.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { expectEdit } from "../build/document-law.ts"
import { plainArticle } from "../build/document-records.ts"
import { articleOf, small } from "../build/document-small.ts"

const couplet = {
  ...plainArticle("a1"),
  kicker: "港区改造三年",
  headline: "老码头换新装 小渔村迎远客",
  headlineParts: ["老码头换新装", "小渔村迎远客"],
  deck: null,
}
const issue = { ...small, articles: [couplet, ...small.articles.slice(1)] }

describe("retypeWords", () => {
  it("changes a heading and keeps the headline's parts", () => {
    const edit = retypeWords("a1", "headline", { from: 3, to: 4 }, "披")
    expectEdit(newDocument(issue), edit, (after) =>
      expect(articleOf(after)).toMatchObject({
        headline: "老码头披新装 小渔村迎远客",
        headlineParts: ["老码头披新装", "小渔村迎远客"],
        kicker: "港区改造三年",
      }),
    )
  })

  it("writes words where there were none, and takes away what is left empty", () => {
    expectEdit(
      newDocument(issue),
      retypeWords("a1", "deck", { from: 0, to: 0 }, "记者\n手记"),
      (after) => expect(articleOf(after).deck).toBe("记者 手记"),
    )
    expectEdit(newDocument(issue), retypeWords("a1", "kicker", { from: 0, to: 99 }, ""), (after) =>
      expect(articleOf(after).kicker).toBeNull(),
    )
  })

  it("joins the parts whose seam is deleted", () => {
    expect(retyped(couplet, "headline", { from: 5, to: 8 }, "").parts).toEqual([
      "老码头换新渔村迎远客",
    ])
    expect(retyped(couplet, "headline", { from: 7, to: 7 }, "看").parts).toEqual([
      "老码头换新装",
      "看小渔村迎远客",
    ])
  })

  it("never cuts a pair, wherever it is asked to", () => {
    const paired = { ...couplet, headline: "𠮷庆𠮷", headlineParts: ["𠮷庆𠮷"] }
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), (from, to) => {
        const { text, parts } = retyped(paired, "headline", { from, to }, "茶")
        expect(text).not.toMatch(/\p{Surrogate}/u)
        expect(parts.join("")).toBe(text)
      }),
    )
  })

  it("does nothing to an article that is no longer there", () => {
    const document = newDocument(issue)
    document.perform(retypeWords("gone", "headline", { from: 0, to: 0 }, "茶"))
    expect(document.canUndo()).toBeNull()
  })
})
