import { longMeasure } from "../grid/geometry.ts"
import { brokenMeasure } from "../grid/column-division.ts"
import { headColumns, headedRegion, type HeadedRegion } from "../head/head-places.ts"
import type { OwnColumns } from "../issue/page.ts"
import type { Bench } from "./bench.ts"
import { brokenColumns, EASY, type HeadStand } from "./dress.ts"
import type { Piece } from "./piece.ts"
import { isEven, totalLines } from "./pour.ts"
import { WEIGHTS } from "./weights.ts"

/** Text in columns of its own: which, and how deep each is. */
export interface BrokenText {
  readonly own: OwnColumns
  readonly depths: readonly number[]
}

/** A headline beside or in its text: their parts of the block from its top left, and its height. */
export interface HeadBeside extends HeadedRegion {
  readonly lines: number
  readonly stand: HeadStand
}

/** Lines that a block with its headline beside it may be higher than its text alone asks. */
const MORE = 4

/** Lines of text that a headline down the page needs beside it. */
const LEAST_DOWN = 14

/** 字 of an article's text from which narrow lines tire. */
const LONG = 900

/** A piece's text in columns of its own over so many basic ones; null where it stands in none. */
export function brokenText(piece: Piece, columns: number, { grid, fit }: Bench): BrokenText | null {
  if (!piece.dress?.broken || !isPlainText(piece)) return null
  const own = brokenColumns(grid, columns)
  if (own === null) return null
  const { measure } = brokenMeasure(longMeasure(grid, columns), own.count, own.gutter)
  return { own, depths: fit.depths(piece.article, own.count, measure) }
}

/**
 * A piece with its headline beside or in its text, as low as holds all of it; null where it is over
 * the text, and where so many columns have no room for it elsewhere.
 */
export function headBeside(piece: Piece, columns: number, bench: Bench): HeadBeside | null {
  const stand = piece.dress?.head ?? "over"
  if (stand === "over" || !isPlainText(piece)) return null
  const depths = bench.fit.depths(piece.article, columns)
  if (depths.length > columns || !isEven(depths)) return null
  const text = totalLines(depths)
  if (stand === "down") return headDown(piece, columns, text, bench)
  const wide = headColumns(stand, columns)
  const least = wide === 0 ? 0 : bench.fit.headline(piece.article, wide)
  if (least === 0) return null
  const from = Math.ceil((text + wide * least) / columns)
  for (let lines = from; lines <= from + MORE; lines += 1) {
    // What is more than the text needs is the headline's air, but for a line in each column.
    const most = Math.floor((columns * lines - text) / wide)
    const fewest = Math.max(least, most - Math.floor(columns / wide))
    for (let head = most; head >= fewest; head -= 1) {
      const around = { column: 0, columns, line: 0, lines }
      const parts = headedRegion(around, stand, head)
      if (parts && holds(piece, parts, bench)) return { ...parts, lines, stand }
    }
  }
  return null
}

/** A headline down the leftmost column, its text in the others. */
function headDown(piece: Piece, columns: number, text: number, bench: Bench): HeadBeside | null {
  const beside = columns - 1
  if (beside < 1) return null
  const from = Math.ceil(text / beside)
  for (let lines = from; lines <= from + MORE; lines += 1) {
    const parts = {
      head: { column: 0, columns: 1, line: 0, lines },
      text: [{ column: 1, columns: beside, line: 0, lines }],
    }
    if (!holds(piece, parts, bench)) continue
    const set = bench.fit.headlineDown?.(piece.article, 1, lines) ?? false
    return lines >= LEAST_DOWN && set ? { ...parts, lines, stand: "down" } : null
  }
  return null
}

/** Whether all of a piece's text has room in parts of a block, column by column. */
function holds({ article }: Piece, { text }: HeadedRegion, { fit }: Bench): boolean {
  const depths = text.flatMap(({ columns, lines }) => new Array<number>(columns).fill(lines))
  return fit.holds?.(article, depths) ?? false
}

/** Whether a piece is text and nothing else, of which none stands on an earlier page. */
function isPlainText({ article, setting, rest }: Piece): boolean {
  return (
    setting === "text" && rest === null && article.pictures.length === 0 && article.kind !== "photo"
  )
}

/** Whether a piece is so long that narrow lines tire. */
export function isLong({ characters }: Piece): boolean {
  return characters >= LONG
}

/** What a measure costs the reader of a long text: 字 narrower or wider than read easily. */
export function measureCost(piece: Piece, measure: number): number {
  if (!isLong(piece)) return 0
  const off = Math.max(0, EASY.least - measure, measure - EASY.most)
  return WEIGHTS.measure * off
}
