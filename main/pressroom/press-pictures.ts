import type { DisplayList } from "../../layouts/display/list.ts"
import { SHIPPED_CONDITIONS } from "../conditions/shelf.ts"
import type { PictureBytes } from "../export/pdf/order.ts"
import { damagedPictures } from "../pictures/damaged.ts"
import type { OpenedPicture } from "../pictures/open.ts"
import { platesFor } from "../pictures/plates.ts"
import { printPictures, USUAL_QUALITY, type PictureFault } from "../pictures/print.ts"
import { largestSizes, picturesOn } from "../pictures/sizes.ts"
import type { Spool } from "../pictures/spool.ts"
import { done, fault, type Result } from "../result.ts"
import type { Run } from "./press-sheet.ts"

/**
 * The pictures of some pages on the order's plates, at the largest size that any of the pages has
 * them at; page after page, so that it can be said how far it is. A printer's file without a picture
 * that the page shows would be printed without it: that is a fault; a proof shows it crossed out, and says so.
 */
export async function picturesOf(
  run: Run,
  lists: readonly DisplayList[],
  spool: Spool,
): Promise<Result<ReadonlyMap<string, PictureBytes>>> {
  const { order, plate } = run.sheet
  const condition = plate.condition ?? SHIPPED_CONDITIONS[0]!
  const wanted = {
    plates: order.pictures === "colour" ? platesFor(condition) : ({ kind: "black" } as const),
    sizes: largestSizes(lists),
    most: condition.resolution.most,
    quality: order.quality ?? USUAL_QUALITY,
    spool,
  }
  const printed = new Map<string, PictureBytes>()
  const faults: PictureFault[] = []
  for (const list of lists) {
    const made = await printPictures(shownOn(list, run.opened, printed), wanted)
    for (const [id, picture] of made.pictures) printed.set(id, picture)
    faults.push(...made.faults)
    run.step()
  }
  const lost = damagedPictures(lists, faults).map(({ where, say }) => ({
    zh: `${where.page} 版：${say.zh}`,
    en: `Page ${where.page}: ${say.en}`,
  }))
  if (plate.standard === "proof") lost.forEach((say) => run.note(say))
  else if (lost[0]) return fault(lost[0].zh, lost[0].en)
  return done(printed)
}

/** The opened pictures that a page shows, without those that are printed already. */
export function shownOn(
  list: DisplayList,
  opened: ReadonlyMap<string, OpenedPicture>,
  printed: ReadonlyMap<string, PictureBytes> = new Map(),
): ReadonlyMap<string, OpenedPicture> {
  const ids = new Set(picturesOn(list).map(({ picture }) => picture))
  return new Map([...opened].filter(([id]) => ids.has(id) && !printed.has(id)))
}
