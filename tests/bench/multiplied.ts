import type { Article } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"

/** The issue with its first page and articles so many times over, all records their own. */
export function multiplied(issue: Issue, times: number): Issue {
  const copies = Array.from({ length: times }, (_, n) => {
    const name = (id: string): string => `${id}-${n}`
    const articles: Article[] = structuredClone([...issue.articles]).map((article) => ({
      ...article,
      id: name(article.id),
    }))
    const page = structuredClone(issue.pages[0]!)
    const frames = page.frames.map((frame) => ({
      ...frame,
      article: frame.article === null ? null : name(frame.article),
    }))
    return { articles, page: { ...page, id: name(page.id), frames } }
  })
  return {
    ...issue,
    articles: copies.flatMap((copy) => copy.articles),
    pages: copies.map((copy) => copy.page),
  }
}

/**
 * The same, numbered A1, A2 …, and on each page the words of every paragraph begin elsewhere, so that
 * no page is set from what is remembered of another.
 */
export function reworded(issue: Issue, times: number): Issue {
  const many = multiplied(issue, times)
  const each = issue.articles.length
  const articles = many.articles.map((article, i) => {
    const copy = Math.floor(i / each)
    const story = article.story.map((paragraph) => {
      const turn = Math.min(paragraph.text.length, copy * 7)
      const text = paragraph.text.slice(turn) + paragraph.text.slice(0, turn)
      return { ...paragraph, text, columnBreaks: [], dateline: 0 }
    })
    return { ...article, story, pictures: [] }
  })
  const pages = many.pages.map((page, i) => ({
    ...page,
    id: `A${i + 1}`,
    frames: page.frames.map((frame) => ({ ...frame, id: `${frame.id}-${i}` })),
  }))
  return { ...many, articles, pages }
}
