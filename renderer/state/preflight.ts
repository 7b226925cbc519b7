import type { Finding } from "../../layouts/finding.ts"
import { preflightIssue } from "../../layouts/proof/preflight.ts"
import type { ConditionEntry } from "../../main/bridge/contract.ts"
import type { Desk } from "./desk.ts"
import type { ExportWish } from "./export.ts"

/** What pages are held against, as a person chose it. */
export type PressChoice = Pick<ExportWish, "standard" | "condition">

/** What the press of a choice would stumble over on some pages of the open issue; none while nothing is open. */
export function preflightFindings(
  { issue, pages }: Pick<Desk, "issue" | "pages">,
  { standard, condition }: PressChoice,
  conditions: readonly ConditionEntry[],
  ids?: readonly string[],
): readonly Finding[] {
  const limits = conditions.find(({ id }) => id === condition) ?? conditions[0]
  if (!issue || !limits) return []
  return preflightIssue(issue, pages, { standard, limits }, ids)
}

/** Findings by the page that they are on, in the issue's order; what is on no page comes last, under null. */
export function byPage(
  findings: readonly Finding[],
  pages: readonly string[],
): readonly (readonly [page: string | null, findings: readonly Finding[]])[] {
  const groups = [...pages, null].map((page) => {
    const own = findings.filter(({ where }) =>
      page === null ? where.page === undefined || !pages.includes(where.page) : where.page === page,
    )
    return [page, own] as const
  })
  return groups.filter(([, own]) => own.length > 0)
}
