import type { ComposedPage } from "../../layouts/compose.ts"
import type { ComposedArticle } from "../../layouts/compose-article.ts"
import type { Severity } from "../../layouts/finding.ts"
import type { Article, HeadWords } from "../../layouts/issue/article.ts"
import { hitKey, type Hit, type Ignored } from "../../layouts/issue/ignored.ts"
import type { Mark } from "../../layouts/issue/mark.ts"
import type { CheckFinding } from "../../layouts/proof/checks/check-article.ts"
import type { RuleId } from "../../layouts/proof/checks/rules.ts"
import { linesOn } from "../../layouts/proof/mark-rects.ts"
import { textAt } from "../text/place.ts"

/** Which hits are listed; null is all. */
export interface HitFilter {
  readonly severities: readonly Severity[]
  readonly page: string | null
  readonly article: string | null
  readonly rule: RuleId | null
}

/** A hit of the checks as it is listed. */
export interface ListedHit {
  /** What it is called as long as its article stands as it is. */
  readonly name: string
  readonly finding: CheckFinding
  readonly article: Article
  /** The page that its words are on; null where they are overset or the article waits. */
  readonly page: string | null
}

/** Hits under the heading of their article or their rule. */
export interface HitGroup {
  readonly id: string
  readonly hits: readonly ListedHit[]
}

/** Where the words of a hit are in its article, UTF-16 units. */
export interface HitStretch {
  readonly words: HeadWords | null
  readonly paragraph: number
  readonly from: number
  readonly to: number
}

/** The stretch of a hit, as edits and marks name it. */
export function stretchOf({ field, where }: CheckFinding): HitStretch {
  const words = field === "kicker" || field === "headline" || field === "deck" ? field : null
  const { paragraph = 0, from = 0, to = from } = where
  return { words, paragraph, from, to }
}

/** Whether an article still has a hit's words where they were found. */
export function stillStands(article: Article, finding: CheckFinding): boolean {
  const stretch = stretchOf(finding)
  return textAt(article, stretch).slice(stretch.from, stretch.to) === finding.text
}

/** What is let stand of a hit, as it is ignored and remembered. */
export function ignorable({ rule, where, text }: CheckFinding): Hit {
  return { rule, article: where.article!, text }
}

/** Findings without those that a person let stand. */
export function unignored(
  findings: readonly CheckFinding[],
  ignored: readonly Ignored[],
): readonly CheckFinding[] {
  if (ignored.length === 0) return findings
  const stands = new Set(ignored.map(hitKey))
  return findings.filter((finding) => !stands.has(hitKey(ignorable(finding))))
}

/** What hits are listed from. */
export interface Found {
  readonly articles: readonly Article[]
  readonly found: ReadonlyMap<string, readonly CheckFinding[]>
  readonly ignored: readonly Ignored[]
  readonly pages: readonly ComposedPage[]
}

/** The hits that were not let stand, in the order, each with its page. */
export function listedHits({ articles, found, ignored, pages }: Found): readonly ListedHit[] {
  const sets = new Map(
    pages.flatMap((page) => page.articles.map((set) => [set.article.id, set] as const)),
  )
  return articles.flatMap((article) => {
    const set = sets.get(article.id)
    return unignored(found.get(article.id) ?? [], ignored).map((finding) => {
      const page = set ? pageOf(set, stretchOf(finding)) : null
      return listed(finding, article, page)
    })
  })
}

/** Hits by their finding: one that stays as it is keeps its identity, and its row. */
const known = new WeakMap<CheckFinding, ListedHit>()

function listed(finding: CheckFinding, article: Article, page: string | null): ListedHit {
  const before = known.get(finding)
  if (before?.article === article && before.page === page) return before
  const hit = { name: nameOf(finding), finding, article, page }
  known.set(finding, hit)
  return hit
}

function nameOf({ rule, where, field }: CheckFinding): string {
  return [where.article, field, where.paragraph ?? "", where.from, where.to, rule].join("/")
}

function pageOf(set: ComposedArticle, { words, paragraph, from }: HitStretch): string | null {
  const line = linesOn(set).find(
    (one) =>
      one.words === words &&
      one.paragraph === paragraph &&
      one.line.from + one.shift <= from &&
      from < one.line.to + one.shift,
  )
  return line?.page ?? null
}

/** The hits that a filter lets through. */
export function filteredHits(
  hits: readonly ListedHit[],
  { severities, page, article, rule }: HitFilter,
): readonly ListedHit[] {
  return hits.filter(
    (hit) =>
      severities.includes(hit.finding.severity) &&
      (page === null || hit.page === page) &&
      (article === null || hit.article.id === article) &&
      (rule === null || hit.finding.rule === rule),
  )
}

/** Hits by article in the order, or by rule, the one with the most hits first. */
export function groupedHits(
  hits: readonly ListedHit[],
  by: "article" | "rule",
): readonly HitGroup[] {
  const groups = new Map<string, ListedHit[]>()
  for (const hit of hits) {
    const id = by === "article" ? hit.article.id : hit.finding.rule
    groups.set(id, [...(groups.get(id) ?? []), hit])
  }
  const listed = [...groups].map(([id, own]): HitGroup => ({ id, hits: own }))
  return by === "article" ? listed : listed.toSorted((a, b) => b.hits.length - a.hits.length)
}

/** Whether a waiting proof mark lies on some of a hit's words already. */
export function isMarked({ finding, article }: ListedHit, waiting: readonly Mark[]): boolean {
  const { words, paragraph, from, to } = stretchOf(finding)
  return waiting.some(({ article: own, range }) => {
    if (own !== article.id || range.kind !== "text" || range.words !== words) return false
    const [start, end] = [range.from, range.to]
    const before = end.paragraph < paragraph || (end.paragraph === paragraph && end.offset < from)
    const after =
      start.paragraph > paragraph || (start.paragraph === paragraph && start.offset > to)
    return !before && !after
  })
}
