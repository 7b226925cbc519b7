import { composePage } from "../../layouts/compose.ts"
import { joinLists } from "../../layouts/display/join-lists.ts"
import type { DisplayList } from "../../layouts/display/list.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { sheetsOf } from "../../layouts/issue/facing-pages.ts"
import type { PlannedFile } from "../../layouts/issue/file-plan.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { galleyOf } from "../../layouts/sheets/galley.ts"
import { pageProof } from "../../layouts/sheets/page-proof.ts"
import { mm, mmToPt } from "../../layouts/units.ts"
import { pressesOf } from "../press.ts"
import type { Run } from "./press-sheet.ts"

/** The sheets of a file as they are ordered: pages, page proofs or galleys, composed. */
export function listsOf(run: Run, { pages }: PlannedFile): readonly DisplayList[] {
  const { issue, sheet } = run
  const { as, spreads } = sheet.order
  const { compose: press } = pressesOf(run.library, new Map(), run.opened)
  const words = { state: "", proof: "", ...sheet.order.slug, at: timeOf(run) }
  if (as === "galleys")
    return articlesOf(run, pages).flatMap((article) =>
      galleyOf(article, { ...words, issue, press }),
    )
  const lists = pages.map((id) => pageList(run, id))
  const sheets = spreads === true ? joinedSheets(lists) : lists
  return as === "proofs"
    ? sheets.map((list) => pageProof(list, { ...words, issue, press }))
    : sheets
}

/** Time of the export as it was ordered, else the issue's day. */
export function timeOf({ issue, sheet }: Pick<Run, "issue" | "sheet">): string {
  return sheet.order.at ?? `${dayOf(issue)}T00:00:00+08:00`
}

/** Day of an issue, `2031-05-04`. */
export function dayOf({ date }: Issue): string {
  return [date.year, date.month, date.day].map((n) => String(n).padStart(2, "0")).join("-")
}

/** A page as it is ordered, composed. */
function pageList({ issue, library, opened, sheet }: Run, id: string): DisplayList {
  const { breaks, bleed } = sheet.order
  const { compose } = pressesOf(library, new Map(), opened)
  const { list } = composePage(issue, id, compose, breaks ?? "free")
  return bleed === undefined ? list : { ...list, bleed: mmToPt(mm(bleed)) }
}

/** The lists of pages that face each other, made one. */
function joinedSheets(lists: readonly DisplayList[]): readonly DisplayList[] {
  const byPage = new Map(lists.map((list) => [list.page, list]))
  return sheetsOf([...byPage.keys()]).map(([first, second]) => {
    const left = byPage.get(first!)!
    return second === undefined ? left : joinLists(left, byPage.get(second)!)
  })
}

/** The articles that galleys are wanted of; each comes once, with the first of the pages that has it. */
function articlesOf({ issue, sheet, files }: Run, pages: readonly string[]): readonly Article[] {
  const { articles: wanted } = sheet.order
  if (wanted) return issue.articles.filter(({ id }) => wanted.includes(id))
  const ordered = files.flatMap((file) => file.pages)
  const first = ({ id }: Article): string | undefined =>
    ordered.find((page) =>
      issue.pages.some(
        (one) => one.id === page && one.frames.some(({ article }) => article === id),
      ),
    )
  return issue.articles.filter((article) => pages.includes(first(article) ?? ""))
}
