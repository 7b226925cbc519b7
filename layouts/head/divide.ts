import { budgetOf } from "../line/budget.ts"
import type { Cells } from "../line/cells.ts"
import { CLASS, hasTrail, isBlank } from "../line/classes.ts"
import type { Cohesion } from "./cohesion.ts"

/** Characters that lean on the word before them: a headline line does not begin with one. */
const LEANS_BACK = new Set("的了着过地得们者性化等里上下中内外前后间时")

/** Characters that lean on the word after them: a headline line does not end with one. */
const LEANS_ON = new Set("在对为与和及或把被将从向以于由让使就第不未再更最很")

/** What a break costs beside the unevenness of its lines, pt². */
const COST = {
  /** Before 的, after 在 and their like. */
  lean: 4_000,
  /** Between two characters that the article always writes together. */
  word: 8_000,
  /** Between a number and its unit. */
  unit: 20_000,
  atSpace: -3_000,
  atMark: -1_500,
} as const

/**
 * The best way to divide a headline into `lines` lines no wider than `width` pt: even lines, broken
 * at spaces and marks first, not inside words that the article repeats, not before 的 or after 在,
 * not between a number and its unit when that can be helped. The cells that end
 * each line; null when it cannot be done.
 */
export function divide(
  cells: Cells,
  lines: number,
  width: number,
  cohesion: Cohesion,
): readonly number[] | null {
  const budget = budgetOf(cells)
  const total = budget.natural(0, cells.count)
  const even = total / lines
  let best: { ends: readonly number[]; cost: number } | null = null

  const search = (start: number, left: number, ends: readonly number[], cost: number): void => {
    if (best && cost >= best.cost) return
    if (left === 1) {
      const room = budget.natural(start, cells.count)
      if (room > width + 0.01) return
      const whole = cost + (room - even) * (room - even)
      if (!best || whole < best.cost) best = { ends: [...ends, cells.count], cost: whole }
      return
    }
    for (let end = start + 1; end < cells.count; end += 1) {
      const room = budget.natural(start, end)
      if (room > width + 0.01) break
      if (cells.breakAfter[end - 1] === 0) continue
      search(
        end,
        left - 1,
        [...ends, end],
        cost + (room - even) * (room - even) + seamCost(cells, end, cohesion),
      )
    }
  }
  search(0, lines, [], 0)
  return (best as { ends: readonly number[] } | null)?.ends ?? null
}

/** What it costs to end a line before cell `end`. */
function seamCost(cells: Cells, end: number, cohesion: Cohesion): number {
  const before = cells.kind[end - 1]!
  const after = cells.kind[end]!
  if (isBlank(before)) return COST.atSpace
  if (hasTrail(before)) return COST.atMark
  if (before === CLASS.digit && after === CLASS.han) return COST.unit
  if (before !== CLASS.han || after !== CLASS.han) return 0
  const at = cells.from[end]!
  const last = cells.text.slice(cells.from[end - 1], at)
  const first = cells.text.slice(at, cells.from[end + 1])
  const leans = LEANS_BACK.has(first) || LEANS_ON.has(last) ? COST.lean : 0
  return leans + COST.word * (cohesion[at] ?? 0)
}
