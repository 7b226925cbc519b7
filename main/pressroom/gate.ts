import type { ComposedPage } from "../../layouts/compose.ts"
import type { Finding } from "../../layouts/finding.ts"
import { jumpLinesOn } from "../../layouts/proof/jump-lines.ts"
import { preflightIssue } from "../../layouts/proof/preflight.ts"
import { composedPage } from "./press-lists.ts"
import type { Run } from "./press-sheet.ts"

/**
 * The errors that keep ordered pages from a printer: none for a proof, a PNG or a galley, which are
 * made to be looked at. Only the ordered pages are composed, unless one of them names another.
 */
export function errorsOf(run: Run): readonly Finding[] {
  const { issue, sheet, files } = run
  const { order, plate } = sheet
  const { standard, condition } = plate
  if (standard === "proof" || condition === null || order.kind !== "pdf") return []
  if (order.as !== undefined && order.as !== "pages") return []
  const composed = (ids: readonly string[]): readonly ComposedPage[] =>
    ids.map((id) => composedPage(run, id))
  const ids = [...new Set(files.flatMap(({ pages }) => pages))]
  const ordered = composed(ids)
  const pages = ordered.some((page) => jumpLinesOn(page).length > 0)
    ? composed(issue.pages.map(({ id }) => id))
    : ordered
  return errorsAmong(preflightIssue(issue, pages, { standard, limits: condition }, ids))
}

/** The findings that stop the press. */
export function errorsAmong(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === "error")
}
