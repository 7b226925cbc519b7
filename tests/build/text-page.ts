import type { ComposedArticle } from "../../layouts/compose-article.ts"
import { composePage, type ComposedPage } from "../../layouts/compose.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { linesOf } from "../../renderer/text/lines.ts"
import type { TextPlace } from "../../renderer/text/place.ts"
import { plainFrame, plainPage } from "./document-records.ts"
import { press } from "./type.ts"

/** One article on a page: its headline over two columns of so many lines. */
export function textPage(
  article: Article,
  lines = 20,
): { readonly page: ComposedPage; readonly set: ComposedArticle } {
  const region = { column: 0, columns: 2, line: 10, lines }
  const frames = [
    { ...plainFrame("h", article.id), role: "headline", region: { ...region, line: 0, lines: 9 } },
    { ...plainFrame("b", article.id), region },
  ] as const
  const issue = {
    paper: "瑞河日报",
    date: { year: 2026, month: 11, day: 23 },
    articles: [article],
    pages: [{ ...plainPage("A1"), frames }],
  }
  const page = composePage(issue, "A1", press, "free")
  return { page, set: page.articles[0]! }
}

/** A place of a story, or of words of the headline block. */
export function at(paragraph: number, offset: number, change: Partial<TextPlace> = {}): TextPlace {
  return { words: null, paragraph, offset, affinity: "after", ...change }
}

/** Every place of an article that a caret can stand at on its pages. */
export function placesOf(set: ComposedArticle): readonly TextPlace[] {
  return linesOf(set).flatMap(({ words, paragraph, at: stops, again }) =>
    again
      ? []
      : stops.map((offset, i): TextPlace => {
          const affinity = i > 0 && i === stops.length - 1 ? "before" : "after"
          return { words, paragraph, offset, affinity }
        }),
  )
}
