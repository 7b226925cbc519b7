import { createStore } from "zustand/vanilla"
import type { Point, ToolId } from "../tools/tool.ts"

/** What this window shows and where its person is; never saved with the issue. */
export interface View {
  /** Page on the canvas. */
  readonly page: string | null
  /** 1 is actual size: a centimetre of the page is a centimetre on the screen. */
  readonly zoom: number
  /** CSS pixels in an inch of this screen, as its person measured it; 96 until then. */
  readonly screenDpi: number
  /** What the window is kept filled with while it is resized; null since it was panned or zoomed. */
  readonly fit: "page" | "width" | null
  /** One page, the two that face each other at the fold (通版), or any two side by side. */
  readonly spread: SpreadMode
  /** Page point at the canvas's top left. */
  readonly left: number
  readonly top: number
  /** Canvas size in CSS pixels. */
  readonly width: number
  readonly height: number
  /** The tool in the hand. */
  readonly tool: ToolId
  /** Selected frames, in the order they were chosen. */
  readonly selection: readonly string[]
  /** Where the page was pressed for its menu, pt; null since it was pressed otherwise. */
  readonly menuAt: Point | null
  /** Article whose story the story pane shows. */
  readonly article: string | null
  /** The grid of the page in 字 × 行 (版格). */
  readonly grid: boolean
  /** The lines that body text stands on (基线). */
  readonly baselines: boolean
  /** The basic columns (栏参考线). */
  readonly columns: boolean
  readonly rulers: boolean
  readonly rulerUnit: "zi" | "mm"
  /** Guides that were pulled out of the rulers. */
  readonly guides: boolean
  /** Nothing but what is printed. */
  readonly preview: boolean
  readonly frames: boolean
  /** The threads of all articles (续排链), not only of the chosen frames. */
  readonly links: boolean
  /** Original column breaks are marked. */
  readonly breakMarks: boolean
  /** What the checks found is underlined (校对提示). */
  readonly hits: boolean
  /** What each line cost the breaker is written at its end (排行代价). */
  readonly costs: boolean
  /** Pictures in their colours (彩色预览) instead of as the black plate prints them. */
  readonly colour: boolean
  readonly dark: boolean
  readonly language: "zh-CN" | "en"
}

/** How many pages are seen at once, and which. */
export type SpreadMode = "single" | "spread" | "sides"

/** Smallest and largest zoom: 5 % to 3200 %. */
export const ZOOMS = { least: 0.05, most: 32 } as const

/** Zooms that the keys and the list go by. */
export const ZOOM_STEPS: readonly number[] = [
  0.05, 0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32,
]

/** Points in an inch. */
const PT_PER_INCH = 72

/** Desk that is left round a page that fills the window, CSS pixels. */
const MARGIN = 24

/** The window's own state. */
export const view = createStore<View>(() => ({
  page: null,
  zoom: 0.5,
  screenDpi: 96,
  fit: "page",
  spread: "single",
  left: -20,
  top: -20,
  width: 800,
  height: 600,
  tool: "select",
  selection: [],
  menuAt: null,
  article: null,
  grid: false,
  baselines: false,
  columns: false,
  rulers: true,
  rulerUnit: "zi",
  guides: true,
  preview: false,
  frames: true,
  links: false,
  breakMarks: true,
  hits: false,
  costs: false,
  colour: false,
  dark: false,
  language: "zh-CN",
}))

/** CSS pixels a page point takes. */
export function pxPerPt({ zoom, screenDpi }: Pick<View, "zoom" | "screenDpi">): number {
  return (zoom * screenDpi) / PT_PER_INCH
}

/** The zoom at which a page point takes so many CSS pixels, within what is allowed. */
export function zoomFor(px: number, { screenDpi }: Pick<View, "screenDpi">): number {
  return within((px * PT_PER_INCH) / screenDpi)
}

function within(zoom: number): number {
  return Math.min(ZOOMS.most, Math.max(ZOOMS.least, zoom))
}

/** Zooms about a point of the canvas (CSS pixels), which stays where it is. */
export function zoomAt(zoom: number, x: number, y: number): void {
  view.setState((state) => {
    const next = { zoom: within(zoom), screenDpi: state.screenDpi }
    const before = pxPerPt(state)
    const after = pxPerPt(next)
    return {
      zoom: next.zoom,
      fit: null,
      left: state.left + x / before - x / after,
      top: state.top + y / before - y / after,
    }
  })
}

/** Zooms about the middle of the canvas. */
export function zoomTo(zoom: number): void {
  const { width, height } = view.getState()
  zoomAt(zoom, width / 2, height / 2)
}

/** The next zoom of the list, up or down. */
export function zoomStep(zoom: number, direction: 1 | -1): number {
  const near = 1 + direction * 0.01
  const steps = direction > 0 ? ZOOM_STEPS : ZOOM_STEPS.toReversed()
  const next = steps.find((step) => (direction > 0 ? step > zoom * near : step < zoom * near))
  return next ?? within(zoom * (direction > 0 ? ZOOMS.most : 0))
}

/** Moves the page under the canvas by CSS pixels. */
export function panBy(x: number, y: number): void {
  view.setState((state) => ({
    fit: null,
    left: state.left + x / pxPerPt(state),
    top: state.top + y / pxPerPt(state),
  }))
}

/** What of the desk is to fill the window, pt of the page that is shown. */
export interface Extent {
  readonly left: number
  readonly width: number
  readonly height: number
}

/** Shows the whole of an extent, or its whole width, with a margin; the window stays filled so. */
export function fitTo({ left, width: across, height: down }: Extent, fit: "page" | "width"): void {
  view.setState((state) => {
    const { width, height } = state
    const room = { width: width - 2 * MARGIN, height: height - 2 * MARGIN }
    const scale = room.width / across
    const px = fit === "page" ? Math.min(scale, room.height / down) : scale
    const zoom = zoomFor(px, state)
    const shown = pxPerPt({ ...state, zoom })
    return {
      zoom,
      fit,
      left: left + (across - width / shown) / 2,
      top: fit === "page" ? (down - height / shown) / 2 : -MARGIN / shown,
    }
  })
}
