import { useEffect, useMemo, useRef } from "react"
import type { Page } from "../../layouts/issue/page.ts"
import { mmToPt } from "../../layouts/units.ts"
import type { TilePlace } from "../canvas/tile.ts"
import type { HeldTile, TileStore } from "../canvas/tile-store.ts"

/** Height of a page in the strip, CSS pixels. */
const HEIGHT = 72

/** The small pictures of pages that are in sight, drawn from the tiles that the canvas has too. */
export interface Thumbs {
  /** Draws a page into a canvas from now on, whenever it changes; returns how to stop. */
  show(page: Page, canvas: HTMLCanvasElement): () => void
}

/** Keeps the pictures of the strip; all wish for their tiles together, after those of the canvas. */
export function useThumbs(tiles: TileStore): Thumbs {
  const thumbs = useMemo(() => openThumbs(tiles), [tiles])
  useEffect(() => thumbs.start(), [thumbs])
  return thumbs
}

/** A page in the strip, and the tile that it shows. */
interface Shown {
  readonly page: Page
  tile: HeldTile | null
}

function openThumbs(tiles: TileStore): Thumbs & { start(): () => void } {
  const shown = new Map<HTMLCanvasElement, Shown>()
  let asked = 0
  const draw = (): void => {
    asked = 0
    const places = [...shown].map(([canvas, one]) => {
      const place = placeOf(one.page)
      const tile = tiles.tile(place)
      if (tile && (tile.bitmap !== one.tile?.bitmap || tile.patches !== one.tile.patches))
        drawThumb(canvas, tile)
      else if (!tile && one.tile) wipe(canvas)
      one.tile = tile
      return place
    })
    tiles.wish("strip", places)
  }
  const ask = (): void => {
    if (asked === 0) asked = requestAnimationFrame(draw)
  }
  return {
    show(page, canvas) {
      shown.set(canvas, { page, tile: null })
      ask()
      return () => void shown.delete(canvas)
    },
    start() {
      const stop = tiles.onTile(ask)
      return () => {
        stop()
        cancelAnimationFrame(asked)
        asked = 0
        tiles.wish("strip", [])
      }
    },
  }
}

/** The one tile that holds a page at the strip's height. */
function placeOf({ id, sheet }: Page): TilePlace {
  const scale = (HEIGHT * window.devicePixelRatio) / mmToPt(sheet.height)
  return { page: id, scale: Math.round(scale * 1e4) / 1e4, column: 0, row: 0 }
}

function drawThumb(canvas: HTMLCanvasElement, { piece, bitmap, patches }: HeldTile): void {
  if (canvas.width !== piece.width) canvas.width = piece.width
  if (canvas.height !== piece.height) canvas.height = piece.height
  const surface = canvas.getContext("2d", { alpha: false })
  surface?.drawImage(bitmap, 0, 0)
  for (const patch of patches) surface?.drawImage(patch.bitmap, patch.piece.x, patch.piece.y)
}

function wipe(canvas: HTMLCanvasElement): void {
  const surface = canvas.getContext("2d", { alpha: false })
  if (!surface) return
  surface.fillStyle = "#fff"
  surface.fillRect(0, 0, canvas.width, canvas.height)
}

/** What a small picture of a page needs. */
export interface PageThumbProps {
  readonly page: Page
  readonly thumbs: Thumbs
}

/** A small picture of a page as it prints. */
export function PageThumb({ page, thumbs }: PageThumbProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    let stop: (() => void) | null = null
    const watch = new IntersectionObserver(([entry]) => {
      stop?.()
      stop = entry?.isIntersecting ? thumbs.show(page, element) : null
    })
    watch.observe(element)
    return () => {
      watch.disconnect()
      stop?.()
    }
  }, [page, thumbs])
  const width = (HEIGHT * page.sheet.width) / page.sheet.height
  return <canvas ref={canvas} aria-hidden="true" style={{ width, height: HEIGHT }} />
}
