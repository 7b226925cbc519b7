import type { Grid } from "../../layouts/issue/page.ts"
import type { Box } from "../../layouts/units.ts"
import { pxPerPt, type View } from "../state/view.ts"
import type { Point } from "../tools/tool.ts"

/** Colours of what is drawn over the page; the same on light and dark surrounds, since paper is white. */
export const MARKS = {
  accent: "#1668dc",
  faint: "rgb(22 104 220 / 22%)",
  wash: "rgb(22 104 220 / 10%)",
  locked: "#8c8c8c",
  over: "#d4380d",
  align: "#c41d7f",
  label: "rgb(0 0 0 / 80%)",
} as const

/** How near the pointer must be to a handle or a rule to hit it, CSS pixels. */
export const REACH = 6

/** What marks are drawn with: a surface in CSS pixels and where the page lies on it. */
export interface Easel {
  readonly surface: CanvasRenderingContext2D
  readonly grid: Grid
  /** How far from a thing the pointer still hits it, pt. */
  readonly reach: number
  toPx(at: Point): Point
  boxToPx(box: Box): Box
}

/** An easel over the page as the window shows it. */
export function easelOver(surface: CanvasRenderingContext2D, grid: Grid, state: View): Easel {
  const px = pxPerPt(state)
  const toPx = ({ x, y }: Point): Point => ({ x: (x - state.left) * px, y: (y - state.top) * px })
  return {
    surface,
    grid,
    reach: REACH / px,
    toPx,
    boxToPx: (box) =>
      ({ ...toPx(box), width: box.width * px, height: box.height * px }) as unknown as Box,
  }
}

/** Draws words on a dark label whose top left is at a place, CSS pixels. */
export function drawLabel(
  surface: CanvasRenderingContext2D,
  words: readonly string[],
  { x, y }: Point,
): void {
  if (words.length === 0) return
  surface.font = "12px system-ui, sans-serif"
  const width = Math.max(...words.map((line) => surface.measureText(line).width)) + 12
  surface.fillStyle = MARKS.label
  surface.fillRect(x, y, width, words.length * 16 + 6)
  surface.fillStyle = "#fff"
  surface.textBaseline = "alphabetic"
  words.forEach((line, i) => surface.fillText(line, x + 6, y + 15 + 16 * i))
}
