import type { DisplayList } from "../../layouts/display/list.ts"
import { pxPerPt, type View } from "../state/view.ts"
import { TILE } from "./tile.ts"
import type { TileStore } from "./tile-store.ts"

/** The desk round the paper. */
const SURROUND = { light: "#9a9ca0", dark: "#2b2d31" } as const

/**
 * Draws the surround, the sheet and its tiles into a canvas of device pixels. Only copies: what is
 * not rastered yet shows a tile of another scale, then itself when it comes.
 */
export function drawDesk(
  surface: CanvasRenderingContext2D,
  list: DisplayList | null,
  tiles: TileStore,
  state: View,
): void {
  const ratio = window.devicePixelRatio
  const { canvas } = surface
  surface.setTransform(1, 0, 0, 1, 0, 0)
  surface.fillStyle = state.dark ? SURROUND.dark : SURROUND.light
  surface.fillRect(0, 0, canvas.width, canvas.height)
  if (!list) return
  const scale = Math.round(pxPerPt(state) * ratio * 1e4) / 1e4
  const x = Math.round(-state.left * scale)
  const y = Math.round(-state.top * scale)
  const width = Math.round(list.trim.width * scale)
  const height = Math.round(list.trim.height * scale)
  surface.shadowColor = "rgb(0 0 0 / 35%)"
  surface.shadowBlur = 8 * ratio
  surface.fillStyle = "#fff"
  surface.fillRect(x, y, width, height)
  surface.shadowBlur = 0
  surface.save()
  surface.beginPath()
  surface.rect(x, y, width, height)
  surface.clip()
  drawTiles(surface, list, tiles, { scale, x, y, width, height })
  surface.restore()
}

function drawTiles(
  surface: CanvasRenderingContext2D,
  list: DisplayList,
  tiles: TileStore,
  sheet: { scale: number; x: number; y: number; width: number; height: number },
): void {
  const { canvas } = surface
  const range = (origin: number, size: number, visible: number): readonly number[] => {
    const first = Math.max(0, Math.floor(-origin / TILE))
    const last = Math.min(Math.ceil(size / TILE), Math.ceil((visible - origin) / TILE))
    return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i)
  }
  for (const row of range(sheet.y, sheet.height, canvas.height))
    for (const column of range(sheet.x, sheet.width, canvas.width)) {
      const place = { page: list.page, scale: sheet.scale, column, row }
      const left = sheet.x + column * TILE
      const top = sheet.y + row * TILE
      const bitmap = tiles.tile(place)
      if (bitmap) {
        surface.drawImage(bitmap, left, top)
        continue
      }
      const other = tiles.standIn(place)
      if (!other) continue
      const factor = other.place.scale / sheet.scale
      surface.drawImage(
        other.bitmap,
        column * TILE * factor - other.place.column * TILE,
        row * TILE * factor - other.place.row * TILE,
        TILE * factor,
        TILE * factor,
        left,
        top,
        TILE,
        TILE,
      )
    }
}
