import { takeIn } from "../issue/article-fields.ts"
import type { Article } from "../issue/article.ts"
import { pageAt, type Edit } from "../issue/change.ts"
import { freshKey } from "../issue/content.ts"
import { addFrame, writePage } from "../issue/page-fields.ts"
import type { Frame, Page } from "../issue/page.ts"
import { dropFrames } from "./frames.ts"

/** Frames of a page that one of the articles gets, in place of those of the same ids. */
export interface TakenSlot {
  readonly article: string
  readonly page: string
  readonly frames: readonly Frame[]
}

/**
 * Takes imported articles into the issue with the pages that were made up from them and the empty
 * slots that they fill (上版); with neither they wait in the tray (入稿库).
 */
export function takeCopy(
  articles: readonly Article[],
  pages: readonly Page[],
  slots: readonly TakenSlot[] = [],
): Edit {
  return {
    name: "take-copy",
    say:
      pages.length + slots.length > 0
        ? { zh: "稿件上版", en: "Place copy" }
        : { zh: "稿件入库", en: "Take copy in" },
    run(change) {
      const { content } = change
      const keys = new Map<string, string>()
      for (const article of articles) {
        const key = freshKey(content)
        takeIn(content, key, article)
        content.articleOrder.push([key])
        keys.set(article.id, key)
      }
      for (const page of pages) {
        const key = freshKey(content)
        writePage(content, key, page, (id) => keys.get(id) ?? null)
        content.pageOrder.push([key])
      }
      for (const { article: id, page, frames } of slots) {
        const fields = pageAt(change, page)
        const article = keys.get(id)
        if (!fields || article === undefined) continue
        for (const frame of frames) addFrame(fields, { ...frame, article }, freshKey(content))
        dropFrames(
          change,
          frames.map((frame) => frame.id),
        )
      }
    },
  }
}
