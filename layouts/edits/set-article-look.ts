import { writeArticleLook, type DrawnField } from "../issue/article-fields.ts"
import { articleAt, type Edit } from "../issue/change.ts"
import { PLAIN_LOOK } from "../issue/frame-look.ts"
import type { LookChange } from "./set-look.ts"

/**
 * Changes the box round an article (加框) or the rules between its columns (栏线); what is not named
 * stays, null takes them away.
 */
export function setArticleLook(
  article: string,
  field: DrawnField,
  change: LookChange | null,
): Edit {
  return {
    name: "set-article-look",
    say:
      field === "surround"
        ? { zh: "改稿件边框", en: "Change article box" }
        : { zh: "改稿件栏线", en: "Change article column rules" },
    run(at) {
      const fields = articleAt(at, article)
      const known = at.issue.articles.find(({ id }) => id === article)
      if (!fields || !known) return
      writeArticleLook(fields, field, change && { ...(known[field] ?? PLAIN_LOOK), ...change })
    },
  }
}
