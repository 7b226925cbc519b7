import type { ComposedPage } from "../../layouts/compose.ts"
import { boxOf } from "../../layouts/grid/geometry.ts"
import type { MarkRange } from "../../layouts/issue/mark.ts"
import { pt, type Box } from "../../layouts/units.ts"
import type { Point } from "../tools/tool.ts"

/** A picture, or a place of a page that no article owns, to be marked. */
export interface MarkSpot {
  readonly page: string
  readonly box: Box
  /** The article and its picture; null for a place of the page. */
  readonly picture: { readonly article: string; readonly index: number } | null
}

/** A spot that was only pressed: 字 across and lines down. */
const PRESSED = { across: 4, down: 2 } as const

/** A drag shorter than this is a press, pt. */
const STILL = 3

/**
 * What a press or a drag of the proof tool is on beside text: a picture, or a place outside of every
 * text frame, as far as it was dragged; null on text.
 */
export function spotAt(composed: ComposedPage, from: Point, to: Point): MarkSpot | null {
  const { page, articles } = composed
  for (const { article, pictures } of articles) {
    const hit = pictures.find(({ page: on, room }) => on.id === page.id && holds(room, from))
    if (hit)
      return { page: page.id, box: hit.room, picture: { article: article.id, index: hit.index } }
  }
  const onText = page.frames.some(
    ({ article, region }) => article !== null && holds(boxOf(page.grid, region), from),
  )
  return onText ? null : { page: page.id, box: between(composed, from, to), picture: null }
}

/** The spot of a frame: its picture, or its place on the page. */
export function spotOfFrame(composed: ComposedPage, id: string): MarkSpot | null {
  const { page, articles } = composed
  const frame = page.frames.find((one) => one.id === id)
  if (!frame) return null
  const placed = articles.flatMap(({ article, pictures }) =>
    pictures.flatMap(({ frame: on, room, index }) =>
      on.id === id ? [{ page: page.id, box: room, picture: { article: article.id, index } }] : [],
    ),
  )
  return placed[0] ?? { page: page.id, box: boxOf(page.grid, frame.region), picture: null }
}

/** A place of the page moved, or made larger, by 字 across and lines down; a picture stays. It stays on the sheet. */
export function movedSpot(
  spot: MarkSpot,
  composed: ComposedPage,
  { across, down, grow }: { across: number; down: number; grow: boolean },
): MarkSpot {
  if (spot.picture) return spot
  const { grid } = composed.page
  const [x, y] = [across * grid.bodySize, down * grid.linePitch]
  const { box } = spot
  const moved = grow
    ? { ...box, width: box.width + x, height: box.height + y }
    : { ...box, x: box.x + x, y: box.y + y }
  return { ...spot, box: onSheet(moved, composed) }
}

/** What a mark on a spot is laid on. */
export function rangeOfSpot({ page, box, picture }: MarkSpot): MarkRange {
  return picture ? { kind: "picture", picture: picture.index } : { kind: "spot", page, box }
}

function holds({ x, y, width, height }: Box, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height
}

/** The rectangle between two points; round the first one where they are one. */
function between(composed: ComposedPage, from: Point, to: Point): Box {
  const { bodySize, linePitch } = composed.page.grid
  const [width, height] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  if (Math.max(width, height) >= STILL) {
    const corner = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) }
    return onSheet({ ...corner, width, height }, composed)
  }
  const size = { width: PRESSED.across * bodySize, height: PRESSED.down * linePitch }
  const corner = { x: from.x - size.width / 2, y: from.y - size.height / 2 }
  return onSheet({ ...corner, ...size }, composed)
}

/** A box within the sheet, and no smaller than a 字. */
function onSheet(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  { page, list }: ComposedPage,
): Box {
  const { trim } = list
  const least = page.grid.bodySize
  const [across, down] = [
    Math.min(trim.width, Math.max(least, width)),
    Math.min(trim.height, Math.max(least, height)),
  ]
  return {
    x: pt(Math.min(trim.width - across, Math.max(0, x))),
    y: pt(Math.min(trim.height - down, Math.max(0, y))),
    width: pt(across),
    height: pt(down),
  }
}
