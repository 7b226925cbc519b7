import { boxAround, ruleEnds } from "../../layouts/draw/drawn-frames.ts"
import { frameBox } from "../../layouts/grid/geometry.ts"
import type { Frame, Grid, Region } from "../../layouts/issue/page.ts"
import { pt, type Box } from "../../layouts/units.ts"
import type { Bench, Handle, Point } from "./tool.ts"

/** How far from a thing the pointer still hits it where the bench does not say, pt. */
export const REACH = 4

/** What tells where a frame shows: its role, how it runs, where it stands. */
type Shape = Pick<Frame, "role" | "region" | "inset"> & {
  readonly look?: { readonly upright?: boolean }
}

/** Where a frame shows on the page: a box's rule stands outside its region, an upright rule left of it. */
export function shownBox(grid: Grid, shape: Shape): Box {
  const { role, region, look } = shape
  if (role === "box") return boxAround(grid, shape)
  if (role !== "rule") return frameBox(grid, shape)
  const { x1, y1, x2, y2 } = ruleEnds(grid, region, look?.upright === true)
  return { x: pt(x1), y: pt(y1), width: pt(x2 - x1), height: pt(y2 - y1) }
}

/** The frames under a point, topmost first. Rules and boxes are hit at their rules only. */
export function framesAt(
  { frames, grid, reach = REACH }: Pick<Bench, "frames" | "grid" | "reach">,
  at: Point,
): readonly Frame[] {
  const hit = (frame: Frame): boolean => {
    const box = shownBox(grid, frame)
    if (frame.role === "rule") return isInside(grown(box, reach), at)
    if (frame.role !== "box") return isInside(box, at)
    return isInside(grown(box, reach), at) && !isInside(grown(box, -reach), at)
  }
  return frames.filter(hit).toReversed()
}

/** The topmost frame under a point. */
export function frameAt(bench: Pick<Bench, "frames" | "grid" | "reach">, at: Point): Frame | null {
  return framesAt(bench, at)[0] ?? null
}

/** The frames that a rectangle between two points touches, lowest first. */
export function framesTouched({ frames, grid }: Bench, from: Point, to: Point): readonly Frame[] {
  const left = Math.min(from.x, to.x)
  const right = Math.max(from.x, to.x)
  const top = Math.min(from.y, to.y)
  const foot = Math.max(from.y, to.y)
  return frames.filter((frame) => {
    const box = shownBox(grid, frame)
    return box.x <= right && box.x + box.width >= left && box.y <= foot && box.y + box.height >= top
  })
}

/** Frames with all others of their groups, in the order of the stack after those given. */
export function withGroups(frames: readonly Frame[], ids: readonly string[]): readonly string[] {
  const groups = new Set(
    frames.flatMap(({ id, group }) => (group !== undefined && ids.includes(id) ? [group] : [])),
  )
  const mates = frames.filter(({ group }) => group !== undefined && groups.has(group))
  return [...new Set([...ids, ...mates.map(({ id }) => id)])]
}

/** The eight handles of a frame, by the edges that they move. */
const HANDLES: readonly Handle[] = ([-1, 0, 1] as const).flatMap((across) =>
  ([-1, 0, 1] as const)
    .filter((down) => across !== 0 || down !== 0)
    .map((down) => ({ across, down })),
)

/** The handles that a frame has: a rule is pulled at its ends, a locked frame not at all. */
export function handlesOf({ role, look, locked }: Frame): readonly Handle[] {
  if (locked) return []
  if (role !== "rule") return HANDLES
  return HANDLES.filter(({ across, down }) => (look?.upright ? across : down) === 0)
}

/** Where a handle of a box stands. */
export function handlePoint(box: Box, { across, down }: Handle): Point {
  return {
    x: box.x + ((across + 1) / 2) * box.width,
    y: box.y + ((down + 1) / 2) * box.height,
  }
}

/** The handle of a chosen frame under a point. */
export function handleAt(
  { frames, grid, selection, reach = REACH }: Bench,
  at: Point,
): { readonly id: string; readonly handle: Handle } | null {
  for (const id of selection) {
    const frame = frames.find((one) => one.id === id)
    if (!frame) continue
    const box = shownBox(grid, frame)
    const handle = handlesOf(frame).find((one) => isNear(handlePoint(box, one), at, reach))
    if (handle) return { id, handle }
  }
  return null
}

/** Whether two points are no further apart than a distance, across and down. */
export function isNear(a: Point, b: Point, reach: number): boolean {
  return Math.abs(a.x - b.x) <= reach && Math.abs(a.y - b.y) <= reach
}

/** A frame moved by whole columns and lines. */
export function shifted(
  region: Region,
  by: { readonly columns: number; readonly lines: number },
): Region {
  return { ...region, column: region.column + by.columns, line: region.line + by.lines }
}

/** Whether a point is in a box, its edges included. */
export function isInside(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return {
    x: pt(x - by),
    y: pt(y - by),
    width: pt(width + 2 * by),
    height: pt(height + 2 * by),
  }
}
