import type { ComposedPage } from "../../layouts/compose.ts"
import { regionAround } from "../../layouts/grid/regions.ts"
import type { DemeritName } from "../../layouts/line/demerits.ts"
import type { Region } from "../../layouts/issue/page.ts"
import type { View } from "../state/view.ts"
import { NO_SKETCH, type Sketch } from "../tools/tool.ts"
import { drawFrames } from "./frame-marks.ts"
import { drawGuides, drawGuideWords, drawLayoutGrid } from "./grid-marks.ts"
import type { GuideDrag } from "./guides.ts"
import { drawCosts } from "./cost-marks.ts"
import { drawLabel, easelOver, MARKS, type Easel } from "./marks.ts"
import { drawThreads } from "./thread-marks.ts"

/** What the overlay shows over a page. */
export interface Shown {
  readonly page: ComposedPage
  readonly state: View
  /** What the tool in the hand shows. */
  readonly sketch: Sketch
  /** The guide in the hand, if there is one, and where it stands in words. */
  readonly guide: GuideDrag | null
  readonly guideWords: string
  /** The name of a demerit. */
  readonly costName: (name: DemeritName) => string
  /** What is told of a region beside the pointer, a line each. */
  readonly tell: (what: Sketch["tells"], region: Region) => readonly string[]
}

/** Wipes the overlay, and sets it to CSS pixels. */
export function wipeOverlay(surface: CanvasRenderingContext2D, { width, height }: View): void {
  const ratio = window.devicePixelRatio
  surface.setTransform(ratio, 0, 0, ratio, 0, 0)
  surface.clearRect(0, 0, width, height)
}

/** Draws what lies over a page of the spread that is not worked on; `state` is as if it were. */
export function drawBeside(
  surface: CanvasRenderingContext2D,
  page: ComposedPage,
  state: View,
): void {
  const { frames, grid } = page.page
  const easel = easelOver(surface, grid, state)
  drawLayoutGrid(easel, state)
  const outlines = state.frames && !state.preview
  drawFrames(easel, { frames, selection: [], outlines, sketch: NO_SKETCH })
  drawGuides(easel, page, state, null)
}

/** Draws grid, frames, threads, guides, selection and live measures over the page, in CSS pixels. */
export function drawOverlay(surface: CanvasRenderingContext2D, shown: Shown): void {
  const { page, state, sketch } = shown
  const { frames, grid } = page.page
  const { selection } = state
  const easel = easelOver(surface, grid, state)
  drawLayoutGrid(easel, state)
  const outlines = state.frames && !state.preview
  drawFrames(easel, { frames, selection, outlines, sketch })
  drawGuides(easel, page, state, shown.guide)
  const all = !state.preview && (state.links || state.tool === "thread")
  const standing = frames.map((frame) => ({
    ...frame,
    region: sketch.regions.get(frame.id) ?? frame.region,
  }))
  drawThreads(easel, { page, frames: standing, selection, all, link: sketch.link })
  if (state.costs && !state.preview) drawCosts(easel, page, state, shown.costName)
  if (shown.guide) drawGuideWords(easel, shown.guide, shown.guideWords)
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
