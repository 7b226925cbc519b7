import { writeFit } from "../issue/article-fields.ts"
import { articleAt, type Edit } from "../issue/change.ts"
import { settingOf, type ArticleFit } from "../issue/setting.ts"

/**
 * Sets what is done to an article so that its text fits (抠版); what is not named stays. Values out
 * of bounds are brought within them.
 */
export function setFit(article: string, fit: Partial<ArticleFit>): Edit {
  return {
    name: "set-fit",
    say: { zh: "抠版", en: "Fit text" },
    run(change) {
      const fields = articleAt(change, article)
      const known = change.issue.articles.find(({ id }) => id === article)
      if (fields && known) writeFit(fields, { ...settingOf(known).fit, ...fit })
    },
  }
}
