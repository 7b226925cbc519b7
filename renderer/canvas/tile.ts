import type { DisplayList } from "../../layouts/display/list.ts"

/** Edge of a tile in device pixels. */
export const TILE = 512

/** A piece of a page at one scale: column and row of the tile raster. */
export interface TilePlace {
  readonly page: string
  readonly scale: number
  readonly column: number
  readonly row: number
}

/** What the desk tells a tile worker. */
export type TileOrder =
  | { readonly kind: "faces"; readonly ids: readonly string[] }
  | { readonly kind: "list"; readonly list: DisplayList; readonly revision: number }
  | { readonly kind: "picture"; readonly id: string; readonly bitmap: ImageBitmap }
  | { readonly kind: "tile"; readonly place: TilePlace; readonly revision: number }

/** A finished tile, with the revision of the list that it shows. */
export interface TileAnswer {
  readonly place: TilePlace
  readonly revision: number
  readonly bitmap: ImageBitmap
}

/** Name of a tile in a store. */
export function tileKey({ page, scale, column, row }: TilePlace): string {
  return `${page} ${scale} ${column} ${row}`
}
