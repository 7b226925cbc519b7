import { describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import {
  lengthOf,
  lengthOfPage,
  lengthOfPages,
  lengthOn,
  pagesOf,
} from "../../renderer/state/lengths.ts"
import { charactersOf } from "../../layouts/issue/characters.ts"
import { plainArticle, plainParagraph } from "../build/document-records.ts"
import { retyped, sampleArticles, setPages } from "../build/issue.ts"
import { press } from "../build/type.ts"

const sample = setPages(await sampleArticles())

function compose(issue: Issue) {
  return issue.pages.map((page) => composePage(issue, page.id, press, "free"))
}

/** The sample with a second sheet, on which the article's last frame goes on. */
function overTwoPages(article: string, lines: number): Issue {
  const [first] = sample.issue.pages
  const last = first!.frames.findLast(
    (frame) => frame.article === article && frame.role === "body",
  )!
  const cut = { ...last.region, lines: last.region.lines - lines }
  const next = { ...last, id: "next", order: last.order + 1, region: { ...last.region, lines } }
  const frames = first!.frames.map((frame) => (frame === last ? { ...last, region: cut } : frame))
  return {
    ...sample.issue,
    pages: [
      { ...first!, frames },
      { ...first!, id: "A2", furniture: [], frames: [next] },
    ],
  }
}

describe("what is over and short", () => {
  it("is nothing on the sample's page, and one character over shows at once", () => {
    expect(lengthOfPages(sample.pages)).toEqual({ over: 0, overLines: 0, short: 0 })
    const { article } = sample.pages[0]!.articles.find((set) => set.article.kind === "news")!
    const last = article.story.findLastIndex(({ role }) => role === "body")
    const longer = compose(
      retyped(sample.issue, article.id, last, (text) => text + "添".repeat(40)),
    )
    const set = longer[0]!.articles.find((one) => one.article.id === article.id)!
    expect(lengthOf(set).over).toBeGreaterThan(0)
    expect(lengthOfPages(longer).over).toBe(lengthOf(set).over)
    const shorter = compose(retyped(sample.issue, article.id, 0, () => "短了。"))
    expect(lengthOfPages(shorter)).toMatchObject({ over: 0 })
    expect(lengthOfPages(shorter).short).toBeGreaterThan(0)
  })

  it("is shared out over the pages of a thread, and the shares are the whole", () => {
    for (const text of ["短了。", "添".repeat(900)]) {
      const { id } = sample.pages[0]!.articles.find((set) => set.article.kind === "news")!.article
      const pages = compose(retyped(overTwoPages(id, 10), id, 0, () => text))
      const set = pages[0]!.articles.find((one) => one.article.id === id)!
      expect(pagesOf(set)).toEqual(["A1", "A2"])
      const shares = ["A1", "A2"].map((page) => lengthOn(set, page))
      expect(shares[0]!.over + shares[1]!.over).toBe(lengthOf(set).over)
      expect(shares[0]!.short + shares[1]!.short).toBe(lengthOf(set).short)
      expect(shares[0]!.over).toBe(0)
      const whole = lengthOfPages(pages)
      expect(whole.over).toBe(lengthOfPage(pages[0]!).over + lengthOfPage(pages[1]!).over)
      expect(lengthOf(set).over + lengthOf(set).short).toBeGreaterThan(0)
    }
  })

  it("counts characters, not blanks and not code units", () => {
    const story = [plainParagraph("𠮷 祥\u3000里，"), plainParagraph("A7")]
    expect(charactersOf(plainArticle("a", story))).toBe(6)
  })
})
