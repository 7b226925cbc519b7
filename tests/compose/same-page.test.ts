import { expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { press } from "../build/type.ts"

it("a page of which nothing changed is the very record of before, and no other is", async () => {
  const { issue } = setPages(await sampleArticles())
  const { id } = issue.pages[0]!
  const before = composePage(issue, id, press, "free")
  expect(composePage({ ...issue }, id, press, "free")).toBe(before)

  const later = { ...issue, date: { ...issue.date, day: issue.date.day === 1 ? 2 : 1 } }
  expect(composePage(later, id, press, "free")).not.toBe(before)
  expect(composePage(issue, id, press, "free").list).toEqual(before.list)

  const shown = new Set(before.articles.map(({ article }) => article.id))
  const reworded = issue.articles.map((article) =>
    shown.has(article.id) && article.story.length > 0
      ? { ...article, story: article.story.with(0, { ...article.story[0]!, text: "瑞河" }) }
      : article,
  )
  expect(composePage({ ...issue, articles: reworded }, id, press, "free")).not.toBe(before)
})
