import type { Breaking, Broken } from "./breaking.ts"
import {
  gridOver,
  indentIn,
  isWhole,
  runCells,
  runIn,
  unitEnd,
  wholeCells,
  type CellGrid,
} from "./cell-grid.ts"
import type { Cells } from "./cells.ts"
import { CLASS, hasTrail, isBlank, type CharClass } from "./classes.ts"
import { isLonely } from "./lonely.ts"
import { dividesWord } from "./prohibit.ts"
import { hangs, isGapped } from "./set-in-grid.ts"

/** Fewest letters of a divided word on either line. */
const LEAST_LETTERS = 2

/** Lines that end so many cells sooner are tried so that the last is not one lone character. */
const MOST_PULLED = 4

/** How a line may end before a cell, the better the lower: by rule, by what a grid allows, by force. */
const END = { legal: 0, mark: 1, cut: 2, word: 3, any: 4 } as const

/**
 * Breaks a paragraph that is set in a strict grid (字网格) into lines, one after the other, each as full
 * as it can be: nothing in a grid gives way, so that what a line does costs no other line anything, and
 * there is nothing for a total fit to weigh. A stop that overflows hangs; of marks in a row those
 * behind the first may begin a line; a word that does not fit is cut without a hyphen where the line is
 * full. Where a mark may still not stand, what is before it moves down and its cells stay empty.
 * `widths` are measures of the first lines where they differ.
 * Source: CLREQ #handling_of_grid_alignment_in_chinese_and_western_mixed_text_composition
 */
export function breakInGrid(
  cells: Cells,
  breaking: Breaking,
  widths: readonly number[] = [],
): Broken {
  const ends: number[] = []
  const roomOf = (line: number, start: number): Room => {
    const grid = gridOver(widths[line] ?? breaking.measure, cells.size)
    const indent = start === 0 ? indentIn(grid, breaking.indent) : 0
    return { grid, room: grid.count - indent, hangs: breaking.hangs ?? true }
  }
  for (let start = breaking.from ?? 0; start < cells.count;) {
    const most = breaking.forced.find((cell) => cell > start) ?? cells.count
    start = endOfLine(cells, { start, most }, roomOf(ends.length, start))
    ends.push(start)
  }
  const pulled = pulledDown(cells, breaking, ends, roomOf)
  if (pulled !== null) ends[ends.length - 2] = pulled
  return { ends, cost: 0 }
}

/** Whether a line that is set in a grid may end before a cell. */
export function mayEndInGrid(cells: Cells, end: number): boolean {
  return rankOf(cells, end) <= END.cut
}

/** A grid, how many of its cells a line may take, and whether a stop may hang out of it. */
interface Room {
  readonly grid: CellGrid
  readonly room: number
  readonly hangs: boolean
}

/** Where a line could end: its cell, how many cells of the grid stay empty, and by what right. */
interface Candidate {
  readonly end: number
  readonly empty: number
  readonly rank: number
}

/** The cell before which a line that begins at `start` ends; it ends at `most` at the latest. */
function endOfLine(
  cells: Cells,
  { start, most }: { readonly start: number; readonly most: number },
  { grid, room, hangs: open }: Room,
): number {
  let best: Candidate | null = null
  let taken = 0
  let shown = 0
  const offer = (end: number): void => {
    const one = { end, empty: room - shown, rank: rankOf(cells, end) }
    if (!best || isBetter(one, best)) best = one
  }
  for (let from = start; from < most;) {
    const to = unitEnd(cells, from, most)
    const whole = to === from + 1 && isWhole(cells, from)
    if (whole && isBlank(cells.kind[from]!)) taken += 1
    else if (whole) {
      const next = taken + wholeCells(cells, from)
      if (next > room) {
        const hung = open && taken === room ? hungEnd(cells, from, most) : null
        return hung ?? endFrom(best, start)
      }
      taken = next
      shown = next
    } else {
      for (let end = from + 1; end <= to; end += 1) {
        const run = runIn(cells, from, end)
        const blank = run.first === run.last
        const next = blank ? taken : taken + runCells(grid, run, isGapped(cells, run, start, end))
        if (!blank && next > room) return endFrom(best, start)
        if (!blank) shown = next
        if (end < to) offer(end)
      }
      const run = runIn(cells, from, to)
      taken += runCells(grid, run, isGapped(cells, run, start, most))
    }
    offer(to)
    from = to
  }
  return most
}

function endFrom(best: Candidate | null, start: number): number {
  return best?.end ?? start + 1
}

/** Whether one end is better than another: allowed at all, then fewer cells empty, then by rule, then later. */
function isBetter(one: Candidate, other: Candidate): boolean {
  const forced = (candidate: Candidate): number => Math.max(candidate.rank, END.cut)
  if (forced(one) !== forced(other)) return forced(one) < forced(other)
  if (one.empty !== other.empty) return one.empty < other.empty
  return one.rank <= other.rank
}

/**
 * The end of a full line out of which the stop at `from` hangs, with the blanks behind it; null where it
 * is none, may begin a line, or does not end one. Source: CLREQ #hanging_punctuation
 */
function hungEnd(cells: Cells, from: number, most: number): number | null {
  if (!hangs(cells.kind[from]!) || cells.breakAfter[from - 1] === 1) return null
  let end = from + 1
  while (end < most && isBlank(cells.kind[end]!)) end += 1
  return end === most || mayEndInGrid(cells, end) ? end : null
}

function rankOf(cells: Cells, end: number): number {
  if (end === cells.count || cells.breakAfter[end - 1] === 1) return END.legal
  const before = cells.kind[end - 1]! as CharClass
  const after = cells.kind[end]! as CharClass
  if (closes(before) && closes(after)) return END.mark
  if (isCut(cells, end)) return END.cut
  return dividesWord(before, after) ? END.word : END.any
}

function closes(kind: number): boolean {
  return hasTrail(kind) || kind === CLASS.wholeMark
}

/** Whether a line's end before a cell cuts a word that is long enough, between letters, under no reading. */
function isCut(cells: Cells, end: number): boolean {
  if (isApostrophe(cells, end - 1) || isApostrophe(cells, end)) return false
  for (let i = end - LEAST_LETTERS; i < end + LEAST_LETTERS; i += 1)
    if (cells.kind[i] !== CLASS.latin) return false
  return !cells.ruby.some(({ from, to }) => end > from && end < to)
}

function isApostrophe({ text, from }: Cells, cell: number): boolean {
  return text[from[cell]!] === "’" || text[from[cell]!] === "'"
}

/**
 * Where the line before the last one ends sooner, so that the last is more than one lone character;
 * null where it is, or where that cannot be had. Source: CLREQ #widows_and_orphans
 */
function pulledDown(
  cells: Cells,
  { from = 0, forced }: Breaking,
  ends: readonly number[],
  roomOf: (line: number, start: number) => Room,
): number | null {
  const last = ends.length - 1
  const start = ends[last - 1]
  if (start === undefined || forced.includes(start) || !isLonely(cells, start, cells.count))
    return null
  const first = Math.max((ends[last - 2] ?? from) + 1, start - MOST_PULLED)
  for (let end = start - 1; end >= first; end -= 1) {
    if (rankOf(cells, end) !== END.legal || isLonely(cells, end, cells.count)) continue
    const line = { start: end, most: cells.count }
    return endOfLine(cells, line, roomOf(last, end)) === cells.count ? end : null
  }
  return null
}
