import { takeCopy, type TakenSlot } from "../../layouts/edits/take-copy.ts"
import { fillSlots } from "../../layouts/fill-slots.ts"
import type { Say } from "../../layouts/finding.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue, IssueDate } from "../../layouts/issue/issue.ts"
import { freeId } from "../../layouts/issue/repair.ts"
import { makeUp, type MadeUp } from "../../layouts/make-up.ts"
import { perform, pressOf, recompose, showPictures } from "./actions.ts"
import { desk } from "./desk.ts"
import { tell, type Means } from "./means.ts"
import { inScriptOf, newIssue, paperOf } from "./paper.ts"
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
  const { path: own } = desk.getState()
  if (own === null) return
  const { articles, stored } = await adoptPictures(review.copy.articles, own, means)
  const { path: still, issue } = desk.getState()
  if (still !== own || issue === null) return
  showPictures(stored, means)
  const fresh = freshlyNamed(articles, issue).map((article) => inScriptOf(issue, article))
  if (onto === "pages") placeOnPages(fresh, issue, means)
  else takeIn(fresh)
}

/** The empty slots of the page that is shown which articles fit, each with the one that gets it. */
export function slotsOnShown(articles: readonly Article[], means: Means): readonly TakenSlot[] {
  const { issue, breaks } = desk.getState()
  const { page } = view.getState()
  if (!issue || page === null) return []
  return fillSlots(issue, { page, articles }, pressOf(means), breaks)
}

/**
 * Puts articles into the empty slots of the page that is shown where they fit, makes up pages from
 * the others behind those that the issue has, and tells where all went and what was found.
 */
function placeOnPages(articles: readonly Article[], issue: Issue, means: Means): void {
  const slots = slotsOnShown(articles, means)
  const inSlots = new Set(slots.map(({ article }) => article))
  const others = articles.filter(({ id }) => !inSlots.has(id))
  const made = others.length > 0 ? pagesBehind(others, issue, means) : null
  if (made && !made.ok) {
    tell(made.say, true)
    return
  }
  const pages = made?.value.issue.pages ?? []
  const placing = made?.value.placing ?? []
  const set = new Map(made?.value.issue.articles.map((article) => [article.id, article]))
  const there = new Set(issue.pages.map(({ id }) => id))
  desk.setState((known) => ({
    review: null,
    placing: [...known.placing.filter(({ where }) => there.has(where.page ?? "")), ...placing],
  }))
  const taken = articles.map((article) => set.get(article.id) ?? article)
  perform(takeCopy(taken, pages, slots))
  recompose(means)
  if (slots.length === 0)
    view.setState({ page: desk.getState().issue?.pages[issue.pages.length]?.id ?? null })
  const went = issue.pages.length > 0 ? [whereTo(slots, issue, pages.length)] : []
  const heard = placing.find(({ severity }) => severity !== "note")
  const says = [...went, ...(heard ? [heard.say] : [])]
  if (says.length > 0)
    tell({ zh: says.map(({ zh }) => zh).join(""), en: says.map(({ en }) => en).join(" ") }, false)
}

/** Pages made up from articles, to stand behind those that an issue has. */
function pagesBehind(articles: readonly Article[], issue: Issue, means: Means): MadeUp {
  const order = {
    template: null,
    measure: null,
    breaks: desk.getState().breaks,
    firstPage: issue.pages.length + 1,
    paper: issue.paper,
    date: issue.date,
    ...(issue.imprint ? { imprint: issue.imprint } : {}),
    ...(issue.styles ? { styles: issue.styles } : {}),
  }
  return makeUp(articles, order, pressOf(means))
}

/** Where articles went: into slots of a page, and onto so many pages behind those there were. */
function whereTo(slots: readonly TakenSlot[], { pages }: Issue, more: number): Say {
  const page = slots[0]?.page
  const numbers = Array.from({ length: more }, (_, i) => pages.length + 1 + i)
  const count = slots.length
  const zh = [
    ...(page === undefined ? [] : [`${count} 篇放进了 ${page} 版的空位。`]),
    ...(more > 0 ? [`新开了第 ${numbers.join("、")} 版。`] : []),
  ]
  const en = [
    ...(page === undefined ? [] : [`Into free slots of ${page}: ${count}.`]),
    ...(more > 0 ? [`New pages: ${numbers.join(", ")}.`] : []),
  ]
  return { zh: zh.join(""), en: en.join(" ") }
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
