import { composePage, type ComposedPage } from "../layouts/compose.ts"
import { fitFor } from "../layouts/copyfit.ts"
import type { Finding, Say } from "../layouts/finding.ts"
import { inferMeasure, type InferredMeasure } from "../layouts/flow/infer-measure.ts"
import type { BreakMode } from "../layouts/flow/set-paragraph.ts"
import type { Article } from "../layouts/issue/article.ts"
import type { Issue, IssueDate } from "../layouts/issue/issue.ts"
import { sheetFor } from "../layouts/compose.ts"
import { placeArticles } from "../layouts/placement/place.ts"
import type { Press } from "../layouts/press.ts"
import { shippedTemplates, templateById, templateForMeasure } from "../layouts/templates/shelf.ts"
import type { Template } from "../layouts/templates/template.ts"
import { fault, done, type Result } from "./result.ts"

/** What the user asked for; null where the program is to choose. */
export interface Order {
  /** Id of a shipped template, or a template of the user's own. */
  readonly template: string | Template | null
  readonly measure: number | null
  readonly breaks: BreakMode
  readonly paper: string
  readonly date: IssueDate
}

/** An issue placed and composed, and why it came out so. */
export interface SetIssue {
  readonly issue: Issue
  readonly pages: readonly ComposedPage[]
  readonly template: Template
  readonly measure: InferredMeasure
  readonly placements: readonly {
    readonly article: string
    readonly page: string
    readonly slot: string
    readonly why: Say
  }[]
  readonly findings: readonly Finding[]
}

/** The template of a page whose measure nobody asked for: six columns of 17 字. */
const ORDINARY = "broadsheet-inside-six"

/**
 * Turns articles into composed pages: infer the original measure, choose the template, place the
 * articles, compose every page. With original breaks and no template named, the template with the
 * inferred measure is taken where one is offered.
 */
export function setIssue(
  articles: readonly Article[],
  order: Order,
  press: Press,
): Result<SetIssue> {
  const body = sheetFor(shippedTemplates()[0]!.grid.bodySize).body
  const measure = inferMeasure(articles, body, press)
  const chosen = chooseTemplate(order, measure)
  if (!chosen.ok) return chosen
  const template = chosen.value
  const grid = { ...template.grid, x: 0, y: 0 } as Parameters<typeof fitFor>[0]
  const fit = fitFor(grid, press, order.breaks)
  const placed = placeArticles(articles, template, fit, {
    paper: order.paper,
    date: order.date,
    shelf: (id) => (id === template.id ? template : templateById(id)),
  })
  const issue: Issue = { paper: order.paper, date: order.date, articles, pages: placed.pages }
  const pages = issue.pages.map((page) => composePage(issue, page.id, press, order.breaks))
  const findings = [...placed.findings, ...pages.flatMap((page) => page.findings)]
  return done({
    issue,
    pages,
    template,
    measure,
    placements: placed.placements,
    findings: distinct(findings),
  })
}

function chooseTemplate(order: Order, inferred: InferredMeasure): Result<Template> {
  if (order.measure !== null) {
    const template = templateForMeasure(order.measure)
    return template
      ? done(template)
      : fault("栏宽须为 9 至 41 字。", "The measure must be a whole number from 9 to 41 字.")
  }
  if (order.template !== null) {
    if (typeof order.template !== "string") return done(order.template)
    const template = templateById(order.template)
    const known = shippedTemplates().map(({ id }) => id)
    return template
      ? done(template)
      : fault(
          `没有名为“${order.template}”的版式；可用：${known.join("、")}。`,
          `There is no template “${order.template}”; there are ${known.join(", ")}.`,
        )
  }
  const likeOriginal =
    order.breaks === "original"
      ? shippedTemplates().find((template) => template.grid.measure === inferred.measure)
      : undefined
  return done(likeOriginal ?? templateById(ORDINARY)!)
}

/** A thread over two pages reports its findings with each; once is enough. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding, i) => findings.indexOf(finding) === i)
}
