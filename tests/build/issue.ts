import { tmpdir } from "node:os"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { RUIHE_IMPRINT } from "../../layouts/issue/imprint.ts"
import { importFiles } from "../../main/import/open.ts"
import { makeUp, type Order, type SetIssue } from "../../layouts/make-up.ts"
import { press } from "./type.ts"

/** The sample issue's text. */
export const SAMPLE = "tests/samples/ruihe/ruihe-a1.md"

/** The articles of the sample issue. */
export async function sampleArticles(): Promise<readonly Article[]> {
  const imported = await importFiles([SAMPLE], { tray: tmpdir() })
  if (!imported.ok) throw new Error(imported.say.en)
  return imported.value.articles
}

/** An order for a page of the sample's paper, free breaks at the ordinary six columns unless said otherwise. */
export function orderOf(change: Partial<Order> = {}): Order {
  return {
    template: null,
    measure: null,
    breaks: "free",
    paper: "瑞河日报",
    date: { year: 2025, month: 11, day: 21 },
    imprint: RUIHE_IMPRINT,
    ...change,
  }
}

/** Articles placed and composed; throws when they cannot be. */
export function setPages(articles: readonly Article[], change: Partial<Order> = {}): SetIssue {
  const set = makeUp(articles, orderOf(change), press)
  if (!set.ok) throw new Error(set.say.en)
  return set.value
}

/** The issue with a change to the text of one paragraph; all other records stay the same. */
export function retyped(
  issue: Issue,
  articleId: string,
  index: number,
  retype: (text: string) => string,
): Issue {
  const articles = issue.articles.map((article) => {
    if (article.id !== articleId) return article
    const story = article.story.map((paragraph, i) =>
      i === index ? { ...paragraph, text: retype(paragraph.text), columnBreaks: [] } : paragraph,
    )
    return { ...article, story }
  })
  return { ...issue, articles }
}
