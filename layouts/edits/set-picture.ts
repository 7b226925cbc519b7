import type { Picture } from "../issue/article.ts"
import { articleAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"

/**
 * Sets the picture of an article at an index: replaces it, adds it at the end, or, when it is
 * null, takes it away.
 */
export function setPicture(article: string, index: number, picture: Picture | null): Edit {
  return {
    name: "set-picture",
    say: picture ? { zh: "换图片", en: "Set picture" } : { zh: "删图片", en: "Remove picture" },
    run(change) {
      const fields = articleAt(change, article)
      const known = change.issue.articles.find(({ id }) => id === article)?.pictures ?? []
      if (!fields || index < 0) return
      const pictures = known.toSpliced(index, 1, ...(picture ? [picture] : []))
      setField(fields, "pictures", JSON.stringify(pictures))
    },
  }
}
