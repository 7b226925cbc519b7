import { useEffect, useRef, type RefObject } from "react"
import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"
import { drawDesk } from "./draw-desk.ts"
import { placesOn, placesRound, type Sheet } from "./sheets.ts"
import type { TileStore } from "./tile-store.ts"

/** A scale must hold so long, ms, before tiles are rastered for it: a zoom passes through many. */
const ZOOM_PAUSE = 90

/** The two canvases of the page: tiles below, frames above. */
export interface Canvases {
  readonly paper: RefObject<HTMLCanvasElement | null>
  readonly over: RefObject<HTMLCanvasElement | null>
}

/** What is to be drawn: the sheets, and what lies over them. */
export interface Picture {
  sheets(ratio: number): readonly Sheet[]
  overlay(surface: CanvasRenderingContext2D): void
}

/**
 * Draws once a frame, however often it is asked. The lower canvas tells in `data-sharp` whether all
 * that it shows is final, and in `data-sheet` where its first sheet lies: left, top, scale, in
 * device pixels.
 */
export function useRedraw(
  canvases: Canvases,
  tiles: TileStore,
  picture: RefObject<Picture>,
): { readonly now: () => void } {
  const handle = useRef({ now: () => {} })
  useEffect(() => {
    let asked = 0
    let zoomed = { scale: 0, at: 0, again: 0 }
    const draw = (): void => {
      asked = 0
      const { paper, over } = canvases
      const below = paper.current?.getContext("2d", { alpha: false })
      const above = over.current?.getContext("2d")
      if (!below || !above) return
      const sheets = picture.current.sheets(window.devicePixelRatio)
      const sharp = drawDesk(below, sheets, tiles, view.getState())
      tell(below.canvas, sheets[0], sharp)
      picture.current.overlay(above)
      const scale = sheets[0]?.scale ?? 0
      if (scale !== zoomed.scale) {
        clearTimeout(zoomed.again)
        zoomed = { scale, at: performance.now(), again: window.setTimeout(now, ZOOM_PAUSE) }
      }
      const resting = performance.now() - zoomed.at >= ZOOM_PAUSE - 1
      if (resting || isBare(sheets, tiles)) wish(sheets, below.canvas, tiles)
    }
    const now = (): void => {
      if (asked === 0) asked = requestAnimationFrame(draw)
    }
    handle.current.now = now
    const stops = [view.subscribe(now), tiles.onTile(now), desk.subscribe(now)]
    now()
    return () => {
      stops.forEach((stop) => stop())
      clearTimeout(zoomed.again)
      cancelAnimationFrame(asked)
    }
  }, [canvases, tiles, picture])
  return handle.current
}

/** True when there is nothing at all to show of the sheets in the meantime. */
function isBare(sheets: readonly Sheet[], tiles: TileStore): boolean {
  const everywhere = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 }
  return sheets.some(
    ({ list }) => list !== null && tiles.standIns(list.page, everywhere).length === 0,
  )
}

function wish(sheets: readonly Sheet[], canvas: HTMLCanvasElement, tiles: TileStore): void {
  const seen = sheets.flatMap((sheet) => placesOn(sheet, canvas))
  const next = sheets.flatMap((sheet) => placesRound(sheet, canvas))
  tiles.wish("page", [...seen, ...next])
}

function tell({ dataset }: HTMLCanvasElement, sheet: Sheet | undefined, sharp: boolean): void {
  const place = sheet ? `${sheet.x} ${sheet.y} ${sheet.scale}` : ""
  if (dataset["sheet"] !== place) dataset["sheet"] = place
  if (dataset["sharp"] !== String(sharp)) dataset["sharp"] = String(sharp)
}
