import type { Grid } from "../../layouts/issue/page.ts"
import { mm, mmToPt } from "../../layouts/units.ts"

/** What a ruler counts in. */
export type RulerUnit = "zi" | "mm"

/** A mark of a ruler: its place on the page, pt, and its number where it has one. */
export interface Tick {
  readonly at: number
  readonly label: string | null
  /** 1 for the longest marks, down to 3. */
  readonly rank: 1 | 2 | 3
}

/** Distances between numbered marks, in units; a long one has a middle one and short ones in it. */
const STEPS: readonly (readonly [major: number, middle: number, minor: number])[] = [
  [1, 1, 1],
  [5, 5, 1],
  [10, 5, 1],
  [20, 10, 5],
  [50, 10, 5],
  [100, 50, 10],
  [200, 100, 50],
]

/** CSS pixels that a number needs, and that two marks must be apart to be told. */
const ROOM = { label: 34, tick: 4 } as const

/** A unit of a ruler, pt: a 字 across and a line down, or a millimetre either way. */
export function unitOf(grid: Grid, axis: "x" | "y", unit: RulerUnit): number {
  if (unit === "mm") return mmToPt(mm(1))
  return axis === "x" ? grid.bodySize : grid.linePitch
}

/** Where a ruler begins to count: the type area's left or top, pt. */
export function zeroOf(grid: Grid, axis: "x" | "y"): number {
  return axis === "x" ? grid.x : grid.y
}

/** The marks of a ruler between two places of the page, pt; `px` is CSS pixels in a point. */
export function ticksOf(
  grid: Grid,
  axis: "x" | "y",
  unit: RulerUnit,
  seen: { readonly from: number; readonly to: number; readonly px: number },
): readonly Tick[] {
  const size = unitOf(grid, axis, unit)
  const zero = zeroOf(grid, axis)
  const [major, middle, minor] = STEPS.find(([step]) => step * size * seen.px >= ROOM.label) ?? [
    500, 100, 50,
  ]
  const step = minor * size * seen.px >= ROOM.tick ? minor : middle
  const first = Math.floor((seen.from - zero) / size / step)
  const last = Math.ceil((seen.to - zero) / size / step)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i): Tick => {
    const count = (first + i) * step
    const numbered = count % major === 0
    const rank = numbered ? 1 : count % middle === 0 ? 2 : 3
    return { at: zero + count * size, label: numbered ? String(Math.abs(count)) : null, rank }
  })
}

/**
 * The place nearest to a point that a guide snaps to, pt: whole 字 and the columns' edges across, the
 * tops of lines down, or whole millimetres, counted from the type area.
 */
export function snapped(grid: Grid, axis: "x" | "y", unit: RulerUnit, at: number): number {
  const size = unitOf(grid, axis, unit)
  const zero = zeroOf(grid, axis)
  const whole = zero + Math.round((at - zero) / size) * size
  if (axis === "y" || unit === "mm") return whole
  const pitch = (grid.measure + grid.gutter) * grid.bodySize
  const column = Math.min(grid.columns - 1, Math.max(0, Math.floor((at - zero) / pitch)))
  const left = zero + column * pitch
  const edges = [whole, left, left + grid.measure * grid.bodySize, left + pitch]
  return edges.reduce((a, b) => (Math.abs(b - at) < Math.abs(a - at) ? b : a))
}
