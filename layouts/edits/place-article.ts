import type { Edit } from "../issue/change.ts"
import { overlaps } from "../grid/regions.ts"
import { isDrawn, type Frame } from "../issue/page.ts"
import { exchangeFrames, pageOf } from "./frames.ts"

/**
 * Places an article in frames of a page (上版), in place of those that it has on that page, of the
 * empty ones that they stand on, and of notices there.
 */
export function placeArticle(article: string, page: string, frames: readonly Frame[]): Edit {
  return {
    name: "place-article",
    say: { zh: "稿件上版", en: "Place article" },
    run(change) {
      const before = pageOf(change, page)?.frames ?? []
      const gives = (frame: Frame): boolean =>
        frame.article === article ||
        (isEmpty(frame) && frames.some(({ region }) => overlaps(region, frame.region)))
      const dropped = before.filter(gives).map(({ id }) => id)
      const own = frames.map((frame) => ({ ...frame, article }))
      exchangeFrames(change, { page, frames: own, dropped })
    },
  }
}

/** Whether a frame holds room for an article or fills it with a notice; drawn ones stay. */
function isEmpty({ article, role, locked }: Frame): boolean {
  return article === null && !isDrawn(role) && !locked
}
