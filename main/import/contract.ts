import type { Article } from "../../layouts/issue/article.ts"
import type { Imported } from "./import.ts"

/**
 * The JSON that `banxin import --json` prints. `paragraphs` are the running text alone; subheads and
 * column breaks name their place by index into it.
 */
export function importReport(imported: Imported): object {
  return {
    encoding: imported.encoding,
    encodingWhy: imported.encodingWhy,
    articles: imported.articles.map(articleReport),
  }
}

/** One article of the report. */
function articleReport(article: Article): object {
  const paragraphs: string[] = []
  const subheads: { text: string; beforeParagraph: number }[] = []
  const columnBreaks: object[] = []
  for (const { role, text, columnBreaks: breaks } of article.story) {
    if (role === "subhead") subheads.push({ text, beforeParagraph: paragraphs.length })
    if (role !== "body") continue
    for (const one of breaks) columnBreaks.push({ paragraph: paragraphs.length, ...one })
    paragraphs.push(text)
  }
  const { id, kind, kicker, headline, headlineParts, deck, dateline, credit, closing, truncated } =
    article
  return {
    id,
    kind,
    kicker,
    headline,
    headlineParts,
    deck,
    dateline,
    credit,
    closing,
    subheads,
    truncated,
    paragraphs,
    columnBreaks,
    pictures: article.pictures,
    decisions: article.decisions,
  }
}
