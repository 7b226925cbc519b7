import type { ComposedArticle } from "../compose-article.ts"
import type { Page } from "../issue/page.ts"

/**
 * Articles as a reader comes to them on a page: from the top down by their highest frame, from the
 * left where two begin on one line. What is drawn in this order is read back in it.
 */
export function inReadingOrder(
  articles: readonly ComposedArticle[],
  page: Page,
): readonly ComposedArticle[] {
  const places = new Map(articles.map((set) => [set, placeOf(set.article.id, page)]))
  return articles.toSorted((a, b) => {
    const [first, second] = [places.get(a)!, places.get(b)!]
    return first.line - second.line || first.column - second.column
  })
}

/** Where an article begins on a page: its highest frame, the leftmost of several. */
function placeOf(
  article: string,
  { frames }: Page,
): { readonly line: number; readonly column: number } {
  const regions = frames.filter((frame) => frame.article === article).map(({ region }) => region)
  const line = Math.min(...regions.map((region) => region.line))
  const highest = regions.filter((region) => region.line === line)
  return { line, column: Math.min(...highest.map(({ column }) => column)) }
}
