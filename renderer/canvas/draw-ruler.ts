import type { Guide, Page } from "../../layouts/issue/page.ts"
import { mmToPt } from "../../layouts/units.ts"
import { pxPerPt, view } from "../state/view.ts"
import { ticksOf, type Tick } from "./ruler-scale.ts"

/** Colours of rulers on a light and on a dark window. */
const LOOKS = {
  light: { ground: "#f4f4f5", page: "#fff", ink: "#5b616b", line: "#cfd1d6" },
  dark: { ground: "#26272b", page: "#34363b", ink: "#a8abb3", line: "#45474d" },
} as const

/** Lengths of the marks by rank, CSS pixels. */
const LENGTHS = { 1: 18, 2: 7, 3: 4 } as const

const POINTER = "#d4380d"

/** What a ruler shows. */
export interface Ruled {
  readonly page: Page | null
  /** Where the pointer is along the ruler, CSS pixels; null while it is nowhere. */
  readonly pointer: number | null
}

/** Draws a ruler along its canvas: the page's extent, the marks of its unit, the pointer. */
export function drawRuler(
  canvas: HTMLCanvasElement,
  axis: Guide["axis"],
  { page, pointer }: Ruled,
): void {
  const surface = canvas.getContext("2d")
  if (!surface) return
  const state = view.getState()
  const look = LOOKS[state.dark ? "dark" : "light"]
  const ratio = window.devicePixelRatio
  const { clientWidth, clientHeight } = canvas
  const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)]
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  surface.setTransform(ratio, 0, 0, ratio, 0, 0)
  surface.fillStyle = look.ground
  surface.fillRect(0, 0, clientWidth, clientHeight)
  // Both rulers are drawn as the one above the page; the one beside it is turned.
  if (axis === "y") surface.transform(0, 1, 1, 0, 0, 0)
  const length = axis === "x" ? clientWidth : clientHeight
  const depth = axis === "x" ? clientHeight : clientWidth
  const px = pxPerPt(state)
  const from = axis === "x" ? state.left : state.top
  if (page) {
    const { width: across, height: down } = page.sheet
    const size = mmToPt(axis === "x" ? across : down) * px
    surface.fillStyle = look.page
    surface.fillRect(-from * px, 0, size, depth)
    const seen = { from, to: from + length / px, px }
    for (const tick of ticksOf(page.grid, axis, state.rulerUnit, seen)) {
      const at = Math.round((tick.at - from) * px * ratio) / ratio
      drawTick(surface, tick, { at, depth, axis, ink: look.ink, thin: 1 / ratio })
    }
  }
  surface.fillStyle = look.line
  surface.fillRect(0, depth - 1 / ratio, length, 1 / ratio)
  if (pointer === null) return
  surface.fillStyle = POINTER
  surface.fillRect(Math.round(pointer), 0, 1 / ratio, depth)
}

function drawTick(
  surface: CanvasRenderingContext2D,
  { label, rank }: Tick,
  on: { at: number; depth: number; axis: Guide["axis"]; ink: string; thin: number },
): void {
  const { at, depth, axis, ink, thin } = on
  surface.fillStyle = ink
  surface.fillRect(at, depth - LENGTHS[rank], thin, LENGTHS[rank])
  if (label === null) return
  surface.font = "9px system-ui, sans-serif"
  surface.textBaseline = "alphabetic"
  if (axis === "x") return surface.fillText(label, at + 3, 8.5)
  // Figures beside the page stand upright, one under the other.
  surface.save()
  surface.transform(0, 1, 1, 0, 0, 0)
  ;[...label].forEach((figure, i) => surface.fillText(figure, 2.5, at + 9 + i * 8.5))
  surface.restore()
}
