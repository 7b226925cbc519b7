import { writeArticle } from "../issue/article-fields.ts"
import type { Article } from "../issue/article.ts"
import type { Edit } from "../issue/change.ts"
import { freshKey } from "../issue/content.ts"
import { writePage } from "../issue/page-fields.ts"
import type { Page } from "../issue/page.ts"

/**
 * Takes imported articles into the issue with the pages that were made up from them (上版); with no
 * pages they wait in the tray (入稿库).
 */
export function takeCopy(articles: readonly Article[], pages: readonly Page[]): Edit {
  return {
    name: "take-copy",
    say:
      pages.length > 0
        ? { zh: "稿件上版", en: "Place copy" }
        : { zh: "稿件入库", en: "Take copy in" },
    run({ content }) {
      const keys = new Map<string, string>()
      for (const article of articles) {
        const key = freshKey(content)
        writeArticle(content, key, article)
        content.articleOrder.push([key])
        keys.set(article.id, key)
      }
      for (const page of pages) {
        const key = freshKey(content)
        writePage(content, key, page, (id) => keys.get(id) ?? null)
        content.pageOrder.push([key])
      }
    },
  }
}
