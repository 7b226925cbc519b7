import type { ComposedArticle } from "../../layouts/compose-article.ts"
import type { ComposedPage } from "../../layouts/compose.ts"
import type { PlacedLine } from "../../layouts/flow/compose-story.ts"
import { baselineOf, boxOf, typeArea } from "../../layouts/grid/geometry.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Line } from "../../layouts/line/line.ts"
import type { PdfPress } from "../export/pdf/order.ts"
import { furnitureFrames, type ReportedFrame } from "./furniture-report.ts"

/** The `--layout` document: every frame, column and line of the pages, pt, y down from the trim. */
export function layoutReport(pages: readonly ComposedPage[], press: PdfPress): object {
  const articles = [...new Set(pages.flatMap((page) => page.articles))]
  return {
    pages: pages.map((page) => pageReport(page, press)),
    overset: articles.map(({ article, story }) => ({ article: article.id, ...story.overset })),
    underset: articles.map(({ article, story }) => ({
      article: article.id,
      lines: story.underset,
    })),
  }
}

function pageReport(composed: ComposedPage, press: PdfPress): object {
  const { page, list } = composed
  return {
    id: page.id,
    template: page.template,
    trim: list.trim,
    typeArea: typeArea(page.grid),
    bodySize: page.grid.bodySize,
    linePitch: page.grid.linePitch,
    gridOrigin: baselineOf(page.grid, 0),
    frames: [
      ...composed.articles.flatMap((set) => framesOf(set, composed)),
      ...furnitureFrames(composed, press),
    ],
  }
}

function framesOf(set: ComposedArticle, composed: ComposedPage): readonly ReportedFrame[] {
  const onPage = new Set(composed.page.frames)
  const grid = composed.page.grid
  const article = set.article.id
  const frames: ReportedFrame[] = []
  for (const head of set.heads) {
    if (!onPage.has(head.frame)) continue
    const box = boxOf(grid, head.frame.region)
    for (const role of ["kicker", "headline", "deck"]) {
      const lines = head.lines.filter((line) => line.role === role)
      if (lines.length === 0) continue
      const reported = lines.map((placed) => lineReport(placed.line, placed, -1))
      const columns = [{ ...box, measure: box.width / grid.bodySize, lines: reported }]
      frames.push({ id: `${head.frame.id}-${role}`, article, role, columns })
    }
  }
  const columns = set.story.columns.filter(({ column }) => onPage.has(column.frame))
  for (const frame of new Set(columns.map(({ column }) => column.frame)))
    frames.push(...storyFrames(set, frame.id, composed))
  for (const filler of set.fillers) {
    if (!onPage.has(filler.frame)) continue
    const box = boxOf(grid, filler.frame.region)
    const lines = filler.lines.map((placed) => lineReport(placed.line, placed, placed.paragraph))
    const column = { ...box, measure: box.width / grid.bodySize, lines }
    frames.push({ id: filler.frame.id, article, role: "filler", columns: [column] })
  }
  return frames
}

/** A text frame, and beside it the subheads, closings and credits that stand in it, each as its own. */
function storyFrames(
  set: ComposedArticle,
  frameId: string,
  composed: ComposedPage,
): readonly ReportedFrame[] {
  const article = set.article
  const numbers = numbersByRole(article)
  const columns = set.story.columns.filter(
    ({ column }) => column.frame.id === frameId && column.page === composed.page.id,
  )
  const role = columns[0]?.column.frame.role === "caption" ? "caption" : "body"
  const report = (placed: PlacedLine): object =>
    lineReport(placed.line, placed, numbers.get(placed.paragraph)!)
  const main = columns.map(({ column, lines }) => ({
    ...column.box,
    measure: column.measure,
    lines: lines.filter((placed) => placed.role === "body").map(report),
  }))
  const others = columns.flatMap(({ column, lines }, i) =>
    lines
      .filter((placed) => placed.role !== "body")
      .map((placed, k): ReportedFrame => ({
        id: `${frameId}-${i}-${k}`,
        article: article.id,
        role: placed.role === "subhead" ? "subhead" : "credit",
        columns: [{ ...column.box, measure: column.measure, lines: [report(placed)] }],
      })),
  )
  return [{ id: frameId, article: article.id, role, columns: main }, ...others]
}

/** Each paragraph's number among those of its own role: body paragraphs count alone. */
function numbersByRole(article: Article): ReadonlyMap<number, number> {
  const counts = new Map<string, number>()
  const numbers = new Map<number, number>()
  article.story.forEach(({ role }, index) => {
    const number = counts.get(role) ?? 0
    numbers.set(index, number)
    counts.set(role, number + 1)
  })
  return numbers
}

function lineReport(line: Line, at: { x: number; baseline: number }, paragraph: number): object {
  return {
    baseline: at.baseline,
    x: at.x,
    width: line.width,
    text: line.runs.flatMap((run) => run.texts).join(""),
    paragraph,
    from: line.from,
    to: line.to,
    end: line.end,
    ...(line.vertical ? { vertical: true } : {}),
    squeeze: line.squeeze,
    expand: line.expand,
  }
}
