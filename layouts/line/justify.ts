import type { Cells } from "./cells.ts"
import { inBlanks } from "./classes.ts"
import { STRETCH_BOUND } from "./demerits.ts"
import { SQUEEZE_STEPS } from "./budget.ts"

/** What was done to a line's gaps, and the gaps themselves. */
export interface Justified {
  /** Gap after each cell of the line but the last, pt. */
  readonly gaps: Float64Array
  readonly squeeze: number
  readonly expand: number
  /** Em added between two ideographs. */
  readonly looseness: number
  /** True when gaps were pushed beyond their bounds, or the line is still too wide. */
  readonly strained: boolean
}

/**
 * Sets the gaps of cells start to end so that the line is `target` wide: squeezes in the order of
 * the steps, every place of a step by the same share, or opens word spaces, then Han–Latin gaps,
 * then all gaps alike. Source: CLREQ #compression_of_spaces and #expansion_of_spaces
 */
export function justify(cells: Cells, start: number, end: number, target: number): Justified {
  const gaps = gapsOf(cells, start, end)
  const natural = cells.widthSum[end]! - cells.widthSum[start]! + gaps.reduce((a, b) => a + b, 0)
  const slack = target - natural
  const set = slack < 0 ? squeeze(cells, start, gaps, -slack) : expand(cells, start, gaps, slack)
  return { ...set, gaps: withBlanks(set.gaps, start, end) }
}

/** A line left as wide as it is. */
export function leaveNatural(cells: Cells, start: number, end: number): Justified {
  const gaps = withBlanks(gapsOf(cells, start, end), start, end)
  return { gaps, squeeze: 0, expand: 0, looseness: 0, strained: false }
}

/** The gaps of a line but those inside the blanks that end it. */
function gapsOf({ gap, kind }: Cells, start: number, end: number): Float64Array {
  let last = end - 1
  while (last > start && inBlanks(kind, last)) last -= 1
  return gap.slice(start, Math.max(start, last))
}

/** A line's gaps with those inside the blanks that end it, which take no room. */
function withBlanks(gaps: Float64Array, start: number, end: number): Float64Array {
  if (gaps.length >= end - 1 - start) return gaps
  const all = new Float64Array(end - 1 - start)
  all.set(gaps)
  return all
}

function squeeze(cells: Cells, start: number, gaps: Float64Array, amount: number): Justified {
  let left = amount
  for (const step of SQUEEZE_STEPS) {
    if (left <= 0) break
    let room = 0
    gaps.forEach(
      (_, i) => (room += cells.squeezeStep[start + i] === step ? roomAt(cells, start + i) : 0),
    )
    if (room <= 0) continue
    const share = Math.min(1, left / room)
    gaps.forEach((gap, i) => {
      if (cells.squeezeStep[start + i] === step) gaps[i] = gap - share * roomAt(cells, start + i)
    })
    left -= share * room
  }
  const strained = left > 1e-6
  return { gaps, squeeze: -(amount - Math.max(0, left)), expand: 0, looseness: 0, strained }
}

function roomAt(cells: Cells, gap: number): number {
  return cells.gap[gap]! - cells.gapMin[gap]!
}

function expand(cells: Cells, start: number, gaps: Float64Array, amount: number): Justified {
  let left = amount
  for (const step of [1, 2]) {
    let room = 0
    const grows = (i: number): boolean => cells.expandStep[start + i] === step
    gaps.forEach(
      (_, i) => (room += grows(i) ? cells.gapMax[start + i]! - cells.gap[start + i]! : 0),
    )
    if (room <= 0 || left <= 0) continue
    const share = Math.min(1, left / room)
    gaps.forEach((gap, i) => {
      if (grows(i)) gaps[i] = gap + share * (cells.gapMax[start + i]! - cells.gap[start + i]!)
    })
    left -= share * room
  }
  if (left <= 1e-9) return { gaps, squeeze: 0, expand: amount, looseness: 0, strained: false }
  return spread(cells, start, gaps, { left, amount })
}

/** The rest goes equally to all gaps that may grow; to every gap where there are none. */
function spread(
  cells: Cells,
  start: number,
  gaps: Float64Array,
  rest: { left: number; amount: number },
): Justified {
  let places = 0
  gaps.forEach((_, i) => (places += cells.expandStep[start + i]! > 0 ? 1 : 0))
  const anywhere = places === 0
  if (anywhere) places = gaps.length
  if (places === 0)
    return { gaps, squeeze: 0, expand: rest.amount - rest.left, looseness: 0, strained: true }
  const each = rest.left / places
  gaps.forEach((gap, i) => {
    if (anywhere || cells.expandStep[start + i]! > 0) gaps[i] = gap + each
  })
  const looseness = each / cells.size
  const strained = anywhere || looseness > STRETCH_BOUND + 1e-6
  return { gaps, squeeze: 0, expand: rest.amount, looseness, strained }
}
