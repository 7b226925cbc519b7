import type { Edit } from "../issue/change.ts"
import type { Frame } from "../issue/page.ts"
import { dropFrames } from "./frames.ts"
import { placeArticle } from "./place-article.ts"

/** Places an article on a page (移稿), and takes it off every other: what it showed there goes. */
export function moveArticle(article: string, page: string, frames: readonly Frame[]): Edit {
  return {
    name: "move-article",
    say: { zh: "移动稿件", en: "Move article" },
    run(change) {
      const elsewhere = change.issue.pages.filter(({ id }) => id !== page)
      const own = elsewhere.flatMap((one) =>
        one.frames.filter((frame) => frame.article === article),
      )
      placeArticle(article, page, frames).run(change)
      dropFrames(
        change,
        own.map(({ id }) => id),
      )
    },
  }
}
