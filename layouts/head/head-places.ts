import type { Region } from "../issue/page.ts"

/**
 * How a headline stands to its text (题文位置): over it (盖文题), at its left or right head with text
 * under it and beside it (串文题), between its columns (文夹题), with text on all sides (文包题).
 */
export type HeadPlace = "over" | "left" | "right" | "amid" | "inside"

export const HEAD_PLACES: readonly HeadPlace[] = ["over", "left", "right", "amid", "inside"]

/** Least lines of text over or under a headline. */
const LEAST = 3

/** Basic columns that a headline takes of so many; 0 where the place is not to be had in them. */
export function headColumns(place: HeadPlace, columns: number): number {
  if (place === "over") return columns
  const beside = place === "left" || place === "right" ? 1 : 2
  if (columns <= beside) return 0
  const half = Math.max(1, Math.round(columns / 2))
  return (columns - half) % beside === 0 ? half : half + 1 < columns - 1 ? half + 1 : half - 1 || 1
}

/** A headline and its text in a region: parts of it that tile it, the text's in reading order. */
export interface HeadedRegion {
  readonly head: Region
  readonly text: readonly Region[]
}

/**
 * Divides an article's region between its headline, `lines` high, and its text; null where the
 * region is too small for that. Whole 字 × 行 throughout: what the headline takes, the text has not.
 * Source: domain.md 2.5 [N4]
 */
export function headedRegion(around: Region, place: HeadPlace, lines: number): HeadedRegion | null {
  const columns = headColumns(place, around.columns)
  if (columns === 0 || lines < 1 || around.lines - lines < LEAST) return null
  const before =
    place === "right"
      ? around.columns - columns
      : place === "amid" || place === "inside"
        ? Math.max(1, Math.floor((around.columns - columns) / 2))
        : 0
  const over = place === "inside" ? Math.floor((around.lines - lines) / 2) : 0
  const under = around.lines - lines - over
  if (place === "inside" && over < LEAST) return null
  const middle = { column: around.column + before, columns }
  const part = (line: number, count: number): Region => ({ ...middle, line, lines: count })
  const beside = (column: number, count: number): Region => ({ ...around, column, columns: count })
  const text = [
    beside(around.column, before),
    part(around.line, over),
    part(around.line + over + lines, under),
    beside(middle.column + columns, around.columns - before - columns),
  ]
  return {
    head: part(around.line + over, lines),
    text: text.filter((region) => region.columns > 0 && region.lines > 0),
  }
}
