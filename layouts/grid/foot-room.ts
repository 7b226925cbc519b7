import type { Region } from "../issue/page.ts"

/**
 * Lines by which regions can all grow downward before one meets something that is taken or the end
 * of the grid, which has `lines` lines; 0 when one of them cannot. The regions themselves are not
 * among what is taken.
 */
export function footRoom(
  regions: readonly Region[],
  taken: readonly Region[],
  lines: number,
): number {
  const rooms = regions.map((region) => {
    const foot = region.line + region.lines
    const under = taken.filter(
      (other) =>
        other.line + other.lines > foot &&
        other.column < region.column + region.columns &&
        region.column < other.column + other.columns,
    )
    return Math.min(lines, ...under.map(({ line }) => line)) - foot
  })
  return Math.max(0, Math.min(...rooms))
}
