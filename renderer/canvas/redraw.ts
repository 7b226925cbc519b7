import { useEffect, useRef, type RefObject } from "react"
import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"
import { drawDesk, lookOf } from "./draw-desk.ts"
import { placesOn, placesRound, type Sheet } from "./sheets.ts"
import { pieceOf, pixelsOf } from "./tile.ts"
import type { TileStore } from "./tile-store.ts"

/** A scale must hold so long, ms, before tiles are rastered for it: a zoom passes through many. */
const ZOOM_PAUSE = 90

/** The two canvases of the page: tiles below, frames above. */
export interface Canvases {
  readonly paper: RefObject<HTMLCanvasElement | null>
  readonly over: RefObject<HTMLCanvasElement | null>
}

/** Pixels of other pages that are drawn before anybody turns to them; four bytes each, 24 MiB. */
const MOST_TURNS = 6 * 1024 * 1024

/** The page must lie still so long, ms, before other pages are drawn ahead. */
const TURN_PAUSE = 200

/** What is to be drawn: the sheets, and what lies over them. */
export interface Picture {
  sheets(ratio: number): readonly Sheet[]
  /** The sheets that turning to other pages would show, the nearest first. */
  turns(ratio: number): readonly Sheet[]
  overlay(surface: CanvasRenderingContext2D): void
}

/**
 * Draws once a frame, however often it is asked, and the paper only where it looks otherwise than
 * before. The lower canvas tells in `data-sharp` whether all that it shows is final, and in
 * `data-sheet` where its first sheet lies: left, top, scale, in device pixels.
 */
export function useRedraw(
  canvases: Canvases,
  tiles: TileStore,
  picture: RefObject<Picture>,
): { readonly now: () => void } {
  const handle = useRef({ now: () => {} })
  useEffect(() => {
    const drawing = openDrawing(canvases, tiles, picture)
    handle.current.now = drawing.all
    const stops = [
      // Another page is asked for before the panels turn to it: the workers draw it meanwhile.
      view.subscribe((now, before) => (now.page === before.page ? drawing.all() : drawing.now())),
      desk.subscribe(drawing.all),
      tiles.onTile(drawing.paper),
    ]
    drawing.all()
    return () => {
      stops.forEach((stop) => stop())
      drawing.end()
    }
  }, [canvases, tiles, picture])
  return handle.current
}

/** Draws what is asked for in the next frame. */
interface Drawing {
  all(): void
  /** Draws all at once. */
  now(): void
  /** The paper alone: a tile came. */
  paper(): void
  end(): void
}

function openDrawing(
  { paper, over }: Canvases,
  tiles: TileStore,
  picture: RefObject<Picture>,
): Drawing {
  let asked = 0
  let overlay = false
  let look: readonly unknown[] = []
  let zoom = { scale: 0, at: 0, again: 0 }
  let ahead = 0
  const ask = (): void => {
    if (asked === 0) asked = requestAnimationFrame(draw)
  }
  const all = (): void => {
    overlay = true
    ask()
  }
  const draw = (): void => {
    asked = 0
    const below = paper.current?.getContext("2d", { alpha: false })
    const above = over.current?.getContext("2d")
    if (!below || !above) return
    const sheets = picture.current.sheets(window.devicePixelRatio)
    const state = view.getState()
    const next = lookOf(below.canvas, sheets, tiles, state)
    if (next.length !== look.length || next.some((part, i) => part !== look[i])) {
      drawDesk(below, sheets, tiles, state)
      look = next
    }
    tell(below.canvas, sheets, tiles)
    if (overlay) picture.current.overlay(above)
    overlay = false
    const scale = sheets[0]?.scale ?? 0
    const held = scale === zoom.scale
    if (!held) {
      clearTimeout(zoom.again)
      zoom = { scale, at: performance.now(), again: window.setTimeout(ask, ZOOM_PAUSE) }
    }
    const resting = performance.now() - zoom.at >= ZOOM_PAUSE - 1
    const bare = isBare(sheets, tiles)
    if (resting || (bare && held)) wish(sheets, below.canvas, tiles)
    // A window that is being laid out has another size in the next frame.
    else if (bare) ask()
    clearTimeout(ahead)
    ahead = window.setTimeout(() => wishTurns(below.canvas), TURN_PAUSE)
  }
  const wishTurns = (canvas: HTMLCanvasElement): void => {
    let left = MOST_TURNS
    const places = picture.current.turns(window.devicePixelRatio).flatMap((sheet) => {
      const shown = placesOn(sheet, canvas)
      for (const place of shown) left -= pixelsOf(pieceOf(place, sheet.list!.trim))
      return left < 0 ? [] : shown
    })
    tiles.wish("turns", places)
  }
  return {
    all,
    now() {
      cancelAnimationFrame(asked)
      overlay = true
      draw()
    },
    paper: ask,
    end() {
      clearTimeout(zoom.again)
      clearTimeout(ahead)
      cancelAnimationFrame(asked)
    },
  }
}

/** True when there is nothing at all to show of a sheet in the meantime. */
function isBare(sheets: readonly Sheet[], tiles: TileStore): boolean {
  return sheets.some(({ list }) => list !== null && !tiles.holds(list.page))
}

function wish(sheets: readonly Sheet[], canvas: HTMLCanvasElement, tiles: TileStore): void {
  const seen = sheets.flatMap((sheet) => placesOn(sheet, canvas))
  const next = sheets.flatMap((sheet) => placesRound(sheet, canvas))
  tiles.wish("page", [...seen, ...next])
}

function tell(canvas: HTMLCanvasElement, sheets: readonly Sheet[], tiles: TileStore): void {
  const [first] = sheets
  const place = first ? `${first.x} ${first.y} ${first.scale}` : ""
  const isSharp = (sheet: Sheet): boolean =>
    sheet.list !== null && placesOn(sheet, canvas).every((one) => tiles.isSharp(one))
  const sharp = String(sheets.every(isSharp))
  const { dataset } = canvas
  if (dataset["sheet"] !== place) dataset["sheet"] = place
  if (dataset["sharp"] !== sharp) dataset["sharp"] = sharp
}
