import type { ArticleKind } from "../issue/article.ts"
import { articleAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"

/** Makes an article a lead, news, a photo, a filler or an advertisement (稿件类别). */
export function setKind(article: string, kind: ArticleKind): Edit {
  return {
    name: "set-kind",
    say: { zh: "改稿件类别", en: "Change article kind" },
    run(change) {
      const fields = articleAt(change, article)
      if (fields) setField(fields, "kind", kind)
    },
  }
}
