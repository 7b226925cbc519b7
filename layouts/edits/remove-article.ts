import { articleAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"

/** Removes an article from the issue (删稿); its frames go with it. */
export function removeArticle(article: string): Edit {
  return {
    name: "remove-article",
    say: { zh: "删稿件", en: "Remove article" },
    run(change) {
      const fields = articleAt(change, article)
      if (fields) setField(fields, "removed", true)
    },
  }
}
