import { createStore } from "zustand/vanilla"
import type { Point, ToolId } from "../tools/tool.ts"

/** What this window shows and where its person is; never saved with the issue. */
export interface View {
  /** Page on the canvas. */
  readonly page: string | null
  /** 1 is actual size: 96 CSS pixels an inch. */
  readonly zoom: number
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
  readonly grid: boolean
  readonly frames: boolean
  /** The threads of all articles (续排链), not only of the chosen frames. */
  readonly links: boolean
  /** Original column breaks are marked. */
  readonly breakMarks: boolean
  /** Pictures in their colours (彩色预览) instead of as the black plate prints them. */
  readonly colour: boolean
  readonly dark: boolean
  readonly language: "zh-CN" | "en"
}

/** Smallest and largest zoom: 5 % to 3200 %. */
export const ZOOMS = { least: 0.05, most: 32 } as const

/** CSS pixels in a point at actual size. */
export const PX_PER_PT = 96 / 72

/** The window's own state. */
export const view = createStore<View>(() => ({
  page: null,
  zoom: 0.5,
  left: -20,
  top: -20,
  width: 800,
  height: 600,
  tool: "select",
  selection: [],
  menuAt: null,
  article: null,
  grid: false,
  frames: true,
  links: false,
  breakMarks: true,
  colour: false,
  dark: false,
  language: "zh-CN",
}))

/** CSS pixels a page point takes. */
export function pxPerPt({ zoom }: Pick<View, "zoom">): number {
  return zoom * PX_PER_PT
}

/** Zooms about a point of the canvas (CSS pixels), which stays where it is. */
export function zoomAt(zoom: number, x: number, y: number): void {
  view.setState((state) => {
    const next = Math.min(ZOOMS.most, Math.max(ZOOMS.least, zoom))
    const before = pxPerPt(state)
    const after = pxPerPt({ zoom: next })
    return {
      zoom: next,
      left: state.left + x / before - x / after,
      top: state.top + y / before - y / after,
    }
  })
}

/** Moves the page under the canvas by CSS pixels. */
export function panBy(x: number, y: number): void {
  view.setState((state) => ({
    left: state.left + x / pxPerPt(state),
    top: state.top + y / pxPerPt(state),
  }))
}

/** Shows the whole page, or its whole width, with a margin. */
export function fitPage(size: { width: number; height: number }, whole: boolean): void {
  view.setState(({ width, height }) => {
    const margin = 24
    const across = (width - 2 * margin) / size.width
    const down = (height - 2 * margin) / size.height
    const scale = whole ? Math.min(across, down) : across
    const zoom = Math.min(ZOOMS.most, Math.max(ZOOMS.least, scale / PX_PER_PT))
    const px = pxPerPt({ zoom })
    return {
      zoom,
      left: (size.width - width / px) / 2,
      top: whole ? (size.height - height / px) / 2 : -margin / px,
    }
  })
}
