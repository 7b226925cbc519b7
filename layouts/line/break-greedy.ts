import type { Breaking, Broken } from "./break.ts"
import { budgetOf } from "./budget.ts"
import type { Cells } from "./cells.ts"
import { endBlank } from "./edge-marks.ts"

/**
 * Breaks line after line, each as long as squeezing allows (先挤进，后推出): the reference that the
 * total fit has to beat. Takes no notice of what a line does to the next.
 */
export function breakGreedily(cells: Cells, breaking: Breaking): Broken {
  const budget = budgetOf(cells)
  const ends: number[] = []
  let start = 0
  while (start < cells.count) {
    const target = start === 0 ? breaking.measure - breaking.indent : breaking.measure
    const fits = (end: number): boolean => {
      const slack = target - budget.natural(start, end) + budget.squeezable(start, end)
      return (
        slack - (breaking.endMarks === "hang" ? endBlank(cells, end, slack, "hang") : 0) > -1e-6
      )
    }
    const must = breaking.forced.find((cell) => cell > start) ?? cells.count
    let end = start + 1
    let legal = 0
    while (end <= must && (fits(end) || end === start + 1)) {
      if (end === must || cells.breakAfter[end - 1] === 1) legal = end
      end += 1
    }
    const next = legal > 0 ? legal : Math.max(start + 1, end - 1)
    ends.push(next)
    start = next
  }
  return { ends, cost: 0 }
}
