import { overlaps, regionAround } from "../grid/regions.ts"
import { headedRegion, type HeadPlace } from "../head/head-places.ts"
import type { Edit } from "../issue/change.ts"
import { isDrawn, type Frame, type Page, type Region } from "../issue/page.ts"
import { exchangeFrames, freshFrameIds, pageOf } from "./frames.ts"

/** Where a headline is to stand, and how many lines it needs there. */
export interface HeadStand {
  readonly place: HeadPlace
  readonly lines: number
}

/**
 * Places an article's headline over, beside, between or inside its text (题文位置) on a page, in the
 * region that both have now. Nothing happens where that cannot be done.
 */
export function placeHead(page: string, article: string, { place, lines }: HeadStand): Edit {
  return {
    name: "place-head",
    say: { zh: "改题文位置", en: "Place headline" },
    run(change) {
      const on = pageOf(change, page)
      const around = on && headedArea(on, article)
      const parts = around && headedRegion(around, place, lines)
      if (!on || !parts) return
      const own = ownFrames(on, article)
      const head = own.find(({ role }) => role === "headline")!
      const body = own.filter(({ role }) => role === "body").toSorted((a, b) => a.order - b.order)
      const ids = freshFrameIds(change, page, parts.text.length + 1)
      const text = parts.text.map((region, i) => ({
        ...(body[i] ?? body[0]!),
        id: ids[i + 1]!,
        region,
        order: i,
      }))
      const frames = [{ ...head, id: ids[0]!, region: parts.head }, ...text]
      exchangeFrames(change, { page, frames, dropped: own.map(({ id }) => id) })
    },
  }
}

/**
 * The region that an article's headline and text fill together on a page; null where the headline
 * cannot be placed anew in it: frames are locked, vertical or have columns of their own, there are
 * pictures, or a stranger stands in it.
 */
export function headedArea(page: Page, article: string): Region | null {
  const own = ownFrames(page, article)
  const heads = own.filter(({ role }) => role === "headline")
  const plain = own.every(
    ({ role, locked, vertical, ownColumns }) =>
      (role === "headline" || role === "body") && !locked && !vertical && !ownColumns,
  )
  if (heads.length !== 1 || own.length < 2 || !plain) return null
  const around = regionAround(own.map(({ region }) => region))
  const strange = page.frames.some(
    (frame) => !own.includes(frame) && !isDrawn(frame.role) && overlaps(frame.region, around),
  )
  return strange ? null : around
}

function ownFrames({ frames }: Page, article: string): readonly Frame[] {
  return frames.filter((frame) => frame.article === article)
}
