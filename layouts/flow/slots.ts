import type { Segment } from "../grid/obstacles.ts"

/** A column as text that goes round things sees it: the free stretches of each row, and its width, pt. */
export interface RoundColumn {
  readonly rows: readonly (readonly Segment[])[]
  readonly measure: number
}

/** A place for one line, in the order that they are read: across a row, then down. */
export interface Slot {
  readonly column: number
  readonly row: number
  /** From the column's left edge, pt. */
  readonly x: number
  readonly measure: number
}

/** All places of some columns. */
export function slotsIn(columns: readonly RoundColumn[]): readonly Slot[] {
  return columns.flatMap(({ rows }, column) =>
    rows.flatMap((segments, row) =>
      segments.map(({ x, width }): Slot => ({ column, row, x, measure: width })),
    ),
  )
}

/** Neighbouring rows of a column that are free over one stretch. */
export interface Window {
  readonly column: number
  readonly row: number
  readonly x: number
  readonly measure: number
  /** The slot behind it. */
  readonly next: number
  /** Slots that follow it in its column. */
  readonly follow: number
}

/**
 * The first so many whole rows from a slot on that are free over one stretch of some width; null where
 * there are none. Rows with text on both sides of something are none.
 */
export function windowAt(
  columns: readonly RoundColumn[],
  slots: readonly Slot[],
  from: number,
  { rows, width }: { readonly rows: number; readonly width: number },
): Window | null {
  for (let at = from; at < slots.length; at += 1) {
    const { column, row } = slots[at]!
    const before = slots[at - 1]
    if (before?.column === column && before.row === row) continue
    const span = columns[column]!.rows.slice(row, row + rows)
    if (span.length < rows || span.some((segments) => segments.length !== 1)) continue
    const x = Math.max(...span.map(([segment]) => segment!.x))
    const end = Math.min(...span.map(([segment]) => segment!.x + segment!.width))
    if (end - x < width) continue
    const next = at + rows
    let follow = 0
    while (slots[next + follow]?.column === column) follow += 1
    return { column, row, x, measure: end - x, next, follow }
  }
  return null
}
