import type { Edit } from "../issue/change.ts"
import { bunchesOf, putBunch, type Bunch } from "./bunches.ts"
import { pageOf } from "./frames.ts"

/**
 * Spaces frames of a page evenly between the first and the last of them (分布), which stay, in whole
 * columns or lines: gaps differ by one at most. A group is one; what is locked stays. Fewer than
 * three have nothing to share, and those that overlap no room: all stay.
 */
export function distributeFrames(
  page: string,
  frames: readonly string[],
  way: "across" | "down",
): Edit {
  return {
    name: "distribute-frames",
    say: { zh: "均匀分布框", en: "Distribute frames" },
    run(change) {
      const on = pageOf(change, page)
      if (!on) return
      const start = ({ region }: Bunch): number => (way === "across" ? region.column : region.line)
      const size = ({ region }: Bunch): number => (way === "across" ? region.columns : region.lines)
      const row = bunchesOf(on, frames).toSorted((a, b) => start(a) - start(b) || size(a) - size(b))
      if (row.length < 3) return
      const first = start(row[0]!)
      const taken = row.reduce((sum, bunch) => sum + size(bunch), 0)
      const last = row.at(-1)!
      const space = start(last) + size(last) - first - taken
      if (space < 0) return
      let before = 0
      row.forEach((bunch, i) => {
        const at = first + before + Math.floor((space * i) / (row.length - 1))
        before += size(bunch)
        const { column, line } = bunch.region
        putBunch(change, bunch, way === "across" ? { column: at, line } : { column, line: at })
      })
    },
  }
}
