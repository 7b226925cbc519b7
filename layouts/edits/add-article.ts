import { takeIn } from "../issue/article-fields.ts"
import type { Article } from "../issue/article.ts"
import type { Edit } from "../issue/change.ts"
import { freshKey } from "../issue/content.ts"
import { keyBefore, moveKeys } from "./order.ts"

/** Adds an article to the issue (来稿), in its script, before the one at an index or at the end. */
export function addArticle(article: Article, index = Number.POSITIVE_INFINITY): Edit {
  return {
    name: "add-article",
    say: { zh: "加稿件", en: "Add article" },
    run({ content, keys }) {
      const key = freshKey(content)
      takeIn(content, key, article)
      moveKeys(content.articleOrder, [key], keyBefore([...keys.articles.values()], [key], index))
    },
  }
}
