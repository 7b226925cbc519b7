import { areaOf, bareRegions, overlaps } from "../grid/regions.ts"
import type { Region } from "../issue/page.ts"
import { AIR, LEAST_HOUSE } from "./weights.ts"

/** What stands in a part of the page, and the lines kept clear on purpose over some of it. */
export interface Taken {
  readonly frames: readonly Region[]
  readonly air: readonly Region[]
}

/**
 * Regions for notices in the white that is too high to stay, largest first; air that follows the
 * white counts as white. Each leaves a line of air over it, except at the head of the page
 * (`head`: the line where articles begin).
 */
export function noticeRegions(
  whole: Region,
  { frames, air }: Taken,
  head: number,
): readonly Region[] {
  return bareRegions(whole, [...frames, ...air])
    .filter((region) => region.lines + airUnder(region, air) >= LEAST_HOUSE)
    .map((region) =>
      region.line <= head
        ? region
        : { ...region, line: region.line + AIR, lines: region.lines - AIR },
    )
    .toSorted((a, b) => areaOf(b) - areaOf(a) || a.line - b.line || a.column - b.column)
}

/** Lines of air that follow right under a region, 0 when a frame does. */
function airUnder(region: Region, air: readonly Region[]): number {
  const under = { ...region, line: region.line + region.lines, lines: AIR }
  return air.some((line) => overlaps(line, under)) ? AIR : 0
}
