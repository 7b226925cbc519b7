import { describe, expect, it } from "vitest"
import type { Article } from "../../layouts/issue/article.ts"
import { importText } from "../../main/import/import.ts"

/** Reads copy with choices made at the desk. */
function read(text: string, choices: Record<string, string> = {}): readonly Article[] {
  const imported = importText(text, { choices })
  if (!imported.ok) throw new Error(imported.say.en)
  return imported.value.articles
}

/** Headlines and story lengths, enough to see a flip. */
function outline(articles: readonly Article[]): string {
  return articles
    .map(({ kind, kicker, headline, deck, story }) => {
      const roles = story.map((one) => one.role.slice(0, 2)).join(" ")
      return `${kind}|${kicker ?? ""}|${headline ?? ""}|${deck ?? ""}|${roles}`
    })
    .join("\n")
}

const PAGE = `# 以港兴城 逐浪而行

## ——瑞河港纪事

江水滔滔，瑞河港迎来开埠

四十周年。

### 通江达海

“货通天下。”船长说。 江风拂面。

新华社瑞河5月12日电

### 看新港 访茶山 老茶农走进新港区

本报讯 5月12日，老茶农走进新港区。

大家纷纷表示，要进一步

（苗青）

5月12日，市民在江边散步。

汪洋 摄

瑞河市民服务热线
`

describe("without choices", () => {
  it("the page is read by the rules", () => {
    expect(outline(read(PAGE))).toBe(
      [
        "lead||以港兴城 逐浪而行|——瑞河港纪事|bo su bo cl",
        "news||看新港 访茶山 老茶农走进新港区||bo bo cr",
        "photo||||bo cr",
        "filler||||bo",
      ].join("\n"),
    )
    expect(read(PAGE)[1]?.truncated).toBe(true)
  })
})

describe("a choice flips", () => {
  it("a subhead to an article, and an article to a subhead", () => {
    const more = read(PAGE, { "heading:9": "article" })
    expect(more.map(({ headline }) => headline).slice(0, 2)).toEqual([
      "以港兴城 逐浪而行",
      "通江达海",
    ])
    const fewer = read(PAGE, { "heading:15": "subhead", "boundary:17": "paragraph" })
    expect(fewer[0]?.story.map(({ role }) => role)).toContain("subhead")
    expect(fewer.some(({ headline }) => headline?.startsWith("看新港"))).toBe(false)
  })

  it("a joined column break to two paragraphs", () => {
    expect(read(PAGE)[0]?.story[0]).toMatchObject({
      text: "江水滔滔，瑞河港迎来开埠四十周年。",
      columnBreaks: [{ offset: 12, before: "瑞河港迎来开埠".slice(-6), after: "四十周年。" }],
    })
    const story = read(PAGE, { "break:7": "paragraph" })[0]?.story
    expect(story?.slice(0, 2).map(({ text }) => text)).toEqual([
      "江水滔滔，瑞河港迎来开埠",
      "四十周年。",
    ])
  })

  it("the headline's first part to a kicker", () => {
    const article = read(PAGE, { "kicker:15": "kicker" })[1]
    expect([article?.kicker, article?.headline]).toEqual(["看新港 访茶山", "老茶农走进新港区"])
    expect(article?.headlineParts).toEqual(["老茶农走进新港区"])
  })

  it("a swallowed paragraph break to a split", () => {
    const texts = read(PAGE, { "swallowed:11": "split" })[0]?.story.map(({ text }) => text)
    expect(texts).toContain("“货通天下。”船长说。")
    expect(texts).toContain("江风拂面。")
  })

  it("deck, dateline, credit, closing, truncated, photo, filler and kind", () => {
    expect(outline(read(PAGE, { "deck:3": "subhead" }))).toContain("||su bo su bo cl")
    const plain = read(PAGE, { "dateline:17": "text" })[1]
    expect([plain?.dateline, plain?.story[0]?.dateline]).toEqual([null, 0])
    expect(read(PAGE, { "credit:21": "text" })[1]?.credit).toBeNull()
    expect(read(PAGE, { "closing:13": "text" })[0]?.closing).toBeNull()
    expect(read(PAGE, { "truncated:19": "complete" })[1]?.truncated).toBe(false)
    expect(outline(read(PAGE, { "photo:23": "text" }))).not.toContain("photo|||")
    expect(outline(read(PAGE, { "filler:27": "text" }))).not.toContain("filler|")
    expect(read(PAGE, { "kind:15": "lead" })[1]?.kind).toBe("lead")
  })

  it("only what it names: other decisions keep their ids and choices", () => {
    const plain = read(PAGE).flatMap(({ decisions }) => decisions)
    const flipped = read(PAGE, { "break:7": "paragraph" }).flatMap(({ decisions }) => decisions)
    expect(flipped.map(({ id }) => id)).toEqual(plain.map(({ id }) => id))
    const changed = flipped.filter((one, at) => one.choice !== plain[at]?.choice)
    expect(changed.map(({ id, confidence }) => [id, confidence])).toEqual([["break:7", 1]])
  })
})

describe("copy in which nothing is recognised", () => {
  it("is one article with all its characters", () => {
    for (const text of ["瑞河", "只有一句话，没有标题", "第一段。\n\n第二段。", "12345", "？！"]) {
      const articles = read(text)
      expect(articles).toHaveLength(1)
      const words = articles[0]?.story.map((one) => one.text).join("")
      expect(words).toBe(text.replace(/\s/g, ""))
    }
  })

  it("is refused when it is blank", () => {
    for (const text of ["\n　　\n", "###\n\n#"]) expect(importText(text).ok).toBe(false)
  })
})
