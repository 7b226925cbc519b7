import type { Edit } from "../issue/change.ts"
import { dropFrames } from "./frames.ts"

/** Takes an article off a page (撤稿), or off all pages when none is named. The article stays. */
export function unplaceArticle(article: string, page: string | null = null): Edit {
  return {
    name: "unplace-article",
    say: { zh: "撤下稿件", en: "Take article off the page" },
    run(change) {
      const pages = change.issue.pages.filter(({ id }) => page === null || id === page)
      const frames = pages.flatMap((one) => one.frames)
      dropFrames(
        change,
        frames.filter((frame) => frame.article === article).map(({ id }) => id),
      )
    },
  }
}
