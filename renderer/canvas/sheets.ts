import type { DisplayList } from "../../layouts/display/list.ts"
import { pxPerPt, type View } from "../state/view.ts"
import { TILE, type TilePlace } from "./tile.ts"

/** A page on the canvas, in device pixels: where its sheet lies, and at what scale. */
export interface Sheet {
  /** Null for a page that is not composed yet: its paper is bare. */
  readonly list: DisplayList | null
  /** Device pixels in a point. */
  readonly scale: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A page to be laid down: its size and how far it lies from the page that is worked on, pt. */
export interface Paper {
  readonly list: DisplayList | null
  readonly offset: number
  readonly width: number
  readonly height: number
}

/** Lays a page's sheet on a canvas of device pixels; whole pixels, so that tiles are only copied. */
export function sheetOf({ list, offset, width, height }: Paper, state: View, ratio: number): Sheet {
  const scale = Math.round(pxPerPt(state) * ratio * 1e4) / 1e4
  return {
    list,
    scale,
    x: Math.round((offset - state.left) * scale),
    y: Math.round(-state.top * scale),
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  }
}

/** The tiles of a sheet that a canvas of so many device pixels shows, the middle ones first. */
export function placesOn(
  sheet: Sheet,
  canvas: { readonly width: number; readonly height: number },
): readonly TilePlace[] {
  const { list, scale } = sheet
  if (!list) return []
  const columns = range(sheet.x, sheet.width, canvas.width)
  const rows = range(sheet.y, sheet.height, canvas.height)
  const places = rows.flatMap((row) =>
    columns.map((column) => ({ page: list.page, scale, column, row })),
  )
  const [middleX, middleY] = [canvas.width / 2 - sheet.x, canvas.height / 2 - sheet.y]
  const offCentre = ({ column, row }: TilePlace): number =>
    Math.hypot((column + 0.5) * TILE - middleX, (row + 0.5) * TILE - middleY)
  return places.toSorted((a, b) => offCentre(a) - offCentre(b))
}

/** The tiles just outside the canvas, which a pan would show next. */
export function placesRound(
  sheet: Sheet,
  canvas: { readonly width: number; readonly height: number },
): readonly TilePlace[] {
  const wider = { ...sheet, x: sheet.x + TILE, y: sheet.y + TILE }
  const shown = new Set(placesOn(sheet, canvas).map(({ column, row }) => `${column} ${row}`))
  const round = { width: canvas.width + 2 * TILE, height: canvas.height + 2 * TILE }
  return placesOn(wider, round).filter(({ column, row }) => !shown.has(`${column} ${row}`))
}

/** The tile columns or rows of a sheet, from `origin` and so large, that are seen. */
function range(origin: number, size: number, visible: number): readonly number[] {
  const first = Math.max(0, Math.floor(-origin / TILE))
  const last = Math.min(Math.ceil(size / TILE), Math.ceil((visible - origin) / TILE))
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i)
}
