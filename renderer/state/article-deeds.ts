import { addArticle } from "../../layouts/edits/add-article.ts"
import { removeArticle } from "../../layouts/edits/remove-article.ts"
import { unplaceArticle } from "../../layouts/edits/unplace-article.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { perform } from "./actions.ts"
import { blankArticle } from "./blank-article.ts"
import { composedArticle, desk } from "./desk.ts"
import { chooseArticle } from "./jump.ts"
import { tell } from "./means.ts"
import { nameOf } from "../../layouts/issue/article-name.ts"
import { view } from "./view.ts"

/** The article that is chosen; null when none is. */
export function chosenArticle(): Article | null {
  const { article } = view.getState()
  return desk.getState().issue?.articles.find(({ id }) => id === article) ?? null
}

/** Whether an article stands on a page. */
export function isPlaced(article: string): boolean {
  return composedArticle(desk.getState(), article) !== null
}

/** Puts a new empty article into the tray and chooses it. */
export function writeArticle(): void {
  takeIn({ ...blankArticle("news"), headline: "" })
}

/** Puts a copy of an article into the tray and chooses it. */
export function copyArticle(article: Article): void {
  takeIn(article)
}

/** Adds an article at the tray's end; the issue gives it an id of its own. */
function takeIn(article: Article): void {
  perform(addArticle(article))
  const added = desk.getState().issue?.articles.at(-1)
  if (added) chooseArticle(added.id)
}

/** Takes an article off all pages, back to the tray. */
export function unplace({ id }: Article): void {
  perform(unplaceArticle(id))
}

/** Removes an article from the issue, and says how it comes back. */
export function remove(article: Article): void {
  perform(removeArticle(article.id))
  if (view.getState().article === article.id) view.setState({ article: null })
  const name = nameOf(article)
  tell(
    {
      zh: `已删除稿件“${name}”；“撤销”可以找回。`,
      en: `“${name}” was removed; Undo brings it back.`,
    },
    false,
  )
}
