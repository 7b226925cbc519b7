import { takeCopy } from "../../layouts/edits/take-copy.ts"
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
    show(stored, means)
  }
  const order = {
    template: null,
    measure: null,
    breaks,
    paper: issue?.paper ?? PAPER,
    date: issue?.date ?? date,
  }
  const issuePath = desk.getState().path
  if (issuePath === null) return
  const { articles, stored } = await adoptPictures(review.copy.articles, issuePath, means)
  await showPictures(stored, means)
  const made = makeUp(articles, order, pressOf(means))
  if (!made.ok) {
    tell(made.say, true)
    return
  }
  const taken = desk.getState().issue?.pages.length ?? 0
  const pages = made.value.issue.pages.map((page, i) => ({ ...page, id: `A${taken + i + 1}` }))
  perform(takeCopy(articles, pages))
  desk.setState({ review: null })
  recompose(means)
  view.setState({ page: desk.getState().pages[taken]?.page.id ?? null })
}
