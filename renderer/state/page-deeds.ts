import {
  applyTemplate,
  fillTemplate,
  nextPageId,
  type AppliedTemplate,
  type Manner,
} from "../../layouts/apply-template.ts"
import { addPage } from "../../layouts/edits/add-page.ts"
import { applyPage } from "../../layouts/edits/apply-page.ts"
import { movePage } from "../../layouts/edits/move-page.ts"
import { removePage } from "../../layouts/edits/remove-page.ts"
import { renamePage } from "../../layouts/edits/rename-page.ts"
import { renumberPages } from "../../layouts/edits/renumber-pages.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { perform, pressOf } from "./actions.ts"
import { composedPage, desk } from "./desk.ts"
import { fitShown } from "./fit.ts"
import { tell, type Means } from "./means.ts"
import { templateNamed } from "./templates.ts"
import { view } from "./view.ts"

/** What a template is used for: a page that is there, or a new one with or without what waits. */
export type Target =
  | { readonly kind: "page"; readonly page: string }
  | { readonly kind: "new"; readonly waiting: boolean }

/** The page that a template would give; null while no issue is open. */
export function tryTemplate(
  template: Template,
  target: Target,
  manner: Manner,
  means: Means,
): AppliedTemplate | null {
  const { issue, breaks } = desk.getState()
  if (!issue) return null
  const asked = { template, manner, breaks }
  if (target.kind === "page") {
    const page = issue.pages.find(({ id }) => id === target.page)
    if (!page) return null
    const before = templateNamed(page.template)
    return applyTemplate(issue, { ...asked, page: page.id, before }, pressOf(means))
  }
  const articles = target.waiting ? waitingArticles(issue) : []
  return fillTemplate(issue, { ...asked, page: nextPageId(issue), articles }, pressOf(means))
}

/** Puts the page of a template in its place, and shows it. */
export function takeTemplate(applied: AppliedTemplate, target: Target): void {
  const { page, back, placing, looks } = applied
  desk.setState((known) => ({
    placing: [...known.placing.filter(({ where }) => where.page !== page.id), ...placing],
  }))
  const before = composedPage(desk.getState(), view.getState().page)?.list.trim
  perform(
    target.kind === "page" ? applyPage(page.id, page, looks) : addPage(page, undefined, looks),
  )
  view.setState({ page: page.id, selection: [] })
  const after = composedPage(desk.getState(), page.id)?.list.trim
  if (after && (after.width !== before?.width || after.height !== before.height)) fitShown("page")
  if (target.kind === "page" && back.length > 0)
    tell(
      {
        zh: `${back.length} 篇稿件排不下，退回待上版。`,
        en: `${back.length} articles found no place and wait in the tray.`,
      },
      false,
    )
}

/** Ids of the articles that stand on no page. */
export function waitingArticles({ articles, pages }: Issue): readonly string[] {
  const placed = new Set(pages.flatMap(({ frames }) => frames.map(({ article }) => article)))
  return articles.filter(({ id }) => !placed.has(id)).map(({ id }) => id)
}

/** Moves a page to an index among the others. */
export function movePageTo(page: string, index: number): void {
  perform(movePage(page, index))
}

/** Removes a page, and says how it comes back. */
export function dropPage(page: string): void {
  perform(removePage(page))
  tell(
    {
      zh: `已删除 ${page} 版，稿件在待上版；“撤销”可以找回。`,
      en: `Page ${page} was removed, its articles wait; Undo brings it back.`,
    },
    false,
  )
}

/** Gives a page another number; one that another page has is refused and told. */
export function callPage(page: string, id: string): void {
  const name = id.trim()
  if (name === "" || name === page) return
  if (desk.getState().issue?.pages.some((one) => one.id === name)) {
    tell({ zh: `已经有 ${name} 版了。`, en: `There is a page ${name} already.` }, true)
    return
  }
  const shown = view.getState().page === page
  perform(renamePage(page, name))
  if (shown) view.setState({ page: name })
}

/** Numbers the pages by their order, section by section: A1, A2, B1 … */
export function renumber(): void {
  const { issue } = desk.getState()
  if (!issue) return
  const shown = issue.pages.findIndex(({ id }) => id === view.getState().page)
  const counts = new Map<string, number>()
  const ids = new Map<string, string>()
  for (const { id } of issue.pages) {
    const section = /^\D*/.exec(id)![0]
    const number = (counts.get(section) ?? 0) + 1
    counts.set(section, number)
    ids.set(id, `${section}${number}`)
  }
  perform(renumberPages(ids))
  const page = desk.getState().issue?.pages[shown]
  if (page) view.setState({ page: page.id })
}
