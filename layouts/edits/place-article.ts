import type { Edit } from "../issue/change.ts"
import type { Frame } from "../issue/page.ts"
import { exchangeFrames, pageOf } from "./frames.ts"

/** Places an article in frames of a page (上版), in place of those that it has on that page. */
export function placeArticle(article: string, page: string, frames: readonly Frame[]): Edit {
  return {
    name: "place-article",
    say: { zh: "稿件上版", en: "Place article" },
    run(change) {
      const before = pageOf(change, page)?.frames ?? []
      const dropped = before.filter((frame) => frame.article === article).map(({ id }) => id)
      const own = frames.map((frame) => ({ ...frame, article }))
      exchangeFrames(change, { page, frames: own, dropped })
    },
  }
}
