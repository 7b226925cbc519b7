import type { Article, HeadWords } from "../issue/article.ts"
import { commonEnds, commonTail } from "../issue/common-ends.ts"
import type { Issue } from "../issue/issue.ts"
import type { ChangePiece, Mark } from "../issue/mark.ts"
import type { Place } from "../issue/selection.ts"
import { indexIn, placeIn, storyTextOf } from "./change-asked.ts"
import { differences } from "./diff.ts"

/** An article's texts at one moment; its story's paragraphs are ended by line feeds. */
export interface FrozenArticle {
  readonly id: string
  readonly kicker: string
  readonly headline: string
  readonly deck: string
  readonly story: string
}

/** An issue's texts as a proof was taken of them; JSON-safe, to be kept with the proof. */
export interface FrozenTexts {
  readonly articles: readonly FrozenArticle[]
  /** Marks that were carried out before: id, and how many pieces their change then had. */
  readonly carriedOut: Readonly<Record<string, number>>
}

/** A change of the text that no mark asked for (未授权改动). */
export interface UnauthorisedChange {
  readonly article: string
  /** What changed: a stretch of a text, or the whole article came or went. */
  readonly what: "text" | "added" | "removed"
  readonly words: HeadWords | null
  readonly before: string
  readonly after: string
  /** Where it stands in the text as it is now. */
  readonly from: Place
  readonly to: Place
}

/** The texts to be compared with later, frozen with a proof (大样). */
export function frozenTexts(issue: Pick<Issue, "articles">, marks: readonly Mark[]): FrozenTexts {
  const carried = marks.filter(({ change }) => change.length > 0)
  return {
    articles: issue.articles.map(frozenArticle),
    carriedOut: Object.fromEntries(carried.map(({ id, change }) => [id, change.length])),
  }
}

/** The texts of one article. */
export function frozenArticle(article: Article): FrozenArticle {
  const { id, kicker, headline, deck } = article
  const words = { kicker: kicker ?? "", headline: headline ?? "", deck: deck ?? "" }
  return { id, ...words, story: storyTextOf(article) }
}

/** One of a frozen article's texts: words of its headline block, or its story whole. */
export function frozenText(article: FrozenArticle, words: HeadWords | null): string {
  return words === null ? article.story : article[words]
}

const FIELDS = ["kicker", "headline", "deck", null] as const
const START: Place = { paragraph: 0, offset: 0 }

/**
 * Every change of the text since a proof was frozen that no carried-out mark explains. What marks
 * changed since is put back first, the latest first, and what then still differs is listed: so a
 * change is explained only as far as its mark went, and one typed over a correction shows.
 */
export function unauthorisedChanges(
  frozen: FrozenTexts,
  issue: Issue,
  marks: readonly Mark[],
): readonly UnauthorisedChange[] {
  const then = new Map(frozen.articles.map((article) => [article.id, article]))
  const now = new Set(issue.articles.map(({ id }) => id))
  const whole = { words: null, from: START, to: START }
  const gone = frozen.articles
    .filter(({ id }) => !now.has(id))
    .map(({ id, story }) => {
      return { ...whole, article: id, what: "removed" as const, before: story, after: "" }
    })
  const rest = issue.articles.flatMap((article): readonly UnauthorisedChange[] => {
    const before = then.get(article.id)
    if (before) return changesOf(before, article, piecesSince(frozen, article, marks))
    const after = storyTextOf(article)
    return [{ ...whole, article: article.id, what: "added", before: "", after }]
  })
  return [...rest, ...gone]
}

/** What marks changed in an article since the proof was frozen, the latest first. */
function piecesSince(
  { carriedOut }: FrozenTexts,
  article: Article,
  marks: readonly Mark[],
): readonly ChangePiece[] {
  const since = marks.filter(
    ({ id, article: on, change }) => on === article.id && change.length > (carriedOut[id] ?? 0),
  )
  const when = ({ thread }: Mark): number => thread.findLast(isDone)?.at ?? 0
  return since
    .toSorted((a, b) => when(b) - when(a))
    .flatMap(({ id, change }) => change.slice(carriedOut[id] ?? 0))
}

function isDone({ state }: Mark["thread"][number]): boolean {
  return state === "executed"
}

function changesOf(
  before: FrozenArticle,
  article: Article,
  pieces: readonly ChangePiece[],
): readonly UnauthorisedChange[] {
  return FIELDS.flatMap((words) => {
    const was = frozenText(before, words)
    const now = words === null ? storyTextOf(article) : (article[words] ?? "")
    const at = (place: Place): number => (words === null ? indexIn(article, place) : place.offset)
    const own = pieces
      .filter((piece) => piece.words === words)
      .map(({ before: old, after, from, to, around }) => {
        const [start, end] = [at(from), at(to)]
        return { old, after, around, starts: [start, start], ends: [end, end] } as const
      })
    const { text, standing } = putBack(now, own)
    return differences(was, text).map(({ from, to, nowFrom, nowTo }) => {
      const first = standing[nowFrom]!
      const last = Math.max(first, nowTo > nowFrom ? standing[nowTo - 1]! + 1 : first)
      const place = (index: number): Place =>
        words === null ? placeIn(article, index) : flat(index)
      return {
        ...{ article: article.id, what: "text" as const, words },
        before: was.slice(from, to),
        after: text.slice(nowFrom, nowTo),
        from: place(first),
        to: place(last),
      }
    })
  })
}

function flat(offset: number): Place {
  return { paragraph: 0, offset }
}

/** Where an index of a text may be, both ends included. */
type Reach = readonly [number, number]

/** A piece of a change in one text: what stood there, what was put, and where that may now be. */
interface Piece {
  readonly old: string
  readonly after: string
  /** What stood round it when it was put. */
  readonly around: ChangePiece["around"]
  readonly starts: Reach
  readonly ends: Reach
}

/**
 * A text with the pieces put back, the latest first, that still stand as they were put; and for
 * every unit of it the index in the text as it is now.
 */
function putBack(
  now: string,
  pieces: readonly Piece[],
): { readonly text: string; readonly standing: readonly number[] } {
  let text = now
  let standing = Array.from({ length: now.length + 1 }, (_, i) => i)
  let left = [...pieces]
  for (let piece = left.shift(); piece; piece = left.shift()) {
    const { old, after } = piece
    const from = standingAt(text, piece)
    if (from === null) continue
    const to = from + after.length
    text = text.slice(0, from) + old + text.slice(to)
    const back = Array.from({ length: old.length }, () => standing[from]!)
    standing = [...standing.slice(0, from), ...back, ...standing.slice(to)]
    const reach = ([low, high]: Reach): Reach => {
      const grown = old.length - after.length
      const first = low < from ? low : low > to ? low + grown : from
      const last = high < from ? high : high > to ? high + grown : from + old.length
      return [first, last]
    }
    left = left.map((other) => ({ ...other, starts: reach(other.starts), ends: reach(other.ends) }))
  }
  return { text, standing }
}

/**
 * Where a piece stands as it was put: of the places that it may have, the one with most of what
 * stood round it then. Null when its words are at none of them.
 */
function standingAt(text: string, { after, around, starts, ends }: Piece): number | null {
  let best: { readonly at: number | null; readonly alike: number } = { at: null, alike: -1 }
  for (let at = starts[0]; at <= starts[1]; at += 1) {
    const end = at + after.length
    if (end < ends[0] || end > ends[1] || !text.startsWith(after, at)) continue
    const behind = commonEnds(text.slice(end), around.after).head
    const alike = behind + commonTail(text.slice(0, at), around.before)
    if (alike > best.alike) best = { at, alike }
  }
  return best.at
}
