import type { ComposedPage } from "../compose.ts"
import type { Finding, Severity } from "../finding.ts"
import type { Issue } from "../issue/issue.ts"
import { furnitureMissing } from "./furniture-missing.ts"
import { jumpRemarks } from "./jump-lines.ts"
import { emptyFrames, shortBleeds, unplacedArticles } from "./press/frames.ts"
import { inkRemarks } from "./press/inks.ts"
import { lineRemarks } from "./press/lines.ts"
import { COARSE, pictureRemarks } from "./press/pictures.ts"
import { weighed, type PressProfile, type Remark } from "./press/profile.ts"

/** What was found of a page by itself, by the profile that it was held against. */
const remembered = new WeakMap<ComposedPage, WeakMap<PressProfile["limits"], readonly Remark[]>>()

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

/**
 * Preflight of an issue (印前检查) before it is exported: what composing found, and what the press of a
 * profile would stumble over, worst first. `pages` are all pages of the issue, composed; `ids` those
 * that are to be printed, whose findings alone are told. Pure; a page that did not change is not
 * looked at again.
 */
export function preflightIssue(
  issue: Issue,
  pages: readonly ComposedPage[],
  profile: PressProfile,
  ids: readonly string[] = pages.map(({ page }) => page.id),
): readonly Finding[] {
  const composed = pages.flatMap((page) => page.findings).filter(({ rule }) => rule !== COARSE)
  const remarks = [
    ...pages.flatMap((page) => remarksOn(page, profile)),
    ...pages.flatMap((page) => furnitureMissing(page, issue)),
    ...jumpRemarks(pages),
    ...unplacedArticles(issue),
  ]
  const chosen = new Set(ids)
  const on = pagesByArticle(pages)
  return [...new Set(composed), ...weighed(remarks, profile)]
    .map((finding) => located(finding, on))
    .filter(({ where }) => where.page === undefined || isOn(where, chosen, on))
    .sort((a, b) => RANK[a.severity] - RANK[b.severity])
}

function remarksOn(page: ComposedPage, { limits }: PressProfile): readonly Remark[] {
  const known = remembered.get(page) ?? new WeakMap<PressProfile["limits"], readonly Remark[]>()
  remembered.set(page, known)
  const hit = known.get(limits)
  if (hit) return hit
  const remarks = [
    ...pictureRemarks(page, limits),
    ...inkRemarks(page, limits),
    ...lineRemarks(page, limits),
    ...emptyFrames(page),
    ...shortBleeds(page),
  ]
  known.set(limits, remarks)
  return remarks
}

/** The pages that each article stands on, in their order. */
function pagesByArticle(pages: readonly ComposedPage[]): ReadonlyMap<string, readonly string[]> {
  const on = new Map<string, readonly string[]>()
  for (const { page, articles } of pages)
    for (const { article } of articles) on.set(article.id, [...(on.get(article.id) ?? []), page.id])
  return on
}

/** A finding with a page: what is over stands at an article's end, all else where it begins. */
function located(finding: Finding, on: ReadonlyMap<string, readonly string[]>): Finding {
  const { where, rule } = finding
  const pages = where.page === undefined ? on.get(where.article ?? "") : undefined
  const page = rule === "flow/overset" ? pages?.at(-1) : pages?.[0]
  return page === undefined ? finding : { ...finding, where: { ...where, page } }
}

function isOn(
  { page, article }: Finding["where"],
  chosen: ReadonlySet<string>,
  on: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (chosen.has(page!)) return true
  return article !== undefined && (on.get(article) ?? []).some((one) => chosen.has(one))
}
