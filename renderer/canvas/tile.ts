import type { Bounds } from "./bounds.ts"
import type { ToldPatch } from "./list-patch.ts"
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

/**
 * How pictures are shown: as the black plate prints them, in their colours, or as the plates of a
 * printing condition, one below the other.
 */
export type PictureLook = "print" | "colour" | `plates-${string}`

/** How the plates of pages are shown (分色): which are not, and what is too much ink. */
export interface PlateLook {
  /** Plates that are switched off; when one alone is left it is shown in grey. */
  readonly hidden: readonly string[]
  /** Total ink in percent above which a place is marked; null marks none. */
  readonly limit: number | null
}

/** A place of a page whose inks are asked for, and the pixel's size. */
export interface Probe {
  readonly page: string
  readonly scale: number
  /** Device pixels from the page's top left. */
  readonly x: number
  readonly y: number
}

/** What each plate prints at a place, 0 to 1, by the plate's name. */
export type PlateShares = ReadonlyMap<string, number>

/** What the desk tells a tile worker. */
export type TileOrder =
  | { readonly kind: "outlines"; readonly outlines: readonly Outlines[] }
  | { readonly kind: "list"; readonly patch: ToldPatch; readonly revision: number }
  | { readonly kind: "pictures"; readonly address: string; readonly look: PictureLook }
  | { readonly kind: "plates"; readonly look: PlateLook | null }
  | { readonly kind: "probe"; readonly probe: Probe }
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

/** What a tile worker answers to a probe. */
export interface ProbeAnswer {
  readonly shares: PlateShares
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

/** How many device pixels a piece has. */
export function pixelsOf({ width, height }: Piece): number {
  return width * height
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
