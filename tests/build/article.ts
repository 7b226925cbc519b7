import type { Article, ArticleKind, Paragraph } from "../../layouts/issue/article.ts"

/** A body paragraph; `‖` in the text stands for an original column break. */
export function para(text: string, dateline = 0): Paragraph {
  const parts = text.split("‖")
  let offset = 0
  const columnBreaks = parts.slice(1).map((after, i) => {
    offset += parts[i]!.length
    return { offset, before: parts[i]!.slice(-6), after: after.slice(0, 6) }
  })
  return { role: "body", text: parts.join(""), columnBreaks, dateline }
}

/** A paragraph of another role. */
export function paraAs(role: Paragraph["role"], text: string): Paragraph {
  return { role, text, columnBreaks: [], dateline: 0 }
}

/** An article with what a test does not care about left plain. */
export function articleOf(
  id: string,
  story: readonly Paragraph[],
  change: Partial<Article> = {},
): Article {
  return {
    id,
    kind: "news" satisfies ArticleKind,
    kicker: null,
    headline: "老桥新灯照夜航",
    headlineParts: ["老桥新灯照夜航"],
    deck: null,
    dateline: null,
    credit: null,
    closing: null,
    truncated: false,
    story,
    pictures: [],
    decisions: [],
    ...change,
  }
}
