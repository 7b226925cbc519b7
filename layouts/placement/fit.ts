import type { Article } from "../issue/article.ts"

/** How much room text takes; answered by the compositor, so that placement never measures text itself. */
export interface Fit {
  /**
   * Depth in lines of each column, in reading order, when the article's text is set over so many
   * basic columns; a photo's text is its caption. Columns differ by as little as the text allows;
   * with original column breaks (原栏断点) they may differ by much. More depths than columns mean
   * that the text keeps breaks of its own: each depth then gets a frame, several to a column.
   * Never empty. `measure` is that of columns of the article's own (变栏), whole 字; left out it is
   * the page's.
   */
  depths(article: Article, columns: number, measure?: number): readonly number[]
  /**
   * Height in lines of the headline block (kicker, headline, deck and the air round them) over so
   * many basic columns; 0 without a headline.
   */
  headline(article: Article, columns: number): number
  /** Whether all of the text has room in basic columns of such depths; left out, nobody can tell. */
  holds?(article: Article, depths: readonly number[]): boolean
  /** Whether the headline block has room down a part of the page of so many columns and lines (竖题). */
  headlineDown?(article: Article, columns: number, lines: number): boolean
}

/** A fit that asks the compositor once for each article and the room that it is to have. */
export function rememberedFit(fit: Fit): Fit {
  const depths = new Map<Article, Map<string, readonly number[]>>()
  const headlines = new Map<Article, Map<string, number>>()
  const held = new Map<Article, Map<string, boolean>>()
  const down = new Map<Article, Map<string, boolean>>()
  const { holds, headlineDown } = fit
  return {
    depths: (article, columns, measure) =>
      recall(depths, article, `${columns} ${measure ?? ""}`, () =>
        fit.depths(article, columns, measure).map(wholeLines),
      ),
    headline: (article, columns) =>
      recall(headlines, article, `${columns}`, () => wholeLines(fit.headline(article, columns))),
    ...(holds && {
      holds: (article, lines) =>
        recall(held, article, lines.join(" "), () => holds(article, lines)),
    }),
    ...(headlineDown && {
      headlineDown: (article, columns, lines) =>
        recall(down, article, `${columns} ${lines}`, () => headlineDown(article, columns, lines)),
    }),
  }
}

/** A number of lines as placement counts: whole, at least 0, part lines rounded up. */
function wholeLines(lines: number): number {
  return Number.isFinite(lines) ? Math.max(0, Math.ceil(lines)) : 0
}

/** The answer kept for an article and the room asked about, asked for when there is none yet. */
function recall<T>(
  kept: Map<Article, Map<string, T>>,
  article: Article,
  room: string,
  ask: () => T,
): T {
  const byRoom = kept.get(article) ?? new Map<string, T>()
  kept.set(article, byRoom)
  const known = byRoom.get(room)
  if (known !== undefined) return known
  const answer = ask()
  byRoom.set(room, answer)
  return answer
}
