import { takeCopy } from "../../layouts/edits/take-copy.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { freeId } from "../../layouts/issue/repair.ts"
import { makeUp } from "../../layouts/make-up.ts"
import { perform, pressOf, recompose, show, showPictures } from "./actions.ts"
import { desk } from "./desk.ts"
import { tell, valueOf, type Means } from "./means.ts"
import { adoptPictures } from "./pictures.ts"
import { view } from "./view.ts"

/** Name of a paper that has not been named yet. */
const PAPER = "版心日报"

/** Places the reviewed copy on pages of the open issue; makes an issue first where none is open. */
export async function placeReviewed(means: Means): Promise<void> {
  const { review, path, issue, breaks } = desk.getState()
  if (!review) return
  const now = new Date()
  const date = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }
  if (path === null) {
    const stored = valueOf(await means.door.call("createIssue", "", PAPER, date))
    if (!stored) return
    await show(stored, means)
  }
  const order = {
    template: null,
    measure: null,
    breaks,
    firstPage: (issue?.pages.length ?? 0) + 1,
    paper: issue?.paper ?? PAPER,
    date: issue?.date ?? date,
    ...(issue?.imprint ? { imprint: issue.imprint } : {}),
  }
  const issuePath = desk.getState().path
  if (issuePath === null) return
  const { articles, stored } = await adoptPictures(review.copy.articles, issuePath, means)
  showPictures(stored, means)
  const made = makeUp(freshlyNamed(articles, issue), order, pressOf(means))
  if (!made.ok) {
    tell(made.say, true)
    return
  }
  const { issue: set, placing } = made.value
  desk.setState({ review: null, placing })
  perform(takeCopy(set.articles, set.pages))
  recompose(means)
  view.setState({ page: desk.getState().pages[order.firstPage - 1]?.page.id ?? null })
  const heard = placing.find(({ severity }) => severity !== "note")
  if (heard) tell(heard.say, false)
}

/** The articles under ids that the issue has not yet, so that what is found of them names them. */
function freshlyNamed(articles: readonly Article[], issue: Issue | null): readonly Article[] {
  const taken = new Set(issue?.articles.map(({ id }) => id))
  return articles.map((article) => {
    const id = freeId(article.id, taken)
    taken.add(id)
    return id === article.id ? article : { ...article, id }
  })
}
