import { frameAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import { writtenRegion } from "../issue/page-fields.ts"
import type { Frame, Grid } from "../issue/page.ts"
import { looseFrames, pageOf } from "./frames.ts"

/** How far frames go, in basic columns and body lines; below 0 is left and up. */
export interface Shift {
  readonly columns: number
  readonly lines: number
}

/**
 * Moves frames of a page together (移框). They go no further than the grid lets all of them;
 * locked ones stay.
 */
export function moveFrames(page: string, frames: readonly string[], by: Shift): Edit {
  return {
    name: "move-frames",
    say: { zh: "移动框", en: "Move frames" },
    run(change) {
      const on = pageOf(change, page)
      if (!on) return
      const moved = looseFrames(on, frames)
      const { columns, lines } = shiftWithin(on.grid, moved, by)
      for (const { id, region } of moved) {
        const to = { ...region, column: region.column + columns, line: region.line + lines }
        const fields = frameAt(change, id)
        if (fields) setField(fields, "region", writtenRegion(to))
      }
    },
  }
}

/** The shift that all frames can make without leaving a grid in which they have room. */
export function shiftWithin(grid: Grid, frames: readonly Frame[], by: Shift): Shift {
  const regions = frames.map(({ region }) => region)
  const left = Math.min(...regions.map(({ column }) => column))
  const right = Math.min(...regions.map((r) => grid.columns - r.column - r.columns))
  const up = Math.min(...regions.map(({ line }) => line))
  const down = Math.min(...regions.map((r) => grid.lines - r.line - r.lines))
  return {
    columns: Math.max(-left, Math.min(right, whole(by.columns))),
    lines: Math.max(-up, Math.min(down, whole(by.lines))),
  }
}

function whole(steps: number): number {
  return Number.isFinite(steps) ? Math.round(steps) : 0
}
