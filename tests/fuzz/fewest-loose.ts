import { budgetOf } from "../../layouts/line/budget.ts"
import { breakPenalty, slackOf, type Breaking } from "../../layouts/line/break.ts"
import type { Cells } from "../../layouts/line/cells.ts"
import { STRETCH_BOUND } from "../../layouts/line/demerits.ts"
import { endBlank, startBlank } from "../../layouts/line/edge-marks.ts"

/** Lines whose ideographs are further apart than this are seen to be loose, em. */
export const LOOSE = 0.03

/** The loose lines of a paragraph, and what is put between two ideographs on all of its lines together, em. */
export interface Looseness {
  readonly loose: number
  readonly sum: number
}

/**
 * The fewest loose lines that any legal lines of a paragraph have, and of those with so few the
 * evenest: by trying every end for every line, whatever else they cost. Null where no legal lines
 * fit. No last line is one character alone, no word is divided and no line begins with a dash.
 */
export function fewestLoose(cells: Cells, breaking: Breaking): Looseness | null {
  const budget = budgetOf(cells)
  const widest = 3 * breaking.measure
  const best: (Looseness | null)[] = [{ loose: 0, sum: 0 }]
  for (let end = 1; end <= cells.count; end += 1) {
    let found: Looseness | null = null
    const legal = breakPenalty(cells, end, 0) === 0
    for (let start = end - 1; legal && start >= 0; start -= 1) {
      if (budget.natural(start, end) > widest) break
      const so = best[start]
      if (!so || (end === cells.count && start > 0 && isLonely(cells, start))) continue
      const stretch = stretchOf(cells, breaking, { start, end }, budget)
      if (stretch === null) continue
      const sum = { loose: so.loose + (stretch > LOOSE ? 1 : 0), sum: so.sum + stretch }
      if (!found || fewer(sum, found)) found = sum
    }
    best.push(found)
  }
  return best[cells.count]!
}

/** What a line puts between two ideographs, em; null where it does not fit or is too loose. */
function stretchOf(
  cells: Cells,
  breaking: Breaking,
  line: { readonly start: number; readonly end: number },
  budget: ReturnType<typeof budgetOf>,
): number | null {
  const { start, end } = line
  const slack = slackOf(cells, budget, breaking, line)
  if (slack < -1e-6) return -slack <= budget.squeezable(start, end) + 1e-6 ? 0 : null
  if (end === cells.count) return 0
  const room = slack - endBlank(cells, end, slack, breaking.endMarks)
  const stretch = budget.stretch(start, end, room)
  const lead = startBlank(cells, start, { slack: room, stretch }, breaking.endMarks)
  const least = lead > 0 ? budget.stretch(start, end, room - lead) : stretch
  return least > STRETCH_BOUND ? null : least
}

function isLonely(cells: Cells, start: number): boolean {
  return cells.text.slice(cells.from[start]).replaceAll(/[\p{P}\s]/gu, "").length < 2
}

function fewer(one: Looseness, other: Looseness): boolean {
  return one.loose !== other.loose ? one.loose < other.loose : one.sum < other.sum
}
