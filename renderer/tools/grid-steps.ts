import { columnLeft, gutterMiddle } from "../../layouts/grid/geometry.ts"
import type { Grid, Region } from "../../layouts/issue/page.ts"
import type { Point } from "./tool.ts"

/** Points that a press may wander before it is a drag. */
const DRAG = 3

/** Whether a press has wandered far enough to be a drag. */
export function isDrag(from: Point, to: Point): boolean {
  return Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) > DRAG
}

/** Width of a basic column with its gutter, pt. */
export function columnStep({ measure, gutter, bodySize }: Grid): number {
  return (measure + gutter) * bodySize
}

/** A distance as whole columns and lines. */
export function stepsBetween(
  grid: Grid,
  from: Point,
  to: Point,
): { readonly columns: number; readonly lines: number } {
  return {
    columns: Math.round((to.x - from.x) / columnStep(grid)),
    lines: Math.round((to.y - from.y) / grid.linePitch),
  }
}

/** The basic column under a point, the nearest one outside the type area; half a gutter is its. */
export function columnAt(grid: Grid, { x }: Point): number {
  const half = (grid.gutter / 2) * grid.bodySize
  return within(Math.floor((x - grid.x + half) / columnStep(grid)), grid.columns)
}

/** The body line under a point, the nearest one outside the type area. */
export function lineAt(grid: Grid, { y }: Point): number {
  return within(Math.floor((y - grid.y) / grid.linePitch), grid.lines)
}

/** The whole columns and lines that a drag between two points touches. */
export function regionBetween(grid: Grid, from: Point, to: Point): Region {
  const columns = [columnAt(grid, from), columnAt(grid, to)]
  const lines = [lineAt(grid, from), lineAt(grid, to)]
  const column = Math.min(...columns)
  const line = Math.min(...lines)
  return {
    column,
    columns: Math.max(...columns) - column + 1,
    line,
    lines: Math.max(...lines) - line + 1,
  }
}

/** The column on whose left the gutter nearest to a point is; 0 is the type area's left edge. */
export function gutterAt(grid: Grid, { x }: Point): number {
  const column = Math.round((x - gutterMiddle(grid, 0)) / columnStep(grid))
  return within(column, grid.columns)
}

/** Where a drag's handle would pull an edge: a whole column's left edge, from 0 to all columns. */
export function columnEdgeAt(grid: Grid, { x }: Point): number {
  return Math.round((x - columnLeft(grid, 0)) / columnStep(grid))
}

/** Where a drag's handle would pull an edge: a whole line's top, from 0 to all lines. */
export function lineEdgeAt(grid: Grid, { y }: Point): number {
  return Math.round((y - grid.y) / grid.linePitch)
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index))
}
