import type { Frame, Grid, Region } from "../issue/page.ts"
import { pt, zi, ziToPt, type Box, type Pt, type Zi } from "../units.ts"

/**
 * Part of the body size that stands above the baseline. Glyph em boxes touch the top of their line,
 * so the first baseline of the type area is this much of an em below its top.
 */
export const EM_ABOVE_BASELINE = 0.88

/**
 * Width in 字 of a long column (长栏): n basic columns and the n − 1 gutters between them.
 * 0 for no column. Source: reference/domain.md 2.2 [N2].
 */
export function longMeasure(grid: Grid, columns: number): Zi {
  return zi(columns <= 0 ? 0 : columns * grid.measure + (columns - 1) * grid.gutter)
}

/** Width in pt of a long column of so many basic columns. */
export function longWidth(grid: Grid, columns: number): Pt {
  return ziToPt(longMeasure(grid, columns), grid.bodySize)
}

/** The left edge in pt of basic column `column`, counted from 0. */
export function columnLeft(grid: Grid, column: number): Pt {
  return pt(grid.x + ziToPt(zi(column * (grid.measure + grid.gutter)), grid.bodySize))
}

/** The middle in pt of the gutter left of basic column `column`: where a column rule (栏线) stands. */
export function gutterMiddle(grid: Grid, column: number): Pt {
  return pt(columnLeft(grid, column) - ziToPt(zi(grid.gutter / 2), grid.bodySize))
}

/** The top in pt of body line `line`, counted from 0; negative lines stand in the head margin. */
export function lineTop(grid: Grid, line: number): Pt {
  return pt(grid.y + line * grid.linePitch)
}

/** The baseline in pt of body line `line`, counted from 0. Every body frame of the page stands on these. */
export function baselineOf(grid: Grid, line: number): Pt {
  return pt(grid.y + line * grid.linePitch + EM_ABOVE_BASELINE * grid.bodySize)
}

/**
 * The baseline in pt of the line so many lines below a column's first, at a leading that is a factor
 * of the grid's pitch; 1 stands on the grid.
 */
export function columnBaseline(grid: Grid, first: number, below: number, leading: number): Pt {
  if (leading === 1) return baselineOf(grid, first + below)
  return pt(baselineOf(grid, first) + below * leading * grid.linePitch)
}

/** Whole lines of a leading that stand within so many lines of the grid. */
export function linesWithin(lines: number, leading: number): number {
  return leading === 1 ? lines : Math.floor(lines / leading + 1e-9)
}

/** Lines of the grid that so many lines of a leading stand in. */
export function gridLines(lines: number, leading: number): number {
  return leading === 1 ? lines : Math.ceil(lines * leading - 1e-9)
}

/** A region in pt: the width without outer gutters, the height as whole line pitches. */
export function boxOf(grid: Grid, region: Region): Box {
  return {
    x: columnLeft(grid, region.column),
    y: lineTop(grid, region.line),
    width: longWidth(grid, region.columns),
    height: pt(region.lines * grid.linePitch),
  }
}

/** Least width of a frame that stands in from its columns, 字. */
const LEAST_WIDTH = 2

/**
 * The box of a frame: its region, standing in from both sides as it says, but never so far that less
 * than two 字 are left.
 */
export function frameBox(grid: Grid, { region, inset }: Pick<Frame, "region" | "inset">): Box {
  const box = boxOf(grid, region)
  if (!inset) return box
  const room = Math.max(0, longMeasure(grid, region.columns) - LEAST_WIDTH)
  const left = Math.min(inset.left, room)
  const right = Math.min(inset.right, room - left)
  return {
    ...box,
    x: pt(box.x + left * grid.bodySize),
    width: pt(box.width - (left + right) * grid.bodySize),
  }
}

/** The type area (版心) in pt. */
export function typeArea(grid: Grid): Box {
  return boxOf(grid, { column: 0, columns: grid.columns, line: 0, lines: grid.lines })
}
