import type { ComposedArticle } from "../../layouts/compose-article.ts"
import type { ComposedPage } from "../../layouts/compose.ts"
import { linesOf, onLine, type Area, type TextLine } from "./lines.ts"
import { comparePlaces, sameText, type TextPlace } from "./place.ts"

/** A caret as it stands on a page, pt: an upright hairline without width, or a level one without height. */
export interface CaretBox extends Area {
  readonly page: string
  /** The column or frame round it. */
  readonly column: Area
}

/** A place of the page's text, in the article that it is of. */
export interface PagePlace {
  readonly article: string
  readonly place: TextPlace
  /** Offset of the character that the point is on, which may be the one before the nearest stop. */
  readonly over: number
}

/** Where a hit may land: anywhere, or only in the words that a selection was begun in. */
export interface Within {
  readonly article: string
  readonly words: TextPlace["words"]
}

/**
 * The caret stop of a page nearest to a point (pt): of the column that the point is in or nearest
 * to, of the line that it is level with, the nearest stop. Null when the page shows no such text.
 */
export function placeAt(
  page: ComposedPage,
  point: { readonly x: number; readonly y: number },
  within: Within | null = null,
): PagePlace | null {
  let best: TextLine | null = null
  let least: readonly number[] = []
  for (const set of page.articles) {
    if (within && within.article !== set.article.id) continue
    for (const line of linesOf(set)) {
      if (line.page !== page.page.id || (within && within.words !== line.words)) continue
      const far = distances(line, point)
      if (best && !isLess(far, least)) continue
      best = line
      least = far
    }
  }
  if (!best) return null
  const along = best.vertical ? point.y : point.x
  return { article: best.article, place: placeOn(best, along), over: overOn(best, along) }
}

/** The offset of the character of a line that stands at a place along it (pt). */
function overOn({ at, x: stops }: TextLine, x: number): number {
  const found = stops.findLastIndex((stop, i) => stop <= x && i < stops.length - 1)
  return at[Math.max(0, found)]!
}

/** How far a point is from a line: from its column, from its height, as empty, from its words. */
function distances(line: TextLine, point: { x: number; y: number }): readonly number[] {
  const { x, y } = onLine(line, { ...point, width: 0, height: 0 })
  const column = onLine(line, line.column)
  const across = outside(x, column.x, column.x + column.width)
  const down = outside(y, column.y, column.y + column.height)
  return [
    Math.max(across, down),
    outside(y, line.y, line.y + line.height),
    line.empty ? 1 : 0,
    outside(x, line.x[0]!, line.x.at(-1)!),
  ]
}

function outside(value: number, low: number, high: number): number {
  return Math.max(0, low - value, value - high)
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i])
  return at >= 0 && a[at]! < b[at]!
}

/** The place of a line's stop nearest to a place along it (pt). */
export function placeOn({ words, paragraph, at, x: stops }: TextLine, x: number): TextPlace {
  let near = 0
  stops.forEach((stop, i) => {
    if (Math.abs(stop - x) < Math.abs(stops[near]! - x)) near = i
  })
  const affinity = near > 0 && near === at.length - 1 ? "before" : "after"
  return { words, paragraph, offset: at[near]!, affinity }
}

/**
 * The line that a place stands on: at a seam between two lines the one of its affinity, on the
 * wanted page before others. Null when its words are on no page (余字).
 */
export function lineOf(
  set: ComposedArticle,
  place: TextPlace,
  page: string | null = null,
): TextLine | null {
  const lines = linesOf(set).filter((line) => sameText(line, place) && holds(line, place.offset))
  const here = lines.filter((line) => line.page === page)
  const among = here.length > 0 ? here : lines.filter((line) => !line.again)
  return (place.affinity === "before" ? among[0] : among.at(-1)) ?? null
}

function holds({ at }: TextLine, offset: number): boolean {
  return at[0]! <= offset && offset <= at.at(-1)!
}

/** Where a place's caret stands; null for text that is on no page: the story pane shows it. */
export function caretBox(
  set: ComposedArticle,
  place: TextPlace,
  page: string | null = null,
): CaretBox | null {
  const line = lineOf(set, place, page)
  if (!line) return null
  const { y, height, column } = line
  const x = line.x[stopAt(line, place.offset)]!
  return { page: line.page, ...onLine(line, { x, y, width: 0, height }), column }
}

/** Index of the last stop at or before an offset; 0 for offsets before the line. */
export function stopAt({ at }: TextLine, offset: number): number {
  return Math.max(
    0,
    at.findLastIndex((stop) => stop <= offset),
  )
}

/**
 * The areas of a page that a stretch of one field covers, one a line: from stop to stop, whole
 * characters only. An empty paragraph between the ends shows a sliver.
 */
export function selectionBoxes(
  set: ComposedArticle,
  page: string,
  from: TextPlace,
  to: TextPlace,
): readonly Area[] {
  return linesOf(set).flatMap((line) => {
    if (line.page !== page || line.words !== from.words) return []
    const first = { ...from, paragraph: line.paragraph, offset: line.at[0]! }
    const last = { ...first, offset: line.at.at(-1)! }
    if (comparePlaces(last, from) < 0 || comparePlaces(first, to) > 0) return []
    if (line.empty) return comparePlaces(from, to) < 0 ? [sliver(line)] : []
    const start = line.paragraph === from.paragraph ? stopAt(line, from.offset) : 0
    const end = line.paragraph === to.paragraph ? stopFrom(line, to.offset) : line.at.length - 1
    const x = line.x[start]!
    const width = line.x[end]! - x
    return end > start ? [onLine(line, { x, y: line.y, width, height: line.height })] : []
  })
}

function sliver(line: TextLine): Area {
  const { x, y, height } = line
  return onLine(line, { x: x[0]!, y, width: height / 4, height })
}

/** Index of the first stop at or behind an offset; the last for offsets behind the line. */
function stopFrom({ at }: TextLine, offset: number): number {
  const found = at.findIndex((stop) => stop >= offset)
  return found < 0 ? at.length - 1 : found
}
