import { bareRuns, contains, firstOverlap } from "../../layouts/grid/regions.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Frame, Page } from "../../layouts/issue/page.ts"
import type { Fit } from "../../layouts/placement/fit.ts"
import type { PlacedIssue } from "../../layouts/placement/place.ts"
import { templateById } from "../../layouts/templates/shelf.ts"
import type { Template } from "../../layouts/templates/template.ts"

/** Everything that breaks a law of placement, in words; empty when the pages are sound. */
export function brokenLaws(
  issue: PlacedIssue,
  articles: readonly Article[],
  fit: Fit,
  shelf: (id: string) => Template | null = templateById,
): readonly string[] {
  return [
    ...issue.pages.flatMap((page) => pageFaults(page, shelf(page.template)!, articles.length > 0)),
    ...articles.flatMap((article) => articleFaults(article, issue, fit)),
    ...idFaults(issue),
  ]
}

/** Frames must lie in the grid, off furniture and off each other, and leave no more than four lines bare. */
function pageFaults(page: Page, template: Template, filled: boolean): readonly string[] {
  const whole = { column: 0, columns: page.grid.columns, line: 0, lines: page.grid.lines }
  const reserved = template.reserved.map((part) => part.region)
  const regions = [...reserved, ...page.frames.map((frame) => frame.region)]
  const faults: string[] = []
  for (const frame of page.frames) {
    const { lines, columns } = frame.region
    if (!contains(whole, frame.region)) faults.push(`${frame.id} leaves the grid`)
    if (lines < 1 || columns < 1) faults.push(`${frame.id} has no room`)
  }
  if (firstOverlap(regions) !== null) faults.push(`${page.id}: frames overlap`)
  for (let column = 0; filled && column < whole.columns; column += 1)
    for (const run of bareRuns(whole, regions, column))
      if (run.lines > 4)
        faults.push(`${page.id}: column ${column} is bare for ${run.lines} lines from ${run.line}`)
  for (const piece of page.furniture)
    if (piece.kind === "rule" && piece.width < 0.2835) faults.push(`${page.id}: a rule is too thin`)
  return faults
}

/** An article must be placed once, in one thread with room for all of its text. */
function articleFaults(article: Article, issue: PlacedIssue, fit: Fit): readonly string[] {
  const faults: string[] = []
  const placements = issue.placements.filter((placement) => placement.article === article.id)
  if (placements.length !== 1) faults.push(`${article.id} is placed ${placements.length} times`)
  const frames = issue.pages.flatMap((page) =>
    page.frames.filter((frame) => frame.article === article.id),
  )
  if (frames.length === 0) return [...faults, `${article.id} has no frame`]
  const bodies = frames.filter((frame) => frame.role === "body")
  const orders = bodies.map((frame) => frame.order)
  if (orders.some((order, i) => order !== i)) faults.push(`${article.id}: thread ${orders.join()}`)
  if (frames.filter((frame) => frame.role === "headline").length > 1)
    faults.push(`${article.id} has two headlines`)
  const needed = fit.depths(article, 1).reduce((sum, depth) => sum + depth, 0)
  if (bodies.length > 0 && room(bodies) < needed)
    faults.push(`${article.id}: ${room(bodies)} lines for ${needed}`)
  const small = frames.filter((frame) => frame.role === "caption" || frame.role === "filler")
  const told = issue.findings.some(
    ({ rule, where }) => rule === "placement/filler-too-long" && where.article === article.id,
  )
  if (bodies.length === 0 && !told && room(small) < needed)
    faults.push(`${article.id}: ${room(small)} lines for ${needed}`)
  return faults
}

/** Lines of all columns of some frames. */
function room(frames: readonly Frame[]): number {
  return frames.reduce((sum, { region }) => sum + region.lines * region.columns, 0)
}

/** Ids of pages and frames, and of slots on a page, are used once for each thing they name. */
function idFaults(issue: PlacedIssue): readonly string[] {
  const ids = [
    ...issue.pages.map((page) => page.id),
    ...issue.pages.flatMap((page) => page.frames.map((frame) => frame.id)),
  ]
  return new Set(ids).size === ids.length ? [] : ["an id is used twice"]
}
