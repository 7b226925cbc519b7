import { budgetOf } from "../line/budget.ts"
import type { Cells } from "../line/cells.ts"
import { CLASS } from "../line/classes.ts"

/** Characters that lean on the word before them: a headline line does not begin with one. */
const LEANS_BACK = new Set("的了着过地得们者性化等里上下中内外前后间时")

/** Characters that lean on the word after them: a headline line does not end with one. */
const LEANS_ON = new Set("在对为与和及或把被将从向以于由让使就第不未再更最很")

/** What a break costs beside the unevenness of its lines, in pt². */
const COST = { lean: 4_000, insideWord: 100, atSpace: -3_000, atMark: -800 } as const

/**
 * The best way to divide a headline into `lines` lines no wider than `width` pt: even lines, broken
 * at spaces and marks first, never before 的 or after 在 when that can be helped. The cells that end
 * each line; null when it cannot be done.
 */
export function divide(cells: Cells, lines: number, width: number): readonly number[] | null {
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
        cost + (room - even) * (room - even) + leaning(cells, end),
      )
    }
  }
  search(0, lines, [], 0)
  return (best as { ends: readonly number[] } | null)?.ends ?? null
}

function leaning(cells: Cells, end: number): number {
  const before = cells.kind[end - 1]!
  if (before === CLASS.space || before === CLASS.wideSpace) return COST.atSpace
  if (before !== CLASS.han) return COST.atMark
  const last = cells.text[cells.from[end - 1]!]!
  const first = cells.text[cells.from[end]!]!
  return COST.insideWord + (LEANS_BACK.has(first) || LEANS_ON.has(last) ? COST.lean : 0)
}
