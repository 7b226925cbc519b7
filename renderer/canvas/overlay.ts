import type { ComposedPage } from "../../layouts/compose.ts"
import { boxOf, columnLeft, lineTop, longWidth } from "../../layouts/grid/geometry.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import type { Box } from "../../layouts/units.ts"
import { pxPerPt, type View } from "../state/view.ts"
import type { Handle, Sketch } from "../tools/tool.ts"

const ACCENT = "#1668dc"
const OVER = "#d4380d"

/** Half a handle's edge, CSS pixels. */
const HANDLE = 4

/** The eight handles of a frame, by the edges that they move. */
export const HANDLES: readonly Handle[] = ([-1, 0, 1] as const).flatMap((across) =>
  ([-1, 0, 1] as const)
    .filter((down) => across !== 0 || down !== 0)
    .map((down) => ({ across, down })),
)

/** What the overlay shows over a page. */
export interface Shown {
  readonly page: ComposedPage
  readonly state: View
  /** What the tool in the hand shows. */
  readonly sketch: Sketch
  /** Words for the size of a frame: columns × lines. */
  readonly sizeOf: (columns: number, lines: number) => string
}

/** Draws grid, frames, selection and live sizes over the page, in CSS pixels. */
export function drawOverlay(surface: CanvasRenderingContext2D, shown: Shown): void {
  const { page, state } = shown
  const ratio = window.devicePixelRatio
  surface.setTransform(ratio, 0, 0, ratio, 0, 0)
  surface.clearRect(0, 0, state.width, state.height)
  const px = pxPerPt(state)
  const toPx = (box: Box): Box =>
    ({
      x: (box.x - state.left) * px,
      y: (box.y - state.top) * px,
      width: box.width * px,
      height: box.height * px,
    }) as Box
  if (state.grid) drawGrid(surface, shown, toPx)
  for (const frame of page.page.frames) drawFrame(surface, frame, shown, toPx)
  if (shown.sketch.sweep) drawSweep(surface, shown.sketch.sweep, state)
}

function drawFrame(
  surface: CanvasRenderingContext2D,
  frame: Frame,
  shown: Shown,
  toPx: (box: Box) => Box,
): void {
  const { page, state, sketch } = shown
  const chosen = state.selection.includes(frame.id)
  const over = isOver(page, frame)
  if (!chosen && !over && !state.frames) return
  const region = sketch.regions.get(frame.id) ?? frame.region
  const box = toPx(boxOf(page.page.grid, region))
  surface.lineWidth = chosen ? 1.5 : 1
  surface.strokeStyle = over ? OVER : chosen ? ACCENT : "rgb(22 104 220 / 22%)"
  surface.strokeRect(box.x, box.y, box.width, box.height)
  if (over) drawOver(surface, box)
  if (!chosen) return
  surface.fillStyle = "#fff"
  for (const { x, y } of handlePoints(box)) {
    surface.fillRect(x - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE)
    surface.strokeRect(x - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE)
  }
  if (sketch.measured.includes(frame.id))
    drawSize(surface, box, shown.sizeOf(region.columns, region.lines))
}

/** True for the last text frame of an article that has text left over. */
function isOver(page: ComposedPage, frame: Frame): boolean {
  const set = page.articles.find(({ article }) => article.id === frame.article)
  if (!set || set.story.overset.characters === 0 || frame.role !== "body") return false
  return set.story.columns.at(-1)?.column.frame.id === frame.id
}

function drawOver(surface: CanvasRenderingContext2D, box: Box): void {
  const x = box.x + box.width
  const y = box.y + box.height
  surface.fillStyle = OVER
  surface.fillRect(x - 7, y - 7, 14, 14)
  surface.strokeStyle = "#fff"
  surface.lineWidth = 2
  surface.beginPath()
  surface.moveTo(x - 4, y)
  surface.lineTo(x + 4, y)
  surface.moveTo(x, y - 4)
  surface.lineTo(x, y + 4)
  surface.stroke()
}

/** The middle of each handle, by HANDLES. */
export function handlePoints(box: Box): readonly { readonly x: number; readonly y: number }[] {
  return HANDLES.map(({ across, down }) => ({
    x: box.x + ((across + 1) / 2) * box.width,
    y: box.y + ((down + 1) / 2) * box.height,
  }))
}

function drawSize(surface: CanvasRenderingContext2D, box: Box, words: string): void {
  surface.font = "12px system-ui, sans-serif"
  const width = surface.measureText(words).width + 12
  surface.fillStyle = "rgb(0 0 0 / 78%)"
  surface.fillRect(box.x, box.y - 24, width, 20)
  surface.fillStyle = "#fff"
  surface.fillText(words, box.x + 6, box.y - 10)
}

function drawSweep(
  surface: CanvasRenderingContext2D,
  { from, to }: NonNullable<Sketch["sweep"]>,
  state: View,
): void {
  const px = pxPerPt(state)
  surface.fillStyle = "rgb(22 104 220 / 10%)"
  surface.strokeStyle = ACCENT
  surface.lineWidth = 1
  const box = [
    (from.x - state.left) * px,
    (from.y - state.top) * px,
    (to.x - from.x) * px,
    (to.y - from.y) * px,
  ] as const
  surface.fillRect(...box)
  surface.strokeRect(...box)
}

/** Columns as light bands, lines as hairlines while they are far enough apart to see. */
function drawGrid(
  surface: CanvasRenderingContext2D,
  { page, state }: Shown,
  toPx: (box: Box) => Box,
): void {
  const { grid } = page.page
  surface.fillStyle = "rgb(22 104 220 / 5%)"
  for (let column = 0; column < grid.columns; column += 1) {
    const box = toPx({
      x: columnLeft(grid, column),
      y: lineTop(grid, 0),
      width: longWidth(grid, 1),
      height: (grid.lines * grid.linePitch) as Box["height"],
    })
    surface.fillRect(box.x, box.y, box.width, box.height)
  }
  if (grid.linePitch * pxPerPt(state) < 6) return
  surface.fillStyle = "rgb(22 104 220 / 25%)"
  for (let line = 0; line <= grid.lines; line += 1) {
    const { x, y, width } = toPx({
      x: grid.x,
      y: lineTop(grid, line),
      width: longWidth(grid, grid.columns),
      height: 0 as Box["height"],
    })
    surface.fillRect(x, Math.round(y), width, line % 5 === 0 ? 1 : 0.5)
  }
}
