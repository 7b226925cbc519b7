import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { aloud, stretchRead } from "../state/aloud.ts"
import { caret } from "../state/caret.ts"
import { flash } from "../state/jump.ts"
import { composedPage, desk } from "../state/desk.ts"
import { shownLeaves } from "../state/fit.ts"
import {
  lens,
  LENS_KEY,
  lensTo,
  layDownLens,
  type Led,
  type Lens as LensState,
} from "../state/lens.ts"
import { shownCaret } from "../state/show-caret.ts"
import { wordsOnPage } from "../state/show-words.ts"
import { pxPerPt, view, type View } from "../state/view.ts"
import "../style/lens.css"
import { drawDesk } from "./draw-desk.ts"
import { placesOn, sheetOf, type Sheet } from "./sheets.ts"
import type { TileStore } from "./tile-store.ts"

/** Diameter of the magnifier, CSS pixels. */
const SIZE = 280

/** The round magnifier over the page: the very tiles of the page, rastered at its own scale. */
export function Lens({ tiles }: { readonly tiles: TileStore }) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const state = useStore(lens)
  const shown = useStore(view)
  const pages = useStore(desk, ({ pages }) => pages)
  useEffect(follow, [])
  useEffect(() => {
    if (!state.on) return
    const draw = (): void => {
      const surface = canvas.current?.getContext("2d", { alpha: false })
      if (!surface) return
      const sheets = sheetsUnder(state, shown, window.devicePixelRatio)
      tiles.wish(
        "lens",
        sheets.flatMap((sheet) => placesOn(sheet, surface.canvas)),
      )
      drawDesk(surface, sheets, tiles, shown)
      surface.canvas.dataset["sharp"] = String(isSharp(sheets, surface.canvas, tiles))
    }
    draw()
    return tiles.onTile(draw)
  }, [state, shown, pages, tiles])
  useEffect(() => {
    if (!state.on) tiles.wish("lens", [])
  }, [state.on, tiles])
  if (!state.on) return null
  const { x, y } = centreOf(state, shown)
  const pixels = Math.round(SIZE * window.devicePixelRatio)
  return (
    <canvas
      ref={canvas}
      className="lens"
      role="img"
      aria-label={t("lens.shows", { count: state.factor })}
      width={pixels}
      height={pixels}
      style={{ left: x - SIZE / 2, top: y - SIZE / 2, width: SIZE, height: SIZE }}
    />
  )
}

function centreOf({ at }: LensState, { width, height }: View): { x: number; y: number } {
  return at ?? { x: width / 2, y: height / 2 }
}

/** The pages as the magnifier sees them: what is under its middle stays there. */
function sheetsUnder(state: LensState, shown: View, ratio: number): readonly Sheet[] {
  const { x, y } = centreOf(state, shown)
  const px = pxPerPt(shown)
  const zoom = shown.zoom * state.factor
  const half = SIZE / 2 / (px * state.factor)
  const seen = {
    ...shown,
    zoom,
    left: shown.left + x / px - half,
    top: shown.top + y / px - half,
  }
  return shownLeaves().map((leaf) => {
    const list = composedPage(desk.getState(), leaf.page)?.list ?? null
    return sheetOf({ ...leaf, list }, seen, ratio)
  })
}

function isSharp(sheets: readonly Sheet[], canvas: HTMLCanvasElement, tiles: TileStore): boolean {
  return sheets.every((sheet) => placesOn(sheet, canvas).every((place) => tiles.isSharp(place)))
}

/** A key that is held longer than this shows the magnifier only while it is, ms of the keyboard's own clock. */
const HELD = 350

/**
 * Lets the magnifier follow the pointer over the page, and the caret and every place that is shown,
 * so that keys alone lead it too; its key may be held.
 */
function follow(): () => void {
  const move = (event: PointerEvent): void => {
    const room = document.querySelector(".page-canvas")?.getBoundingClientRect()
    if (!room) return
    const [x, y] = [event.clientX - room.left, event.clientY - room.top]
    if (x >= 0 && y >= 0 && x <= room.width && y <= room.height) lens.setState({ at: { x, y } })
  }
  let pressed: number | null = null
  const press = ({ key, repeat, ctrlKey, metaKey, timeStamp }: KeyboardEvent): void => {
    if (key === LENS_KEY && !repeat) pressed = ctrlKey || metaKey ? null : timeStamp
  }
  const release = ({ key, timeStamp }: KeyboardEvent): void => {
    if (key !== LENS_KEY) return
    if (pressed !== null && timeStamp - pressed > HELD) layDownLens()
    pressed = null
  }
  const lead = (box: Led | null | undefined): void => {
    if (box && lens.getState().on) lensTo(box)
  }
  window.addEventListener("pointermove", move)
  window.addEventListener("keydown", press)
  window.addEventListener("keyup", release)
  const stops = [
    caret.subscribe(() => lead(shownCaret())),
    flash.subscribe(({ spot }) => lead(spot?.boxes[0])),
    aloud.subscribe(() => {
      const stretch = stretchRead()
      lead(stretch && wordsOnPage(stretch)?.boxes[0])
    }),
  ]
  return () => {
    window.removeEventListener("pointermove", move)
    window.removeEventListener("keydown", press)
    window.removeEventListener("keyup", release)
    stops.forEach((stop) => stop())
  }
}
