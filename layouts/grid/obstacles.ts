import type { Frame, Grid, Page } from "../issue/page.ts"
import type { OutlinePoint, Wrap } from "../issue/wrap.ts"
import { pt, type Box } from "../units.ts"
import { boxOf, frameBox } from "./geometry.ts"

/** Something on a page that running text goes round: its box, and how (绕排). */
export interface Obstacle {
  readonly box: Box
  readonly wrap: Wrap
}

/** A stretch of a line, pt from its column's left edge. */
export interface Segment {
  readonly x: number
  readonly width: number
}

/** Air under a picture inside its frame, in line pitches. */
const PICTURE_AIR = 0.45

/** The box of a picture in its frame: it keeps off the text under it by part of a line. */
export function pictureRoom({ grid }: Pick<Page, "grid">, frame: Frame): Box {
  const box = frameBox(grid, frame)
  return { ...box, height: pt(box.height - PICTURE_AIR * grid.linePitch) }
}

/**
 * What text goes round that stands in a body frame: what lies on it and says so. Level text keeps its
 * distance at the sides of a thing, vertical text all round it.
 */
export function obstaclesOn(
  page: Page,
  { id, region }: Frame,
  vertical: boolean,
): readonly Obstacle[] {
  const text = boxOf(page.grid, region)
  return page.frames.flatMap((frame): readonly Obstacle[] => {
    if (!frame.wrap || frame.id === id) return []
    const box = wrapBox(page, frame)
    const obstacle = { box, wrap: frame.wrap }
    const side = frame.wrap.clearance * page.grid.bodySize
    const over = vertical ? side : 0
    const near =
      box.x - side < text.x + text.width &&
      text.x < box.x + box.width + side &&
      box.y - over < text.y + text.height &&
      text.y < box.y + box.height + over
    return near ? [obstacle] : []
  })
}

/** The box that an outline's points are fractions of, and that text goes round where there is none. */
export function wrapBox(page: Pick<Page, "grid">, frame: Frame): Box {
  const outlined = frame.wrap?.shape === "outline" && frame.wrap.outline !== undefined
  return frame.role === "picture" && outlined
    ? pictureRoom(page, frame)
    : frameBox(page.grid, frame)
}

/** A row of a column: where its em boxes stand, pt. */
export interface Row {
  readonly top: number
  readonly foot: number
}

/**
 * The stretches of a row that obstacles leave free, from left to right, each of whole 字 from the
 * column's left edge; none where less is left than each obstacle asks for. A row that nothing stands
 * in is the whole column.
 * Source: typography §1.9 text wrap: every wrapped line is again a whole number of characters
 */
export function segmentsOf(
  column: Box,
  row: Row,
  obstacles: readonly Obstacle[],
  { bodySize }: Pick<Grid, "bodySize">,
): readonly Segment[] {
  let free: readonly Segment[] = [{ x: 0, width: column.width }]
  let least = 0
  let one = false
  for (const obstacle of obstacles) {
    const reach = reachIn(obstacle, row, bodySize)
    if (!reach) continue
    const [from, to] = [reach[0] - column.x, reach[1] - column.x]
    if (to <= TOUCH || from >= column.width - TOUCH) continue
    if (obstacle.wrap.shape === "band") return []
    least = Math.max(least, obstacle.wrap.least)
    one ||= obstacle.wrap.sides === "wider"
    free = free.flatMap((segment) => without(segment, [from, to], bodySize))
  }
  if (least === 0) return free
  const wide = free.filter(({ width }) => width >= least * bodySize - TOUCH)
  return one && wide.length > 1 ? [widest(wide)] : wide
}

/** Two lengths nearer than this are the same, pt. */
const TOUCH = 0.01

/** A stretch without what is taken from it: whole 字 on both sides. */
function without(
  { x, width }: Segment,
  [from, to]: readonly [number, number],
  size: number,
): readonly Segment[] {
  const end = x + width
  if (to <= x + TOUCH || from >= end - TOUCH) return [{ x, width }]
  const left = Math.floor((from - x) / size + 1e-6) * size
  const start = x + Math.ceil((to - x) / size - 1e-6) * size
  return [
    ...(left > 0 ? [{ x, width: left }] : []),
    ...(start < end - TOUCH ? [{ x: start, width: end - start }] : []),
  ]
}

function widest(segments: readonly Segment[]): Segment {
  return segments.reduce((best, one) => (one.width > best.width + TOUCH ? one : best))
}

/** What of a row an obstacle takes with its clearance, pt across the page; null where it is not in it. */
function reachIn(
  { box, wrap }: Obstacle,
  row: Row,
  size: number,
): readonly [number, number] | null {
  const off = wrap.clearance * size
  if (wrap.shape !== "outline" || !wrap.outline) {
    const inRow = row.foot > box.y + TOUCH && row.top < box.y + box.height - TOUCH
    return inRow ? [box.x - off, box.x + box.width + off] : null
  }
  return outlineIn(box, wrap.outline, row, off)
}

/** The longest stretch of an outline's edge that is looked at as one point, pt. */
const STEP = 1.5

/**
 * What of a row an outline takes that is widened by a distance on all sides: from its leftmost to its
 * rightmost point there. What it leaves free between them is not used.
 */
function outlineIn(
  { x, y, width, height }: Box,
  outline: readonly OutlinePoint[],
  { top, foot }: Row,
  off: number,
): readonly [number, number] | null {
  let [from, to] = [Infinity, -Infinity]
  outline.forEach(([ax, ay], i) => {
    const [bx, by] = outline[(i + 1) % outline.length]!
    const [dx, dy] = [(bx - ax) * width, (by - ay) * height]
    const steps = Math.max(1, Math.ceil((Math.abs(dx) + Math.abs(dy)) / STEP))
    for (let step = 0; step <= steps; step += 1) {
      const px = x + ax * width + (dx * step) / steps
      const py = y + ay * height + (dy * step) / steps
      const away = Math.max(top - py, py - foot, 0)
      if (away > off) continue
      const half = Math.sqrt(off * off - away * away)
      from = Math.min(from, px - half)
      to = Math.max(to, px + half)
    }
  })
  return from < to || (from === to && off === 0) ? [from, to] : null
}
