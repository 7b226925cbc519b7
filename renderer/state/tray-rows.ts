import type { ComposedArticle } from "../../layouts/compose-article.ts"
import { nameOf } from "../../layouts/issue/article-name.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { charactersOf } from "../../layouts/issue/characters.ts"
import { EXACT, lengthOf, pagesOf, type Length } from "./lengths.ts"

/** What a row of the tray tells of an article. */
export interface TrayRow {
  readonly article: Article
  readonly characters: number
  /** Original column breaks that the copy brought. */
  readonly breaks: number
  /** Pages that it stands on; empty while it waits. */
  readonly pages: readonly string[]
  readonly length: Length
}

/** By what the tray is sorted: as the copy came, or by a column. */
export const TRAY_SORTS = ["came", "headline", "characters", "kind", "length"] as const
export type TraySort = (typeof TRAY_SORTS)[number]

const KINDS: readonly Article["kind"][] = ["lead", "news", "photo", "filler", "ad"]

/** The tray's two groups (待上版、已上版), searched and sorted. */
export function trayRows(
  articles: readonly Article[],
  sets: ReadonlyMap<string, ComposedArticle>,
  asked: { readonly words: string; readonly sort: TraySort },
): { readonly waiting: readonly TrayRow[]; readonly placed: readonly TrayRow[] } {
  const words = asked.words.trim().toLowerCase()
  const rows = articles
    .filter((article) => words === "" || holds(article, words))
    .map((article) => rowOf(article, sets.get(article.id)))
  const sorted = asked.sort === "came" ? rows : rows.toSorted(ORDERS[asked.sort])
  return {
    waiting: sorted.filter(({ pages }) => pages.length === 0),
    placed: sorted.filter(({ pages }) => pages.length > 0),
  }
}

/** The last row of each article, and what it told of: the same answer is the same record. */
const known = new WeakMap<Article, { readonly set: ComposedArticle | undefined; row: TrayRow }>()

function rowOf(article: Article, set: ComposedArticle | undefined): TrayRow {
  const before = known.get(article)
  if (before && before.set === set) return before.row
  const row = freshRow(article, set)
  known.set(article, { set, row })
  return row
}

function freshRow(article: Article, set: ComposedArticle | undefined): TrayRow {
  return {
    article,
    characters: charactersOf(article),
    breaks: article.story.reduce((sum, { columnBreaks }) => sum + columnBreaks.length, 0),
    pages: set ? pagesOf(set) : [],
    length: set ? lengthOf(set) : EXACT,
  }
}

function holds({ kicker, headline, deck, story }: Article, words: string): boolean {
  const texts = [kicker, headline, deck, ...story.map(({ text }) => text)]
  return texts.some((text) => text !== null && text.toLowerCase().includes(words))
}

/** The worst length first: text over by its characters, then empty lines. */
const ORDERS: Readonly<
  Record<Exclude<TraySort, "came">, (one: TrayRow, other: TrayRow) => number>
> = {
  headline: (a, b) => nameOf(a.article).localeCompare(nameOf(b.article), "zh"),
  characters: (a, b) => b.characters - a.characters,
  kind: (a, b) => KINDS.indexOf(a.article.kind) - KINDS.indexOf(b.article.kind),
  length: (a, b) => b.length.over - a.length.over || b.length.short - a.length.short,
}
