import type { Article, ArticleKind } from "../../layouts/issue/article.ts"

/** An article of a kind with one paragraph and nothing else; the issue gives it an id of its own. */
export function blankArticle(kind: ArticleKind, text = ""): Article {
  return {
    id: kind,
    kind,
    kicker: null,
    headline: null,
    headlineParts: [],
    deck: null,
    dateline: null,
    credit: null,
    closing: null,
    truncated: false,
    story: [{ role: "body", text, columnBreaks: [], dateline: 0 }],
    pictures: [],
    decisions: [],
  }
}
