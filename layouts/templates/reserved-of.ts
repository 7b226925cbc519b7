import { regionAround } from "../grid/regions.ts"
import { isDrawn, type Furniture, type Grid, type Page, type Region } from "../issue/page.ts"
import type { Reserved, Template } from "./template.ts"

/**
 * The parts of a page's type area that belong to its masthead (报头、报眼): those of the template it
 * was made from, cut short where a frame now stands in them, else what stands bare at the head of
 * the columns that a masthead's words are over.
 */
export function reservedOf(page: Page, base: Template | null): readonly Reserved[] {
  const fits = base !== null && base.grid.columns === page.grid.columns
  return fits ? cutShort(base.reserved, page) : found(page)
}

/** Reserved parts down to the first frame that stands in them; none of those left without a line. */
function cutShort(reserved: readonly Reserved[], page: Page): readonly Reserved[] {
  const heads = headsOf(page)
  return reserved.flatMap(({ region, ...part }) => {
    const own = heads.slice(region.column, region.column + region.columns)
    const lines = Math.min(region.lines, ...own)
    return lines < 1 ? [] : [{ ...part, region: { ...region, lines } }]
  })
}

/** Bare heads of neighbouring columns that a masthead's words stand over. */
function found(page: Page): readonly Reserved[] {
  const { grid, furniture } = page
  const words = furniture.flatMap((piece) =>
    piece.kind === "text" && (piece.role === "masthead" || piece.role === "ear") ? [piece] : [],
  )
  const inside = words.filter(
    ({ baseline }) => baseline > grid.y && lineAt(baseline, grid) < grid.lines / 2,
  )
  if (inside.length === 0) return []
  const foot = Math.max(...inside.map(({ baseline }) => lineAt(baseline, grid)))
  const heads = headsOf(page).map((head) => (head >= grid.lines / 2 ? foot + 1 : head))
  return runsOf(heads).flatMap((region, i): readonly Reserved[] => {
    const own = inside.filter((piece) => isOver(region, piece, grid))
    if (own.length === 0) return []
    const role = own.some((piece) => piece.role === "masthead") ? "masthead" : "ear"
    return [{ id: i === 0 ? role : `${role}-${i + 1}`, role, region }]
  })
}

/** Lines that each column has free over its first frame, at most half of the page. */
function headsOf({ grid, frames }: Page): readonly number[] {
  const most = Math.floor(grid.lines / 2)
  const shown = frames.filter(({ role }) => !isDrawn(role))
  return Array.from({ length: grid.columns }, (_, column) =>
    shown.reduce(
      (head, { region }) =>
        region.column <= column && column < region.column + region.columns
          ? Math.min(head, region.line)
          : head,
      most,
    ),
  )
}

/** Neighbouring columns that have something free at their head, as far down as all of a run have. */
function runsOf(heads: readonly number[]): readonly Region[] {
  const runs: Region[] = []
  heads.forEach((lines, column) => {
    if (lines < 1) return
    const last = runs.at(-1)
    const here = { column, columns: 1, line: 0, lines }
    const goesOn = last !== undefined && last.column + last.columns === column
    if (goesOn)
      runs[runs.length - 1] = { ...regionAround([last, here]), lines: Math.min(last.lines, lines) }
    else runs.push(here)
  })
  return runs
}

/** Whether a text's reference point is over a region's columns. */
function isOver(region: Region, { x }: Furniture & { kind: "text" }, grid: Grid): boolean {
  const column = (x - grid.x) / grid.bodySize / (grid.measure + grid.gutter)
  return column >= region.column - 0.5 && column <= region.column + region.columns + 0.5
}

/** The body line that a height on the page is in, counted from 0. */
function lineAt(y: number, grid: Grid): number {
  return Math.ceil((y - grid.y) / grid.linePitch)
}
