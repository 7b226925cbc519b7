import type { Article } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame, Page } from "../../layouts/issue/page.ts"
import { plainArticle, plainFrame, plainPage } from "./document-records.ts"

/** Two pages and three articles; a1 runs from page A1 (f1, f2) over to page A2 (f4). */
export const small: Issue = {
  paper: "瑞河日报",
  date: { year: 2026, month: 11, day: 23 },
  articles: [plainArticle("a1"), plainArticle("a2"), plainArticle("a3")],
  pages: [
    {
      ...plainPage("A1"),
      frames: [
        plainFrame("f1", "a1"),
        { ...plainFrame("f2", "a1"), order: 1 },
        { ...plainFrame("f3", "a2"), region: { column: 2, columns: 2, line: 50, lines: 10 } },
      ],
    },
    { ...plainPage("A2"), frames: [{ ...plainFrame("f4", "a1"), order: 2 }] },
  ],
}

/** An article of an issue. */
export function articleOf({ articles }: Issue, id = "a1"): Article {
  return articles.find((article) => article.id === id)!
}

/** A page of an issue. */
export function pageNamed({ pages }: Issue, id = "A1"): Page {
  return pages.find((page) => page.id === id)!
}

/** A frame of an issue, on whatever page it is. */
export function frameOf({ pages }: Issue, id: string): Frame | undefined {
  return pages.flatMap(({ frames }) => frames).find((frame) => frame.id === id)
}

/** Ids of an article's body frames in the order that its text runs through them. */
export function threadIds({ pages }: Issue, article = "a1"): readonly string[] {
  return pages
    .flatMap(({ frames }) => frames)
    .filter((frame) => frame.article === article && frame.role === "body")
    .toSorted((a, b) => a.order - b.order)
    .map(({ id }) => id)
}

/** A story as one string: roles other than body before a colon, breaks as |, the dateline in []. */
export function storyText({ story }: Article): readonly string[] {
  return story.map(({ role, text, columnBreaks, dateline }) => {
    const marks = [
      ...columnBreaks.map(({ offset }) => [offset, "|"] as const),
      ...(dateline > 0 ? [[dateline, "]"] as const] : []),
    ].toSorted(([a], [b]) => b - a)
    const marked = marks.reduce((now, [at, mark]) => now.slice(0, at) + mark + now.slice(at), text)
    return `${role === "body" ? "" : `${role}:`}${dateline > 0 ? "[" : ""}${marked}`
  })
}
