import type { Bounds } from "./bounds.ts"
import type { ListPatch } from "./list-patch.ts"
import type { Outlines } from "./outlines.ts"

/** Edge of a tile in device pixels. */
export const TILE = 512

/** A place in a page's tile raster at one scale (device pixels in a point). */
export interface TilePlace {
  readonly page: string
  readonly scale: number
  readonly column: number
  readonly row: number
}

/** A rectangle of a page in device pixels at one scale, counted from the page's top left. */
export interface Piece {
  readonly page: string
  readonly scale: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How pictures are shown: as the black plate prints them, or in their colours. */
export type PictureLook = "print" | "colour"

/** What the desk tells a tile worker. */
export type TileOrder =
  | { readonly kind: "outlines"; readonly outlines: readonly Outlines[] }
  | { readonly kind: "list"; readonly patch: ListPatch; readonly revision: number }
  | { readonly kind: "pictures"; readonly address: string; readonly look: PictureLook }
  | { readonly kind: "raster"; readonly order: number; readonly piece: Piece }

/** A finished piece. One that awaits a picture comes again, whole, when the picture came. */
export interface TileAnswer {
  readonly order: number
  readonly piece: Piece
  /** The revision of the page's list that it shows. */
  readonly revision: number
  readonly bitmap: ImageBitmap
  readonly whole: boolean
}

/** Name of a tile in a store. */
export function tileKey({ page, scale, column, row }: TilePlace): string {
  return `${page} ${scale} ${column} ${row}`
}

/** The pixels of a tile on a sheet of so many points: less than a whole tile at the sheet's edges. */
export function pieceOf(
  { page, scale, column, row }: TilePlace,
  sheet: { readonly width: number; readonly height: number },
): Piece {
  const [x, y] = [column * TILE, row * TILE]
  const width = Math.max(1, Math.min(TILE, Math.round(sheet.width * scale) - x))
  const height = Math.max(1, Math.min(TILE, Math.round(sheet.height * scale) - y))
  return { page, scale, x, y, width, height }
}

/** The page points that a piece shows. */
export function areaOf({ scale, x, y, width, height }: Piece): Bounds {
  return {
    left: x / scale,
    top: y / scale,
    right: (x + width) / scale,
    bottom: (y + height) / scale,
  }
}

/** The whole device pixels of a piece that some areas (page points) touch; null for none. */
export function pieceWithin(piece: Piece, areas: readonly Bounds[]): Piece | null {
  const { scale } = piece
  const [right, bottom] = [piece.x + piece.width, piece.y + piece.height]
  const own = areaOf(piece)
  const touching = areas.filter(
    (area) =>
      area.left < own.right &&
      own.left < area.right &&
      area.top < own.bottom &&
      own.top < area.bottom,
  )
  if (touching.length === 0) return null
  // One pixel more on each side: a stroke's antialiased edge may lie in the next one.
  const x = Math.max(piece.x, Math.floor(least(touching, "left") * scale) - 1)
  const y = Math.max(piece.y, Math.floor(least(touching, "top") * scale) - 1)
  const width = Math.min(right, Math.ceil(most(touching, "right") * scale) + 1) - x
  const height = Math.min(bottom, Math.ceil(most(touching, "bottom") * scale) + 1) - y
  return { ...piece, x, y, width, height }
}

function least(areas: readonly Bounds[], edge: keyof Bounds): number {
  return Math.min(...areas.map((area) => area[edge]))
}

function most(areas: readonly Bounds[], edge: keyof Bounds): number {
  return Math.max(...areas.map((area) => area[edge]))
}
