import { writeHeadSetting } from "../issue/article-fields.ts"
import { articleAt, type Edit } from "../issue/change.ts"
import { PLAIN_HEAD, type HeadSetting } from "../issue/head-setting.ts"
import { settingOf } from "../issue/setting.ts"

/** What can be set of a headline; null sets it back to what its room gives. */
export type HeadChange = { readonly [name in keyof HeadSetting]?: HeadSetting[name] | null }

/**
 * Sets what is done to an article's headline (标题设置): spread, letter spacing, width of its letters,
 * lines by hand; what is not named stays. Values out of bounds are brought within them.
 */
export function setHeadSetting(article: string, change: HeadChange): Edit {
  return {
    name: "set-head",
    say: { zh: "改标题排法", en: "Change how the headline is set" },
    run(doing) {
      const fields = articleAt(doing, article)
      const known = doing.issue.articles.find(({ id }) => id === article)
      if (!fields || !known) return
      const wanted = { ...(settingOf(known).head ?? PLAIN_HEAD), ...change }
      const kept = Object.entries(wanted).filter(([, value]) => value !== null)
      writeHeadSetting(fields, Object.fromEntries(kept))
    },
  }
}
