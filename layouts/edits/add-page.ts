import type { Edit } from "../issue/change.ts"
import { freshKey } from "../issue/content.ts"
import { writePage } from "../issue/page-fields.ts"
import type { Page } from "../issue/page.ts"
import type { ArticleLook } from "../placement/article-looks.ts"
import { writeLooks } from "./apply-page.ts"
import { articleKey } from "./frames.ts"
import { keyBefore, moveKeys } from "./order.ts"

/**
 * Adds a page to the issue (加版), before the one at an index or at the end, and draws articles on it
 * as its slots say.
 */
export function addPage(
  page: Page,
  index = Number.POSITIVE_INFINITY,
  articles: readonly ArticleLook[] = [],
): Edit {
  return {
    name: "add-page",
    say: { zh: "加版", en: "Add page" },
    run(change) {
      const { content, keys } = change
      const key = freshKey(content)
      writePage(content, key, page, (id) => articleKey(change, id))
      moveKeys(content.pageOrder, [key], keyBefore([...keys.pages.values()], [key], index))
      writeLooks(change, articles)
    },
  }
}
