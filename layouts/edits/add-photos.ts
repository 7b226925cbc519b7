import { takeIn } from "../issue/article-fields.ts"
import type { Article } from "../issue/article.ts"
import { frameAt, type Edit } from "../issue/change.ts"
import { freshKey, setField } from "../issue/content.ts"
import { standing } from "./frames.ts"

/**
 * Adds photo articles at the end (图片稿), the first of them into an empty picture frame
 * where one is named; the others wait for a place.
 */
export function addPhotos(photos: readonly Article[], frame: string | null): Edit {
  return {
    name: "add-photos",
    say: { zh: "置入图片", en: "Place pictures" },
    run(change) {
      const { content } = change
      photos.forEach((photo, i) => {
        const key = freshKey(content)
        takeIn(content, key, photo)
        content.articleOrder.push([key])
        const empty = i === 0 && frame !== null ? standing(change, frame)?.frame : null
        if (empty?.role !== "picture" || empty.article !== null) return
        setField(frameAt(change, empty.id)!, "article", key)
      })
    },
  }
}
