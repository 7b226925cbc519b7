import type { Article } from "../../layouts/issue/article.ts"
import type { SetIssue } from "../../layouts/make-up.ts"

/** Milliseconds that the steps of a run took. */
export interface Timing {
  readonly importMs: number
  readonly composeMs: number
  readonly pdfMs: number
}

/** The `--report` document: breaks, inferred measure, placement, findings, timing. */
export function fitReport(set: SetIssue, timing: Timing): object {
  const pages = firstPages(set)
  return {
    template: set.template.id,
    breaks: breaksOf(set),
    measure: {
      inferred: set.measure.measure,
      ranking: set.measure.ranking.map(({ measure, score, fullLines, breaks }) => ({
        measure,
        score: Math.round(score * 1000) / 1000,
        fullLines,
        evidence: breaks.map(({ article, offset, strain }) => ({
          article,
          offset,
          strain: Number.isFinite(strain) ? Math.round(strain * 100) / 100 : null,
        })),
      })),
    },
    placement: set.placements,
    findings: set.findings.map(({ rule, severity, where, say }) => ({
      rule,
      severity,
      article: where.article ?? null,
      page: where.page ?? pages.get(where.article ?? "") ?? null,
      where,
      say,
    })),
    timing,
  }
}

/** The page where each article's first frame stands; articles without a frame are not in it. */
function firstPages({ issue }: SetIssue): ReadonlyMap<string, string> {
  const pages = new Map<string, string>()
  for (const { id, frames } of issue.pages)
    for (const { article } of frames)
      if (article !== null && !pages.has(article)) pages.set(article, id)
  return pages
}

function breaksOf(set: SetIssue): readonly object[] {
  const articles = [...new Set(set.pages.flatMap((page) => page.articles))]
  return articles.flatMap(({ article, breaks }) =>
    breaks.map((outcome) => ({
      article: article.id,
      ...outcome,
      paragraph: bodyNumber(article, outcome.paragraph),
    })),
  )
}

/** Number of a paragraph among the body paragraphs, as the import report counts them. */
function bodyNumber(article: Article, paragraph: number): number {
  return article.story.slice(0, paragraph).filter(({ role }) => role === "body").length
}
