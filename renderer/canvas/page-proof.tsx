import { useEffect, useId, useRef } from "react"
import type { DisplayList } from "../../layouts/display/list.ts"
import { placesOn } from "./sheets.ts"
import type { TilePlace } from "./tile.ts"
import type { TileStore } from "./tile-store.ts"

/** What the proofs in dialogs wish for, by proof; the tile workers hear of all of them together. */
const wishes = new Map<string, readonly TilePlace[]>()

/** What a small page needs. */
export interface PageProofProps {
  readonly tiles: TileStore
  /** The page's list, as the tile store was told it. */
  readonly list: DisplayList
  /** Width in CSS pixels. */
  readonly width: number
  readonly label: string
}

/** A page as it prints, small: painted by the tile workers from the very list of the page. */
export function PageProof({ tiles, list, width, label }: PageProofProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const id = useId()
  const scale = Math.floor(((width * window.devicePixelRatio) / list.trim.width) * 1e4) / 1e4
  const pixels = {
    width: Math.round(list.trim.width * scale),
    height: Math.round(list.trim.height * scale),
  }
  useEffect(() => {
    const size = { width: list.trim.width * scale, height: list.trim.height * scale }
    const places = placesOn({ list, scale, x: 0, y: 0, ...size }, size)
    const draw = (): void => {
      const surface = canvas.current?.getContext("2d")
      if (surface) drawTiles(surface, places, tiles)
    }
    const wish = (): void => tiles.wish("proofs", [...wishes.values()].flat())
    wishes.set(id, places)
    wish()
    draw()
    const stop = tiles.onTile(draw)
    return () => {
      stop()
      wishes.delete(id)
      wish()
    }
  }, [tiles, list, scale, id])
  return (
    <canvas
      ref={canvas}
      className="page-proof"
      role="img"
      aria-label={label}
      {...pixels}
      style={{ width, height: (width * list.trim.height) / list.trim.width }}
    />
  )
}

/** Lays the tiles that have come on white paper; `data-sharp` tells whether all have. */
function drawTiles(
  surface: CanvasRenderingContext2D,
  places: readonly TilePlace[],
  tiles: TileStore,
): void {
  surface.fillStyle = "#fff"
  surface.fillRect(0, 0, surface.canvas.width, surface.canvas.height)
  for (const place of places) {
    const tile = tiles.tile(place)
    if (!tile) continue
    surface.drawImage(tile.bitmap, tile.piece.x, tile.piece.y)
    for (const { piece, bitmap } of tile.patches) surface.drawImage(bitmap, piece.x, piece.y)
  }
  surface.canvas.dataset["sharp"] = String(places.every((place) => tiles.isSharp(place)))
}
