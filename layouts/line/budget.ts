import type { Cells } from "./cells.ts"
import { inBlanks } from "./classes.ts"
import { DEMERITS } from "./demerits.ts"

/** Steps at which gaps give way (2 to 7); index into the prefix sums. */
export const SQUEEZE_STEPS = [2, 3, 4, 5, 6, 7] as const

/** Index of the step of commas in SQUEEZE_STEPS. */
const PAUSE = SQUEEZE_STEPS.indexOf(5)

/**
 * How much a line between two cells can give and take, from prefix sums: each answer is a few
 * subtractions, so that the breaker may ask for every candidate. Widths in pt.
 */
export interface Budget {
  /** Natural width of cells start to end, edges trimmed. */
  natural(start: number, end: number): number
  /** Most that the gaps between start and end can be squeezed together. */
  squeezable(start: number, end: number): number
  /** Demerits of squeezing so much. */
  squeezeCost(start: number, end: number, amount: number): number
  /** How much of their blank the commas between start and end give for it, 0 to 1; null without commas. */
  pausesGive(start: number, end: number, amount: number): number | null
  /**
   * Em that each gap grows by once spaces and Han–Latin gaps are at their bounds; all of the rest
   * where no gap may grow (one long word).
   */
  stretch(start: number, end: number, slack: number): number
  /** Demerits of opening spaces and Han–Latin gaps for so much slack. */
  openCost(start: number, end: number, slack: number): number
}

/** Prefix sums over the gaps of a paragraph. */
export function budgetOf(cells: Cells): Budget {
  const { count, size, widthSum, gapSum } = cells
  const last = lastGaps(cells)
  // A line that begins among blanks has no gap before it.
  const upTo = (start: number, end: number): number => Math.max(start, last[end]!)
  const gaps = Math.max(0, count - 1)
  const squeeze = SQUEEZE_STEPS.map(() => new Float64Array(gaps + 1))
  const all = new Float64Array(gaps + 1)
  const opened = new Float64Array(gaps + 1)
  const growing = new Int32Array(gaps + 1)
  for (let i = 0; i < gaps; i += 1) {
    const step = cells.squeezeStep[i]!
    const room = cells.gap[i]! - cells.gapMin[i]!
    all[i + 1] = all[i]! + (step > 0 ? room : 0)
    for (let s = 0; s < squeeze.length; s += 1)
      squeeze[s]![i + 1] = squeeze[s]![i]! + (SQUEEZE_STEPS[s] === step ? room : 0)
    const grows = cells.expandStep[i]!
    const early = grows === 1 || grows === 2
    opened[i + 1] = opened[i]! + (early ? cells.gapMax[i]! - cells.gap[i]! : 0)
    growing[i + 1] = growing[i]! + (grows > 0 ? 1 : 0)
  }
  const openable = (start: number, end: number): number =>
    opened[upTo(start, end)]! - opened[start]!

  return {
    natural: (start, end) =>
      widthSum[end]! - widthSum[start]! + (gapSum[upTo(start, end)]! - gapSum[start]!),
    squeezable: (start, end) => all[upTo(start, end)]! - all[start]!,
    squeezeCost(start, end, amount) {
      let cost = 0
      let left = amount
      for (let s = 0; s < squeeze.length && left > 1e-9; s += 1) {
        const room = squeeze[s]![upTo(start, end)]! - squeeze[s]![start]!
        if (room <= 1e-9) continue
        const used = Math.min(left, room)
        cost += DEMERITS.squeeze[SQUEEZE_STEPS[s]!]! * (used / room) * (used / room)
        left -= used
      }
      return cost
    },
    pausesGive(start, end, amount) {
      let left = amount
      for (let s = 0; s < PAUSE; s += 1)
        left -= squeeze[s]![upTo(start, end)]! - squeeze[s]![start]!
      const room = squeeze[PAUSE]![upTo(start, end)]! - squeeze[PAUSE]![start]!
      if (room <= 1e-9) return null
      return Math.min(1, Math.max(0, left / room))
    },
    stretch(start, end, slack) {
      const rest = slack - openable(start, end)
      if (rest <= 1e-9) return 0
      const places = growing[upTo(start, end)]! - growing[start]!
      return rest / Math.max(1, places) / size
    },
    openCost(start, end, slack) {
      const room = openable(start, end)
      if (room <= 1e-9) return 0
      const share = Math.min(slack, room) / room
      return DEMERITS.openSpaces * share * share
    },
  }
}

/** For each end of a line the gap up to which its gaps count: those inside blanks at its end do not. */
function lastGaps({ count, kind }: Cells): Int32Array {
  const last = new Int32Array(count + 1)
  for (let end = 1; end <= count; end += 1)
    last[end] = inBlanks(kind, end - 1) ? last[end - 1]! : end - 1
  return last
}
