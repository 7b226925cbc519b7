import { useEffect, useMemo, useRef } from "react"
import type { Page } from "../../layouts/issue/page.ts"
import { mmToPt } from "../../layouts/units.ts"
import type { TilePlace } from "../canvas/tile.ts"
import type { TileStore } from "../canvas/tile-store.ts"

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

function openThumbs(tiles: TileStore): Thumbs & { start(): () => void } {
  const shown = new Map<HTMLCanvasElement, Page>()
  let asked = 0
  const draw = (): void => {
    asked = 0
    const places = [...shown].map(([canvas, page]) => drawThumb(canvas, page, tiles))
    tiles.wish("strip", places)
  }
  const ask = (): void => {
    if (asked === 0) asked = requestAnimationFrame(draw)
  }
  return {
    show(page, canvas) {
      shown.set(canvas, page)
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

/** Draws what there is of a page's picture; the place of the tile that shows it. */
function drawThumb(canvas: HTMLCanvasElement, { id, sheet }: Page, tiles: TileStore): TilePlace {
  const scale = Math.round(((HEIGHT * window.devicePixelRatio) / mmToPt(sheet.height)) * 1e4) / 1e4
  const width = Math.max(1, Math.round(mmToPt(sheet.width) * scale))
  const height = Math.max(1, Math.round(mmToPt(sheet.height) * scale))
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  const place = { page: id, scale, column: 0, row: 0 }
  const tile = tiles.tile(place)
  const surface = canvas.getContext("2d", { alpha: false })
  if (!surface) return place
  if (!tile) {
    surface.fillStyle = "#fff"
    surface.fillRect(0, 0, width, height)
    return place
  }
  surface.drawImage(tile.bitmap, 0, 0)
  for (const { piece, bitmap } of tile.patches) surface.drawImage(bitmap, piece.x, piece.y)
  return place
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
