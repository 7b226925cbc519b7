import type { Article, HeadWords } from "../issue/article.ts"
import type { Place } from "../issue/selection.ts"
import { placeIn } from "../proof/change-asked.ts"

/** The place of an index into a text of an article: a heading's words, or the story's whole text. */
export function placeAt(
  article: Pick<Article, "story">,
  words: HeadWords | null,
  index: number,
): Place {
  return words === null ? placeIn(article, index) : { paragraph: 0, offset: index }
}
