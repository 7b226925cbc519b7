import type { ComposedPage } from "../../layouts/compose.ts"
import { baselineOf, columnLeft, lineTop, typeArea } from "../../layouts/grid/geometry.ts"
import type { Grid } from "../../layouts/issue/page.ts"
import { pt, ziToPt, zi, type Pt } from "../../layouts/units.ts"
import { pxPerPt, type View } from "../state/view.ts"
import type { GuideDrag } from "./guides.ts"
import { drawLabel, type Easel } from "./marks.ts"

/** Colours of what the page is laid out by: quiet, each its own. */
const GRID = {
  cell: "rgb(38 132 96 / 30%)",
  area: "rgb(150 60 190 / 55%)",
  column: "rgb(150 60 190 / 35%)",
  band: "rgb(150 60 190 / 5%)",
  baseline: "rgb(0 130 200 / 38%)",
  guide: "#00a0b4",
} as const

/** Cells and lines nearer than this are not drawn, CSS pixels. */
const NEAREST = 5

/** Draws what of grid, columns and baselines the view shows, under everything else. */
export function drawLayoutGrid(easel: Easel, state: View): void {
  if (state.preview) return
  if (state.columns) drawColumns(easel)
  if (state.grid) drawCells(easel, state)
  if (state.baselines) drawBaselines(easel, state)
}

/** A hairline of one device pixel, level or upright. */
function hairline({ surface }: Easel, from: { x: number; y: number }, to: typeof from): void {
  const ratio = window.devicePixelRatio
  const [x, y] = [Math.round(from.x * ratio) / ratio, Math.round(from.y * ratio) / ratio]
  const thin = 1 / ratio
  surface.fillRect(x, y, Math.max(thin, to.x - from.x), Math.max(thin, to.y - from.y))
}

/** The type area and the basic columns (栏参考线). */
function drawColumns(easel: Easel): void {
  const { surface, grid, boxToPx } = easel
  const area = boxToPx(typeArea(grid))
  surface.strokeStyle = GRID.area
  surface.lineWidth = 1
  surface.strokeRect(area.x, area.y, area.width, area.height)
  for (let column = 0; column < grid.columns; column += 1) {
    const width = ziToPt(grid.measure, grid.bodySize)
    const height = pt(grid.lines * grid.linePitch)
    const box = boxToPx({ x: columnLeft(grid, column), y: grid.y, width, height })
    surface.fillStyle = GRID.band
    surface.fillRect(box.x, box.y, box.width, box.height)
    surface.fillStyle = GRID.column
    for (const x of [box.x, box.x + box.width])
      hairline(easel, { x, y: box.y }, { x, y: box.y + box.height })
  }
}

/** The cells of body type (版格): 字 across and lines down in every basic column. */
function drawCells(easel: Easel, state: View): void {
  const { grid, toPx, surface } = easel
  const px = pxPerPt(state)
  const every = stepFor(grid.bodySize * px, [1, 5, 10])
  const lines = stepFor(grid.linePitch * px, [1, 5, 10])
  surface.fillStyle = GRID.cell
  for (let column = 0; column < grid.columns; column += 1) {
    const left = columnLeft(grid, column)
    const right = pt(left + ziToPt(grid.measure, grid.bodySize))
    for (let at = 0; at <= grid.measure; at += every)
      upright(easel, pt(left + ziToPt(zi(at), grid.bodySize)))
    upright(easel, right)
    for (const line of seenLines(grid, state, lines)) {
      const top = lineTop(grid, line)
      hairline(easel, toPx({ x: left, y: top }), toPx({ x: right, y: top }))
      const foot = pt(top + grid.bodySize)
      if (lines === 1 && line < grid.lines)
        hairline(easel, toPx({ x: left, y: foot }), toPx({ x: right, y: foot }))
    }
  }
}

function upright(easel: Easel, x: Pt): void {
  const { grid, toPx } = easel
  const foot = lineTop(grid, grid.lines)
  hairline(easel, toPx({ x, y: grid.y }), toPx({ x, y: foot }))
}

function drawBaselines(easel: Easel, state: View): void {
  const { grid, toPx, surface } = easel
  surface.fillStyle = GRID.baseline
  const area = typeArea(grid)
  const every = stepFor(grid.linePitch * pxPerPt(state), [1, 5, 10])
  for (const line of seenLines(grid, state, every)) {
    if (line >= grid.lines) continue
    const y = baselineOf(grid, line)
    hairline(easel, toPx({ x: area.x, y }), toPx({ x: area.x + area.width, y }))
  }
}

/** The first of some steps that is far enough apart to be seen. */
function stepFor(px: number, steps: readonly number[]): number {
  return steps.find((step) => step * px >= NEAREST) ?? steps.at(-1)!
}

/** Every so many lines of the type area that the window shows. */
function seenLines(grid: Grid, state: View, every: number): readonly number[] {
  const px = pxPerPt(state)
  const first = Math.max(0, Math.floor((state.top - grid.y) / grid.linePitch / every) * every)
  const foot = state.top + state.height / px
  const last = Math.min(grid.lines, Math.ceil((foot - grid.y) / grid.linePitch))
  const count = Math.max(0, Math.floor((last - first) / every) + 1)
  return Array.from({ length: count }, (_, i) => first + i * every)
}

/** Draws a page's guides, and the one in the hand instead of its own place. */
export function drawGuides(
  easel: Easel,
  { page, list }: ComposedPage,
  state: View,
  drag: GuideDrag | null,
): void {
  if (!state.guides || state.preview) return
  const own = drag?.page === page.id ? drag : null
  const standing = (page.guides ?? []).filter((_, i) => i !== own?.index)
  const inHand = own && own.at !== null ? [{ axis: own.axis, at: own.at }] : []
  const { surface, toPx } = easel
  surface.fillStyle = GRID.guide
  const { width, height } = list.trim
  for (const { axis, at } of [...standing, ...inHand]) {
    const from = axis === "x" ? { x: at, y: 0 } : { x: 0, y: at }
    const to = axis === "x" ? { x: at, y: height } : { x: width, y: at }
    hairline(easel, toPx(from), toPx(to))
  }
}

/** Tells where the guide in the hand stands, beside the ruler that measures it. */
export function drawGuideWords(
  { surface, toPx }: Easel,
  { axis, at }: GuideDrag,
  words: string,
): void {
  if (words === "") return
  const place = toPx({ x: at ?? 0, y: at ?? 0 })
  const beside = axis === "x" ? { x: place.x + 8, y: 8 } : { x: 8, y: place.y + 8 }
  drawLabel(surface, [words], at === null ? { x: 8, y: 8 } : beside)
}
