import type { Cells } from "./cells.ts"
import { CLASS, isBlank } from "./classes.ts"
import { hyphenWidth } from "./division.ts"

/**
 * The cells of one 字 laid over a measure (字网格): how many there are, and from one to the next, pt.
 * What a measure has over a whole number of 字 is spread between them, so that all lines of it share
 * their columns and end flush.
 */
export interface CellGrid {
  readonly count: number
  readonly pitch: number
  readonly size: number
}

/** The grid of a measure, pt; a measure narrower than one 字 has one cell. */
export function gridOver(measure: number, size: number): CellGrid {
  const count = Math.max(1, Math.floor(measure / size + 1e-6))
  const rest = count > 1 ? Math.max(0, measure - count * size) / (count - 1) : 0
  return { count, size, pitch: size + (rest > 1e-6 ? rest : 0) }
}

/** Cells of a grid that a first-line indent, pt, leaves empty: the nearest whole number, one cell stays. */
export function indentIn({ count, size }: CellGrid, indent: number): number {
  return Math.min(count - 1, Math.round(indent / size))
}

/** Width of some cells of a grid from the first one's left to the last one's right edge, pt. */
export function widthIn({ pitch, size }: CellGrid, cells: number): number {
  return cells === 0 ? 0 : (cells - 1) * pitch + size
}

/** A gap that is more than tracking: white between Han and Western text, em. */
const SEEN_GAP = 0.12

/** What is set in runs that share cells, however wide it is. */
const IN_RUNS: ReadonlySet<number> = new Set<number>([
  CLASS.latin,
  CLASS.digit,
  CLASS.letter,
  CLASS.smallFigure,
  CLASS.latinClose,
  CLASS.latinOpen,
  CLASS.prefix,
  CLASS.postfix,
  CLASS.connector,
  CLASS.interpunct,
  CLASS.space,
  CLASS.tab,
  CLASS.softHyphen,
])

/**
 * Whether a character has whole cells of the grid to itself: ideographs, full marks, —— and ……, and
 * what stands upright in a vertical line's cell (纵中横). Words, numbers with their signs and text of
 * other sizes are runs that share cells.
 */
export function isWhole(cells: Cells, i: number): boolean {
  const kind = cells.kind[i]!
  if (kind === CLASS.wideSpace) return true
  const width = cells.width[i]! / cells.size
  if (width < 0.5 || Math.abs(width - Math.round(width)) > 1e-6) return false
  if (!IN_RUNS.has(kind)) return true
  const font = cells.fonts[cells.glyphFont[cells.glyphFrom[i]!]!]!
  return font.size !== cells.size || (cells.glyphAcross !== null && !font.turned)
}

/** Cells of the grid that a character takes which has them to itself. */
export function wholeCells(cells: Cells, i: number): number {
  return Math.max(1, Math.round(cells.width[i]! / cells.size))
}

/** The cell behind what begins at one and shares cells of the grid: a character alone, or a run. */
export function unitEnd(cells: Cells, from: number, most: number): number {
  let to = from + 1
  while (to < most && !parts(cells, to - 1)) to += 1
  return to
}

/** Whether the grid parts cell i from the next; not where a wide reading needs room between them. */
function parts(cells: Cells, i: number): boolean {
  if (!isWhole(cells, i) && !isWhole(cells, i + 1)) return false
  if (cells.ruby.length === 0 || cells.gap[i]! < 1e-6) return true
  return !cells.ruby.some(({ from, to }) => i >= from - 1 && i < to)
}

/** A run, or the part of one that stands on a line: what of it shows, from `first` to `last`. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly last: number
  /** pt; of blanks alone the white that they are. */
  readonly width: number
}

/** The run of some cells. Blanks at its edges belong to the white beside it. */
export function runIn(cells: Cells, from: number, to: number): Run {
  let first = from
  let last = to
  while (first < to && isBlank(cells.kind[first]!)) first += 1
  while (last > first && isBlank(cells.kind[last - 1]!)) last -= 1
  const blank = first === to
  const white = blank ? cells.gapSum[to]! - cells.gapSum[from]! : 0
  const ink = blank ? 0 : cells.widthSum[last]! - cells.widthSum[first]!
  const gaps = blank ? 0 : cells.gapSum[last - 1]! - cells.gapSum[first]!
  return { from, to, first, last, width: white + ink + gaps + hyphenWidth(cells, to) }
}

/**
 * Cells that a run takes: as few as hold it, with white at its edges where it is `gapped`.
 * Source: CLREQ #handling_of_grid_alignment_in_chinese_and_western_mixed_text_composition
 */
export function runCells(grid: CellGrid, { first, last, width }: Run, gapped: boolean): number {
  if (width < 1e-9) return first === last ? 1 : 0
  const held = (width - grid.size) / grid.pitch + 1
  return Math.max(1, gapped ? Math.floor(held + 1e-6) + 1 : Math.ceil(held - 1e-6))
}

/** Whether white is wanted between the last cell of one unit and the first of the next. */
export function wantsGap(cells: Cells, i: number): boolean {
  return (cells.gap[i] ?? 0) > SEEN_GAP * cells.size
}
