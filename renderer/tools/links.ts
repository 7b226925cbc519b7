import type { Frame, Grid } from "../../layouts/issue/page.ts"
import { isNear, REACH, shownBox } from "./hit.ts"
import type { Bench, Point } from "./tool.ts"

/** A link of a thread between two frames of a page that follow each other. */
export interface Link {
  readonly from: Frame
  readonly to: Frame
}

/** The links of a page's threads; those that lead to other pages are not among them. */
export function linksOn(frames: readonly Frame[]): readonly Link[] {
  const body = frames.filter(({ role, article }) => role === "body" && article !== null)
  return body.flatMap((from) => {
    const to = body.find(
      ({ article, order }) => article === from.article && order === from.order + 1,
    )
    return to ? [{ from, to }] : []
  })
}

/** Where text comes into a frame: its top left, of vertical text its top right. */
export function inPort(grid: Grid, frame: Frame): Point {
  const { x, y, width } = shownBox(grid, frame)
  return { x: frame.vertical ? x + width : x, y }
}

/** Where text goes out of a frame: its foot at the right, of vertical text at the left. */
export function outPort(grid: Grid, frame: Frame): Point {
  const { x, y, width, height } = shownBox(grid, frame)
  return { x: frame.vertical ? x : x + width, y: y + height }
}

/** The middle of a frame's out-port: beside its foot where text goes out, over the corner's handle. */
export function outPortMiddle(grid: Grid, frame: Frame, reach: number): Point {
  const { x, y } = outPort(grid, frame)
  return { x: frame.vertical ? x + reach : x - reach, y: y - 3 * reach }
}

/** The chosen text frame whose out-port is under a point. */
export function outPortAt(
  { frames, grid, selection, reach = REACH }: Bench,
  at: Point,
): Frame | null {
  const ports = frames.filter(({ id, role }) => role === "body" && selection.includes(id))
  return ports.find((frame) => isNear(outPortMiddle(grid, frame, reach), at, reach)) ?? null
}

/** The text frame with text left over whose red plus, where text goes out of it, is under a point. */
export function plusAt({ frames, grid, over = [], reach = REACH }: Bench, at: Point): Frame | null {
  const full = frames.filter(({ id }) => over.includes(id))
  return full.find((frame) => isNear(outPort(grid, frame), at, reach)) ?? null
}

/** The link under a point, the last of several. */
export function linkAt({ frames, grid, reach = REACH }: Bench, at: Point): Link | null {
  const near = linksOn(frames).filter(
    ({ from, to }) => distance(at, outPort(grid, from), inPort(grid, to)) <= reach,
  )
  return near.at(-1) ?? null
}

/** How far a point is from a stretch between two others. */
function distance({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length
  const part = Math.max(0, Math.min(1, along))
  return Math.hypot(x - from.x - part * dx, y - from.y - part * dy)
}
