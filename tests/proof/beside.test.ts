import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { besideLines } from "../../layouts/proof/beside.ts"
import { importText } from "../../main/import/import.ts"
import { good } from "../build/machine.ts"
import { plainArticle, plainParagraph } from "../build/document-records.ts"

/** How copy indents. */
const INDENT = "\u3000\u3000"

const COPY = `# 瑞河开了新桥

${INDENT}本报讯 新桥昨天通车，河两岸的人都来看。

${INDENT}老船工说，往后过河不用等。
`

describe("besideLines", () => {
  it("marks where the article differs from the copy that it came from", () => {
    const [article] = good(importText(COPY)).articles
    expect(article!.manuscript!.text).toContain("# 瑞河开了新桥")
    const same = besideLines(article!)
    expect(same.map(({ pieces }) => pieces.map(({ kind }) => kind))).toEqual([
      ["same"],
      ["same"],
      ["same"],
    ])
    const story = article!.story.map((paragraph, i) =>
      i === 1 ? { ...paragraph, text: "老船工笑着说，过河不用等。" } : paragraph,
    )
    const lines = besideLines({ ...article!, story })
    expect(lines.at(-1)!.pieces).toEqual([
      { kind: "same", text: "老船工" },
      { kind: "new", text: "笑着" },
      { kind: "same", text: "说，" },
      { kind: "gone", text: "往后" },
      { kind: "same", text: "过河不用等。" },
    ])
    expect(lines.at(-1)).toMatchObject({ words: null, place: { paragraph: 1, offset: 0 } })
    expect(lines[0]).toMatchObject({ words: "headline", place: { paragraph: 0, offset: 0 } })
  })

  it("keeps every line of several articles' copy in one manuscript", () => {
    const copy = `${COPY}\n# 码头添了吊机\n\n本报讯 吊机昨天到港。\n`
    const { articles } = good(importText(copy))
    const kept = articles.map(({ manuscript }) => manuscript!.text).join("\n")
    const words = (text: string): string => text.replace(/\s/g, "")
    expect(articles.length).toBe(2)
    expect(words(kept)).toBe(words(copy))
  })

  it("shows all of the manuscript and all of the page, whatever either is", () => {
    const text = fc
      .array(fc.constantFrom(..."瑞河茶，\n"), { maxLength: 20 })
      .map((all) => all.join(""))
    fc.assert(
      fc.property(text, text, (source, now) => {
        const story = now.split("\n").map((line) => plainParagraph(line))
        const manuscript = { name: "a.txt", text: source }
        const article = { ...plainArticle("a1", story), headline: null, manuscript }
        const shown = (not: string): string =>
          besideLines(article)
            .flatMap(({ pieces }) => pieces.map(({ kind, text }) => (kind === not ? "" : text)))
            .join("")
            .replace(/\n/g, "")
        const bare = (words: string): string => words.replace(/\n/g, "")
        expect(shown("new")).toBe(bare(source))
        if (bare(source) !== "") expect(shown("gone")).toBe(bare(now))
        else expect(besideLines(article)).toEqual([])
      }),
    )
  })
})
