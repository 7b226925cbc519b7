import type { Article } from "../issue/article.ts"
import type { Dress } from "./dress.ts"
import type { Fit } from "./fit.ts"

/** How a piece is set: running text under a headline, a picture with its caption, or a small box. */
export type Setting = "text" | "photo" | "box"

/** What still has to be placed of an article. */
export interface Piece {
  readonly article: Article
  readonly setting: Setting
  /** Place in order of importance, from 0; given order of the articles, leads before the others. */
  readonly rank: number
  readonly characters: number
  /** Lines left after earlier pages, one number for each run between forced breaks; null: whole. */
  readonly rest: readonly number[] | null
  /** Number of the next body frame in the article's thread. */
  readonly order: number
  /** How it is set otherwise than is ordinary; absent is not. */
  readonly dress?: Dress
}

/** A caption of more lines of one column than this is set as news, so that it can go on overleaf. */
const LONG_CAPTION = 60

/** Number of characters of an article's running text; spaces count. */
function charactersOf(article: Article): number {
  return article.story.reduce((sum, paragraph) => sum + paragraph.text.length, 0)
}

/**
 * The articles as pieces by importance: leads first, the longest before the others; then news and
 * photos as given; fillers and advertisements last, because they go where room is left.
 */
export function piecesOf(articles: readonly Article[], fit: Fit): readonly Piece[] {
  const kinds = (kind: Article["kind"]): readonly Article[] =>
    articles.filter((article) => article.kind === kind)
  const ordered = [
    ...kinds("lead").toSorted((a, b) => charactersOf(b) - charactersOf(a)),
    ...articles.filter((article) => article.kind === "news" || article.kind === "photo"),
    ...articles.filter((article) => article.kind === "filler" || article.kind === "ad"),
  ]
  return ordered.map((article, rank) => ({
    article,
    setting: settingOf(article, fit),
    rank,
    characters: charactersOf(article),
    rest: null,
    order: 0,
  }))
}

/** How an article is set; a caption too long for a picture runs like news. */
function settingOf(article: Article, fit: Fit): Setting {
  if (article.kind === "filler") return "box"
  if (article.kind !== "photo") return "text"
  const lines = fit.depths(article, 1).reduce((sum, depth) => sum + depth, 0)
  return lines <= LONG_CAPTION ? "photo" : "text"
}

/**
 * Index of the piece that takes the lead slot; −1 when there is none. Text that goes on from the
 * page before comes first, then a piece marked as lead, then the longest with a deck, then the
 * longest news, a photo, a box. Only the first few are looked at, so that the order of the
 * articles still decides what is on which page.
 */
export function leadIndex(pieces: readonly Piece[]): number {
  const near = pieces.slice(0, NEAR)
  const started = near.findIndex((piece) => piece.rest !== null)
  if (started >= 0) return started
  const longest = (wanted: (piece: Piece) => boolean): number =>
    near.reduce(
      (best, piece, i) =>
        wanted(piece) && (best < 0 || piece.characters > near[best]!.characters) ? i : best,
      -1,
    )
  const wishes: readonly ((piece: Piece) => boolean)[] = [
    (piece) => piece.article.kind === "lead",
    (piece) => isNews(piece) && piece.article.deck !== null,
    isNews,
    (piece) => piece.setting === "photo",
    () => true,
  ]
  for (const wish of wishes) {
    const index = longest(wish)
    if (index >= 0) return index
  }
  return -1
}

/** Whether a piece is running text of the paper's own: no advertisement. */
function isNews({ setting, article }: Piece): boolean {
  return setting === "text" && article.kind !== "ad"
}

/** How many pieces in order of importance may compete for the lead slot: about a page of news. */
const NEAR = 12
