import type { ComposedArticle } from "../../layouts/compose-article.ts"
import type { ComposedPage } from "../../layouts/compose.ts"
import type { Where } from "../../layouts/finding.ts"
import { boxOf } from "../../layouts/grid/geometry.ts"
import type { PlacedLine, SetColumn } from "../../layouts/flow/compose-story.ts"
import { pt, type Box } from "../../layouts/units.ts"

/** Where something of the issue stands on paper: a page and boxes of it, pt. */
export interface Spot {
  readonly page: string
  /** In reading order; empty is the whole page. */
  readonly boxes: readonly Box[]
}

/** Part of an em above the baseline, as the grid sets it. */
const ABOVE = 0.88

/**
 * Where a place of the issue stands. Words that are over stand at the foot of the article's last
 * column; an article that waits in the tray stands nowhere, and gives null.
 */
export function spotOf(pages: readonly ComposedPage[], where: Where): Spot | null {
  const frame = where.frame === undefined ? null : frameSpot(pages, where.frame)
  if (frame) return frame
  const set = pages
    .flatMap(({ articles }) => articles)
    .find((one) => one.article.id === where.article)
  if (!set) return pages.some(({ page }) => page.id === where.page) ? whole(where.page!) : null
  if (where.paragraph !== undefined && where.paragraph >= 0) return wordsSpot(set, where)
  return framesSpot(set, where.paragraph === -1 ? "headline" : null)
}

function whole(page: string): Spot {
  return { page, boxes: [] }
}

/** Where a frame stands; null when it is gone. */
function frameSpot(pages: readonly ComposedPage[], id: string): Spot | null {
  for (const { page } of pages) {
    const frame = page.frames.find((one) => one.id === id)
    if (frame) return { page: page.id, boxes: [boxOf(page.grid, frame.region)] }
  }
  return null
}

/** The frames of an article on the first page that it stands on, or those of one role. */
function framesSpot({ thread }: ComposedArticle, role: "headline" | null): Spot | null {
  const wanted = thread.frames.filter(({ frame }) => role === null || frame.role === role)
  const frames = wanted.length > 0 ? wanted : thread.frames
  const first = frames[0]?.page
  if (!first) return null
  const here = frames.filter(({ page }) => page.id === first.id)
  return { page: first.id, boxes: here.map(({ frame, page }) => boxOf(page.grid, frame.region)) }
}

/** The lines that hold a stretch of a paragraph, on the first of its pages. */
function wordsSpot(set: ComposedArticle, { paragraph, from, to }: Where): Spot | null {
  const start = from ?? 0
  const end = to ?? (from === undefined ? Infinity : from)
  const lines = set.story.columns.flatMap((column) =>
    column.lines
      .filter((placed) => placed.paragraph === paragraph && meets(placed, start, end))
      .map((placed) => ({ column, placed })),
  )
  const first = lines[0]
  if (!first) return endSpot(set)
  const page = first.column.column.page
  const here = lines.filter(({ column }) => column.column.page === page)
  return { page, boxes: here.map(({ column, placed }) => lineBox(column, placed)) }
}

/** Whether a line holds part of a stretch; a place between two lines is the end of the first. */
function meets({ line }: PlacedLine, from: number, to: number): boolean {
  if (from < to) return line.from < to && from < line.to
  return from === 0 ? line.from === 0 : line.from < from && from <= line.to
}

/** A line's box, as wide as its column; of a vertical line as high. */
export function lineBox({ column }: SetColumn, { x, baseline }: PlacedLine): Box {
  const { grid, box, vertical } = column
  if (vertical) return { ...box, x: pt(x - grid.linePitch / 2), width: grid.linePitch }
  const y = pt(baseline - ABOVE * grid.bodySize)
  return { x: box.x, y, width: box.width, height: grid.linePitch }
}

/** Where an article is over or short: the last line's room of its last column. */
export function endSpot(set: ComposedArticle): Spot | null {
  const last = set.story.columns.at(-1)?.column
  if (!last) return framesSpot(set, null)
  const { box, grid, vertical } = last
  if (vertical) return { page: last.page, boxes: [{ ...box, width: grid.linePitch }] }
  const y = pt(box.y + box.height - grid.linePitch)
  return { page: last.page, boxes: [{ x: box.x, y, width: box.width, height: grid.linePitch }] }
}
