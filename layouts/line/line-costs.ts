import { breakPenalty, lineCost, slackOf, type Breaking, type CostPart } from "./break.ts"
import { budgetOf } from "./budget.ts"
import type { Turning } from "./break-turning.ts"
import type { Cells } from "./cells.ts"
import { DEMERITS, type DemeritName } from "./demerits.ts"
import { NO_TONE, toneOf, unevenness } from "./tone.ts"

/** What a line cost when its paragraph was broken: demerits by name, and their sum. */
export interface LineCost {
  readonly parts: readonly CostPart[]
  readonly sum: number
}

/** Demerits that a line's end may bring by itself. */
const AT_END: readonly DemeritName[] = ["hyphen", "dashAtStart", "brokenWord", "forbidden"]

/**
 * What each line of a paragraph cost, in the order of the lines that end before the given cells.
 * The sums together are the cost that `breakLines` found. Made when it is asked for: a page that
 * nobody looks into pays nothing for it.
 */
export function lineCosts(
  cells: Cells,
  breaking: Breaking & Partial<Turning>,
  ends: readonly number[],
): readonly LineCost[] {
  const budget = budgetOf(cells)
  let tone = NO_TONE
  return ends.map((end, i) => {
    const start = ends[i - 1] ?? breaking.from ?? 0
    const must = breaking.forced.includes(end)
    const own = { ...breaking, measure: breaking.widths?.[i] ?? breaking.measure }
    const slack = slackOf(cells, budget, own, { start, end })
    const told: CostPart[] = []
    lineCost(cells, budget, { start, end, relief: 2, must, slack, told }, own)
    const penalty = must ? 0 : breakPenalty(cells, end, 2)
    const name = AT_END.find((one) => DEMERITS[one] === penalty)
    if (name) told.push({ name, cost: penalty })
    const next = toneOf(budget.pausesGive(start, end, -slack))
    const uneven = unevenness(tone, next)
    if (uneven > 0) told.push({ name: "uneven", cost: uneven })
    tone = next
    return { parts: told, sum: told.reduce((sum, { cost }) => sum + cost, 0) }
  })
}
