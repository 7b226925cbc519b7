import type { Article, Paragraph } from "../../layouts/issue/article.ts"

/** How a paragraph's role is written at the start of its line. */
const ROLES = { body: "  ", subhead: "# ", closing: "< ", credit: "@ " } as const

/**
 * Articles as lines of text, for tests: the kind, kicker / headline / deck (parts of a headline parted
 * by |), the dateline in braces, ! when it is cut off, pictures; then the story, ‖ where a column
 * broke, subheads after #, closings after <, credits after @.
 */
export function outlineOf(articles: readonly Article[]): string {
  return articles.map(articleLines).join("\n")
}

function articleLines(article: Article): string {
  const { kind, kicker, headlineParts, headline, deck, dateline, truncated, story } = article
  const title = headline === null ? "–" : headlineParts.join(" | ")
  const block = [kicker, title, deck].filter((one) => one !== null).join(" / ")
  const marks = [dateline === null ? "" : ` {${dateline}}`, truncated ? " !" : ""].join("")
  const pictures = article.pictures.map(({ id }) => ` [${id}]`).join("")
  return [`${kind}: ${block}${marks}${pictures}`, ...story.map(paragraphLine)].join("\n")
}

function paragraphLine({ role, text, columnBreaks }: Paragraph): string {
  let line = text
  for (const { offset } of columnBreaks.toReversed()) {
    line = `${line.slice(0, offset)}‖${line.slice(offset)}`
  }
  return ROLES[role] + line
}
