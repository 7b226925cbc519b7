import { regionAround } from "../grid/regions.ts"
import type { Edit } from "../issue/change.ts"
import type { Region } from "../issue/page.ts"
import { bunchesOf, putBunch } from "./bunches.ts"
import { pageOf } from "./frames.ts"

/** The edge or middle that frames are aligned by. */
export type AlignEdge = "left" | "centre" | "right" | "top" | "middle" | "foot"

/** What frames are aligned to: what they take up together, or the type area (版心). */
export type AlignTo = "selection" | "area"

/**
 * Aligns frames of a page (对齐) in whole columns and lines; a middle that falls between two is the
 * left or the upper one. A group is aligned as one; what is locked stays but is aligned to.
 */
export function alignFrames(
  page: string,
  frames: readonly string[],
  edge: AlignEdge,
  to: AlignTo,
): Edit {
  return {
    name: "align-frames",
    say: { zh: "对齐框", en: "Align frames" },
    run(change) {
      const on = pageOf(change, page)
      const bunches = on ? bunchesOf(on, frames) : []
      if (!on || bunches.length === 0) return
      const area = { column: 0, columns: on.grid.columns, line: 0, lines: on.grid.lines }
      const whole = to === "area" ? area : regionAround(bunches.map(({ region }) => region))
      for (const bunch of bunches) putBunch(change, bunch, aligned(bunch.region, whole, edge))
    },
  }
}

/** Where a region stands when it is aligned in another. */
function aligned(
  { column, columns, line, lines }: Region,
  whole: Region,
  edge: AlignEdge,
): { readonly column: number; readonly line: number } {
  const across = whole.columns - columns
  const down = whole.lines - lines
  switch (edge) {
    case "left":
      return { column: whole.column, line }
    case "centre":
      return { column: whole.column + Math.floor(across / 2), line }
    case "right":
      return { column: whole.column + across, line }
    case "top":
      return { column, line: whole.line }
    case "middle":
      return { column, line: whole.line + Math.floor(down / 2) }
    case "foot":
      return { column, line: whole.line + down }
  }
}
