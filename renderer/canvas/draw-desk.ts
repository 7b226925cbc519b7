import type { View } from "../state/view.ts"
import { placesOn, type Sheet } from "./sheets.ts"
import { areaOf, pieceOf, type TilePlace } from "./tile.ts"
import type { HeldTile, TileStore } from "./tile-store.ts"

/** The desk round the paper. */
const SURROUND = { light: "#9a9ca0", dark: "#2b2d31" } as const

/** Where two pages of a spread share the fold. */
const FOLD = "#b9bcc2"

/** The paper's edge and the shadow under it. */
const EDGE = { light: "#6d7076", dark: "#111214" } as const
const SHADOW = "rgb(0 0 0 / 18%)"

/**
 * Draws the surround, the sheets and their tiles into a canvas of device pixels. Only copies: where a
 * tile has not come yet, tiles of other scales stand in.
 */
export function drawDesk(
  surface: CanvasRenderingContext2D,
  sheets: readonly Sheet[],
  tiles: TileStore,
  { dark }: Pick<View, "dark">,
): void {
  const { canvas } = surface
  const look = dark ? "dark" : "light"
  surface.setTransform(1, 0, 0, 1, 0, 0)
  surface.fillStyle = SURROUND[look]
  surface.fillRect(0, 0, canvas.width, canvas.height)
  for (const { x, y, width, height } of sheets) {
    surface.fillStyle = SHADOW
    surface.fillRect(x + 3, y + 3, width, height)
    surface.fillStyle = EDGE[look]
    surface.fillRect(x - 1, y - 1, width + 2, height + 2)
  }
  for (const sheet of sheets) {
    surface.fillStyle = "#fff"
    surface.fillRect(sheet.x, sheet.y, sheet.width, sheet.height)
    for (const place of placesOn(sheet, canvas)) {
      const tile = tiles.tile(place)
      if (tile) drawTile(surface, tile, sheet)
      else standIn(surface, sheet, place, tiles)
    }
    const folded = sheets.some(({ x, width }) => Math.abs(x + width - sheet.x) <= 1)
    surface.fillStyle = FOLD
    if (folded) surface.fillRect(sheet.x, sheet.y, 1, sheet.height)
  }
}

function drawTile(surface: CanvasRenderingContext2D, tile: HeldTile, { x, y }: Sheet): void {
  surface.drawImage(tile.bitmap, x + tile.piece.x, y + tile.piece.y)
  for (const { piece, bitmap } of tile.patches) surface.drawImage(bitmap, x + piece.x, y + piece.y)
}

/** Shows in a tile's place what there is of it at other scales. */
function standIn(
  surface: CanvasRenderingContext2D,
  sheet: Sheet,
  place: TilePlace,
  tiles: TileStore,
): void {
  const piece = pieceOf(place, sheet.list!.trim)
  const others = tiles.standIns(place.page, areaOf(piece), sheet.scale)
  if (others.length === 0) return
  surface.save()
  surface.beginPath()
  surface.rect(sheet.x + piece.x, sheet.y + piece.y, piece.width, piece.height)
  surface.clip()
  surface.imageSmoothingQuality = "low"
  for (const other of others) {
    const factor = sheet.scale / other.place.scale
    for (const { piece: part, bitmap } of [other, ...other.patches])
      surface.drawImage(
        bitmap,
        sheet.x + part.x * factor,
        sheet.y + part.y * factor,
        part.width * factor,
        part.height * factor,
      )
  }
  surface.restore()
}

/**
 * Everything that decides how the desk looks: as long as its parts are the same, one by one, the
 * canvas shows it already.
 */
export function lookOf(
  canvas: HTMLCanvasElement,
  sheets: readonly Sheet[],
  tiles: TileStore,
  { dark }: Pick<View, "dark">,
): readonly unknown[] {
  const parts: unknown[] = [canvas.width, canvas.height, dark]
  for (const sheet of sheets) {
    parts.push(sheet.x, sheet.y, sheet.width, sheet.height)
    for (const place of placesOn(sheet, canvas)) {
      const tile = tiles.tile(place)
      if (tile) parts.push(tile.bitmap, ...tile.patches)
      // What stands in for a tile changes with whatever else comes.
      else parts.push(Symbol())
    }
  }
  return parts
}
