import { budgetOf } from "../line/budget.ts"
import type { Cells } from "../line/cells.ts"
import type { Seams } from "./seams.ts"

/** A headline in lines: the cells that end each, and what its seams cost, pt of its size. */
export interface Division {
  readonly ends: readonly number[]
  readonly seams: number
}

/** Where lines end by the sense: what each end costs, and the cells at which they end by hand. */
export interface Sense {
  readonly seams: Seams
  readonly asked?: readonly number[]
}

/** What a line costs that is an em longer or shorter than it should be, pt of size; it grows with the square. */
const UNEVEN = 0.3

/** Each line of a headline is a little shorter than the one above (倒金字塔), by so much of the even width. */
const TAPER = 0.04

/**
 * The best way to divide a headline into `lines` lines no wider than `width` pt: even lines that
 * taper a little, ending where the seams cost least. A line may end where the text allows it only; in
 * `asked`, cells at which lines end by hand, where there are any. Null when it cannot be done.
 */
export function divide(
  cells: Cells,
  lines: number,
  width: number,
  { seams, asked = [] }: Sense,
): Division | null {
  const { count } = cells
  const budget = budgetOf(cells)
  const even = budget.natural(0, count) / lines
  const uneven = (start: number, end: number, line: number): number => {
    const wanted = even * (1 + TAPER * ((lines - 1) / 2 - line))
    const off = (budget.natural(start, end) - wanted) / cells.size
    return UNEVEN * off * off
  }
  const fits = (start: number, end: number): boolean =>
    budget.natural(start, end) <= width + 0.01 && !asked.some((at) => at > start && at < end)
  const costOf = (end: number): number => (end === count ? 0 : (seams[cells.from[end]!] ?? 0))

  // best[line][end]: the cheapest way to have set so many lines up to a cell.
  const best: (Step | undefined)[][] = [[{ cost: 0, from: 0 }]]
  for (let line = 0; line < lines; line += 1) {
    const row: (Step | undefined)[] = []
    const last = line === lines - 1
    for (let end = last ? count : line + 1; end <= (last ? count : count - 1); end += 1) {
      if (end < count && cells.breakAfter[end - 1] === 0 && !asked.includes(end)) continue
      for (let from = end - 1; from >= line; from -= 1) {
        if (!fits(from, end)) break
        const before = best[line]![from]
        if (!before) continue
        const cost = before.cost + uneven(from, end, line) + costOf(end)
        if (cost < (row[end]?.cost ?? Infinity)) row[end] = { cost, from }
      }
    }
    best.push(row)
  }
  if (!best[lines]?.[count]) return null
  const ends: number[] = [count]
  for (let line = lines; line > 1; line -= 1) ends.unshift(best[line]![ends[0]!]!.from)
  return { ends, seams: ends.reduce((sum, end) => sum + Math.max(0, costOf(end)), 0) }
}

/** The cheapest way to a cell: what it costs, and where its last line begins. */
interface Step {
  readonly cost: number
  readonly from: number
}
