import { arrangedIn } from "../draw/notice-rows.ts"
import { filledNotice, largestNotice } from "../draw/notices.ts"
import { boxOf } from "../grid/geometry.ts"
import { areaOf } from "../grid/regions.ts"
import type { FrameNotice, Grid, Region } from "../issue/page.ts"
import type { Answers } from "../templates/placeholders.ts"
import type { Template } from "../templates/template.ts"
import type { Box } from "../units.ts"
import { PUBLIC_LABEL, PUBLIC_NOTICES } from "./public-notices.ts"

/** Lines up to which a frame is for the paper's own notices first; larger ones go to the public's. */
const OWN_FIRST = 18

/** Notices already met on the pages before: every page begins with others, by this many. */
const STEP = 5

/** What a page's notices are chosen by: answers to placeholders, and the page's place in the issue, from 0. */
export interface NoticeSetting {
  readonly answers: Answers
  readonly turn: number
}

/** A notice, and the same with its placeholders filled in. */
interface Known {
  readonly notice: FrameNotice
  readonly filled: FrameNotice
}

/**
 * The notices for the holes of a page (本报用稿), one a region, in the regions' order; null where none
 * can be read. No notice comes twice on a page, and none that asks for something unknown.
 */
export function noticesFor(
  regions: readonly Region[],
  grid: Grid,
  template: Template,
  { answers, turn }: NoticeSetting,
): readonly (FrameNotice | null)[] {
  const own = template.notices.flatMap((each) => known({ ...each, label: null }, answers))
  const open = rotated(PUBLIC_NOTICES, turn * STEP).flatMap((each) =>
    known({ ...each, label: PUBLIC_LABEL }, {}),
  )
  const largest = largestNotice(template.furniture)
  const used = new Set<Known>()
  const chosen = new Map<Region, FrameNotice>()
  // The largest hole chooses first: fewer notices suit it.
  for (const region of regions.toSorted((a, b) => areaOf(b) - areaOf(a))) {
    const pools = region.lines <= OWN_FIRST ? [own, open] : [open, own]
    const box = boxOf(grid, region)
    for (const pool of pools) {
      const free = pool.filter((each) => !used.has(each))
      const best = bestOf(free, box, largest)
      if (best === null) continue
      used.add(best)
      chosen.set(region, best.notice)
      break
    }
  }
  return regions.map((region) => chosen.get(region) ?? null)
}

/** The notice with its filled words; none when it asks for something unknown. */
function known(notice: FrameNotice, answers: Answers): readonly Known[] {
  const filled = filledNotice(notice, answers)
  return filled === null ? [] : [{ notice, filled }]
}

/** The notice that shows best in a box, null when none can be read there; the first of equals. */
function bestOf(notices: readonly Known[], box: Box, largest: number): Known | null {
  let best: { notice: Known; worth: number } | null = null
  for (const notice of notices) {
    const arranged = arrangedIn(box, notice.filled, largest)
    if (arranged !== null && (best === null || arranged.worth > best.worth))
      best = { notice, worth: arranged.worth }
  }
  return best?.notice ?? null
}

/** A list that begins further on and comes round. */
function rotated<T>(list: readonly T[], by: number): readonly T[] {
  const start = by % list.length
  return [...list.slice(start), ...list.slice(0, start)]
}
