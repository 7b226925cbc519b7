import { composePage, type ComposedPage } from "../../layouts/compose.ts"
import { joinLists } from "../../layouts/display/join-lists.ts"
import type { DisplayList } from "../../layouts/display/list.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { sheetsOf } from "../../layouts/issue/facing-pages.ts"
import type { PlannedFile } from "../../layouts/issue/file-plan.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { withMarks } from "../../layouts/notes/noted-page.ts"
import { galleyOf } from "../../layouts/sheets/galley.ts"
import { pageProof } from "../../layouts/sheets/page-proof.ts"
import { mm, mmToPt } from "../../layouts/units.ts"
import { documentOf } from "../bridge/documents.ts"
import type { Run } from "./press-sheet.ts"

/** The sheets of a file as they are ordered: pages, page proofs or galleys, composed. */
export function listsOf(run: Run, { pages }: PlannedFile): readonly DisplayList[] {
  const { issue, sheet, press } = run
  const { as, spreads, changes } = sheet.order
  const words = { state: "", proof: "", ...sheet.order.slug, at: timeOf(run) }
  if (as === "galleys") {
    const written = changes === true ? documentOf(sheet.documents) : null
    return articlesOf(run, pages).flatMap((article) => {
      const versions = written ? { versions: written.versions(article.id) } : {}
      return galleyOf(article, { ...words, issue, press, ...versions })
    })
  }
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

/** A page as it is ordered, composed, with its marks where those are wanted. */
function pageList(run: Run, id: string): DisplayList {
  const { bleed, kind } = run.sheet.order
  const page = composedPage(run, id)
  const marked = { page, marks: run.marks, press: run.press }
  const list = carriesMarks(run) ? withMarks(marked, kind === "png" ? "all" : "margins") : page.list
  return bleed === undefined ? list : { ...list, bleed: mmToPt(mm(bleed)) }
}

/** Whether sheets carry proof marks: where they are wanted, and never in galleys or files for a press. */
export function carriesMarks({ sheet: { order } }: Run): boolean {
  const { as, notes, standard } = order
  return (
    notes === true && (as === "proofs" || (as !== "galleys" && (standard ?? "proof") === "proof"))
  )
}

/** A page of a run, composed as it is ordered. */
export function composedPage(run: Run, id: string): ComposedPage {
  return composePage(run.issue, id, run.press, run.sheet.order.breaks ?? "free")
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
