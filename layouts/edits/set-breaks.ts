import { writeBreakMode } from "../issue/article-fields.ts"
import { articleAt, type Edit } from "../issue/change.ts"
import type { ArticleSetting } from "../issue/setting.ts"

/** Lets an article's columns end where the original's did, or freely (原栏断点/自由分栏). */
export function setBreaks(article: string, breaks: ArticleSetting["breaks"]): Edit {
  return {
    name: "set-breaks",
    say: { zh: "改分栏方式", en: "Change column breaks" },
    run(change) {
      const fields = articleAt(change, article)
      if (fields) writeBreakMode(fields, breaks)
    },
  }
}
