import {
  breakLines,
  breakPenalty,
  lineCost,
  slackOf,
  startAt,
  type Beginning,
  type Breaking,
  type Broken,
  type Relief,
} from "./break.ts"
import { breakInGrid } from "./break-in-grid.ts"
import type { Budget } from "./budget.ts"
import type { Cells } from "./cells.ts"
import { TONES, toneOf, unevenness } from "./tone.ts"

/** What a paragraph is broken to whose first lines have widths of their own, pt (两长转一短). */
export interface Turning extends Breaking {
  readonly widths: readonly number[]
}

/**
 * Breaks a paragraph that turns from one measure to another into the lines that cost least together,
 * those before the turn and those behind it. Text that ends before the turn has fewer lines than widths.
 * Source: domain §2.7, 长短栏 conversion
 */
export function breakTurning(cells: Cells, turning: Turning): Broken {
  if (turning.endMarks === "grid") return breakInGrid(cells, turning, turning.widths)
  return breakLines(cells, turning, (budget, relief) =>
    beginningsOf({ cells, budget, turning, relief }),
  )
}

/** What lines are weighed with. */
interface Weighing {
  readonly cells: Cells
  readonly budget: Budget
  readonly turning: Turning
  readonly relief: Relief
}

/** The cheapest way to each cell and tone that the lines before the turn lead to. */
function beginningsOf(weighing: Weighing): readonly Beginning[] {
  const { cells, turning } = weighing
  let ways: readonly Beginning[] = [startAt(turning.from ?? 0)]
  for (const measure of turning.widths) {
    const next = new Map<number, Beginning>()
    for (const way of ways)
      if (way.cell === cells.count) takeCheaper(next, way)
      else addLines(next, way, weighing, measure)
    ways = fewest([...next.values()])
  }
  return ways
}

/** Ways that are followed further: far more than lines within the bounds of spacing can lead to. */
const MOST_WAYS = 160

function fewest(ways: readonly Beginning[]): readonly Beginning[] {
  if (ways.length <= MOST_WAYS) return ways
  return ways.toSorted((a, b) => a.cost - b.cost).slice(0, MOST_WAYS)
}

/** Every line of a width that can follow a way. */
function addLines(
  next: Map<number, Beginning>,
  way: Beginning,
  { cells, budget, turning, relief }: Weighing,
  measure: number,
): void {
  const breaking = { ...turning, measure }
  const start = way.cell
  const force = turning.forced.find((cell) => cell > start) ?? cells.count
  for (let end = start + 1; end <= force; end += 1) {
    const slack = slackOf(cells, budget, breaking, { start, end })
    const must = end === force && end < cells.count
    const penalty = must ? 0 : breakPenalty(cells, end, relief)
    if (penalty !== Infinity) {
      const own = lineCost(cells, budget, { start, end, relief, must, slack }, breaking)
      const tone = toneOf(budget.pausesGive(start, end, -slack))
      const cost = way.cost + own + penalty + unevenness(way.tone, tone)
      if (cost < Infinity) takeCheaper(next, { cell: end, tone, cost, before: way })
    }
    // A later end makes the line wider still, but for a mark or a hyphen at it.
    if (end > start + 1 && slack + budget.squeezable(start, end) < -2 * cells.size) return
  }
}

function takeCheaper(ways: Map<number, Beginning>, way: Beginning): void {
  const at = way.cell * TONES + way.tone
  const known = ways.get(at)
  if (!known || way.cost < known.cost) ways.set(at, way)
}
