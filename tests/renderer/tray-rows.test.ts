import { describe, expect, it } from "vitest"
import { nameOf } from "../../layouts/issue/article-name.ts"
import { trayRows, TRAY_SORTS } from "../../renderer/state/tray-rows.ts"
import { plainArticle, plainParagraph } from "../build/document-records.ts"
import { sampleArticles, setPages } from "../build/issue.ts"

const sample = setPages(await sampleArticles())
const sets = new Map(
  sample.pages.flatMap((page) => page.articles).map((set) => [set.article.id, set]),
)
const waiting = plainArticle("w1", [plainParagraph("渡口添了一条新船，候船的人少站一刻钟。")])
const articles = [...sample.issue.articles, waiting]
const ids = (rows: readonly { readonly article: { readonly id: string } }[]): readonly string[] =>
  rows.map(({ article }) => article.id)

describe("the tray's rows", () => {
  it("part what waits from what stands on a page", () => {
    const rows = trayRows(articles, sets, { words: "", sort: "came" })
    expect(ids(rows.waiting)).toEqual(["w1"])
    expect(ids(rows.placed)).toEqual(ids(sample.issue.articles.map((article) => ({ article }))))
    expect(rows.placed.every(({ pages }) => pages.join() === "A1")).toBe(true)
    expect(rows.waiting[0]).toMatchObject({ characters: 19, breaks: 0, pages: [] })
  })

  it("are found by words of the heading and of the story", () => {
    const find = (words: string) => trayRows(articles, sets, { words, sort: "came" })
    expect(ids(find(" 新船").waiting)).toEqual(["w1"])
    expect(ids(find("新吊机").waiting)).toEqual(["w1"])
    expect(find("没有这样的话").placed).toEqual([])
  })

  it("are sorted by every column without losing one", () => {
    for (const sort of TRAY_SORTS) {
      const { placed } = trayRows(articles, sets, { words: "", sort })
      expect(ids(placed).toSorted()).toEqual(
        ids(sample.issue.articles.map((article) => ({ article }))).toSorted(),
      )
    }
    const { placed } = trayRows(articles, sets, { words: "", sort: "characters" })
    const counts = placed.map(({ characters }) => characters)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  })

  it("are called by their headline, else by how they begin", () => {
    expect(nameOf({ ...waiting, headline: " " })).toBe("渡口添了一条新船，候船的人少站一…")
    expect(nameOf({ ...waiting, headline: null, story: [] })).toBe("")
  })
})
