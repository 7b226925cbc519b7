import type { Article } from "../../issue/article.ts"
import { checkArticle, type CheckFinding, type Means } from "./check-article.ts"

/** Findings already made, by the identity of the article and of what was known. */
const remembered = new WeakMap<
  Article,
  { readonly means: Means; readonly found: readonly CheckFinding[] }
>()

/**
 * Everything that the checks find in the articles of an issue, article by article. An article that
 * did not change since the last time is not read again, as long as `means` is the same object.
 */
export function checkIssue(articles: readonly Article[], means: Means): readonly CheckFinding[] {
  return articles.flatMap((article) => {
    const known = remembered.get(article)
    if (known?.means === means) return known.found
    const found = checkArticle(article, means)
    remembered.set(article, { means, found })
    return found
  })
}
