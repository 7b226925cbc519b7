import { takeCopy } from "../../layouts/edits/take-copy.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue, IssueDate } from "../../layouts/issue/issue.ts"
import { freeId } from "../../layouts/issue/repair.ts"
import { makeUp } from "../../layouts/make-up.ts"
import { perform, pressOf, recompose, showPictures } from "./actions.ts"
import { desk } from "./desk.ts"
import { tell, type Means } from "./means.ts"
import { newIssue, paperOf } from "./paper.ts"
import { adoptPictures } from "./pictures.ts"
import { view } from "./view.ts"

/** What is done with reviewed copy. */
export interface Taking {
  /** Pages are made up from it, or its articles only wait in the tray. */
  readonly onto: "pages" | "tray"
  /** The issue that takes it; where none is open a new one is made. */
  readonly into: "open" | "new"
}

/** Takes the reviewed copy into an issue: onto new pages of it, or into its tray alone. */
export async function takeReviewed({ onto, into }: Taking, means: Means): Promise<void> {
  const { review, path } = desk.getState()
  if (!review) return
  if (path === null || into === "new") {
    if (!(await newIssue(paperOf(review.sources), today(), means))) return
  }
  const { path: own, issue } = desk.getState()
  if (own === null || issue === null) return
  const { articles, stored } = await adoptPictures(review.copy.articles, own, means)
  showPictures(stored, means)
  const fresh = freshlyNamed(articles, issue)
  if (onto === "pages") placeOnPages(fresh, issue, means)
  else takeIn(fresh)
}

/** Makes up pages from articles behind the pages that the issue has, and tells what was found. */
function placeOnPages(articles: readonly Article[], issue: Issue, means: Means): void {
  const firstPage = issue.pages.length + 1
  const order = {
    template: null,
    measure: null,
    breaks: desk.getState().breaks,
    firstPage,
    paper: issue.paper,
    date: issue.date,
    ...(issue.imprint ? { imprint: issue.imprint } : {}),
    ...(issue.styles ? { styles: issue.styles } : {}),
  }
  const made = makeUp(articles, order, pressOf(means))
  if (!made.ok) {
    tell(made.say, true)
    return
  }
  const { issue: set, placing } = made.value
  const there = new Set(issue.pages.map(({ id }) => id))
  desk.setState((known) => ({
    review: null,
    placing: [...known.placing.filter(({ where }) => there.has(where.page ?? "")), ...placing],
  }))
  perform(takeCopy(set.articles, set.pages))
  recompose(means)
  view.setState({ page: desk.getState().pages[firstPage - 1]?.page.id ?? null })
  const heard = placing.find(({ severity }) => severity !== "note")
  if (heard) tell(heard.say, false)
}

/** Takes articles into the tray, where they wait. */
function takeIn(articles: readonly Article[]): void {
  desk.setState({ review: null })
  perform(takeCopy(articles, []))
  const count = articles.length
  tell({ zh: `${count} 篇稿件入库，待上版。`, en: `${count} articles wait in the tray.` }, false)
}

function today(): IssueDate {
  const now = new Date()
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }
}

/** The articles under ids that the issue has not yet, so that what is found of them names them. */
function freshlyNamed(articles: readonly Article[], issue: Issue): readonly Article[] {
  const taken = new Set(issue.articles.map(({ id }) => id))
  return articles.map((article) => {
    const id = freeId(article.id, taken)
    taken.add(id)
    return id === article.id ? article : { ...article, id }
  })
}
