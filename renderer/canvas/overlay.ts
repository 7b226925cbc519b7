import type { ComposedPage } from "../../layouts/compose.ts"
import { columnLeft, lineTop, longWidth } from "../../layouts/grid/geometry.ts"
import { regionAround } from "../../layouts/grid/regions.ts"
import type { Region } from "../../layouts/issue/page.ts"
import type { Box } from "../../layouts/units.ts"
import { pxPerPt, type View } from "../state/view.ts"
import type { Sketch } from "../tools/tool.ts"
import { drawFrames } from "./frame-marks.ts"
import { drawLabel, easelOver, MARKS, type Easel } from "./marks.ts"
import { drawThreads } from "./thread-marks.ts"

/** What the overlay shows over a page. */
export interface Shown {
  readonly page: ComposedPage
  readonly state: View
  /** What the tool in the hand shows. */
  readonly sketch: Sketch
  /** What is told of a region beside the pointer, a line each. */
  readonly tell: (what: Sketch["tells"], region: Region) => readonly string[]
}

/** Draws grid, frames, threads, selection and live measures over the page, in CSS pixels. */
export function drawOverlay(surface: CanvasRenderingContext2D, shown: Shown): void {
  const { page, state, sketch } = shown
  const { frames, grid } = page.page
  const { selection } = state
  const ratio = window.devicePixelRatio
  surface.setTransform(ratio, 0, 0, ratio, 0, 0)
  surface.clearRect(0, 0, state.width, state.height)
  const easel = easelOver(surface, grid, state)
  if (state.grid) drawGrid(easel, state)
  drawFrames(easel, { frames, selection, outlines: state.frames, sketch })
  const all = state.links || state.tool === "thread"
  const standing = frames.map((frame) => ({
    ...frame,
    region: sketch.regions.get(frame.id) ?? frame.region,
  }))
  drawThreads(easel, { page, frames: standing, selection, all, link: sketch.link })
  if (sketch.sweep) drawSweep(easel, sketch.sweep)
  drawTold(easel, shown)
}

/** What is told of the frames that a tool is busy with, beside the pointer. */
function drawTold({ surface, toPx }: Easel, { page, state, sketch, tell }: Shown): void {
  if (!sketch.at) return
  const told = page.page.frames.filter(({ id }) => sketch.measured.includes(id))
  const regions = [
    ...told.map(({ id, region }) => sketch.regions.get(id) ?? region),
    ...sketch.ghosts.map(({ region }) => region),
  ]
  if (regions.length === 0) return
  const words = tell(sketch.tells, regionAround(regions))
  const { x, y } = toPx(sketch.at)
  const left = Math.min(x + 16, state.width - 150)
  drawLabel(surface, words, { x: left, y: Math.min(y + 18, state.height - 44) })
}

function drawSweep({ surface, toPx }: Easel, sweep: NonNullable<Sketch["sweep"]>): void {
  const [from, to] = [toPx(sweep.from), toPx(sweep.to)]
  surface.fillStyle = MARKS.wash
  surface.strokeStyle = MARKS.accent
  surface.lineWidth = 1
  surface.fillRect(from.x, from.y, to.x - from.x, to.y - from.y)
  surface.strokeRect(from.x, from.y, to.x - from.x, to.y - from.y)
}

/** Columns as light bands, lines as hairlines while they are far enough apart to see. */
function drawGrid({ surface, grid, boxToPx }: Easel, state: View): void {
  surface.fillStyle = "rgb(22 104 220 / 5%)"
  for (let column = 0; column < grid.columns; column += 1) {
    const box = boxToPx({
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
    const { x, y, width } = boxToPx({
      x: grid.x,
      y: lineTop(grid, line),
      width: longWidth(grid, grid.columns),
      height: 0 as Box["height"],
    })
    surface.fillRect(x, Math.round(y), width, line % 5 === 0 ? 1 : 0.5)
  }
}
