import type { DisplayList, Item } from "../../layouts/display/list.ts"
import { changedAreas, meets, type Bounds } from "./bounds.ts"
import { TILE, tileKey, type TileAnswer, type TileOrder, type TilePlace } from "./tile.ts"

/** Tiles kept; 512² pixels are 1 MiB each. */
const MOST_TILES = 160

const WORKERS = 2

interface HeldTile {
  bitmap: ImageBitmap
  place: TilePlace
  /** False when the page changed under it: shown until its successor comes. */
  fresh: boolean
}

/** Tiles of all pages, rastered in workers; the desk only copies them. */
export interface TileStore {
  /** Takes a page's new list: tiles whose ink changed are drawn anew, the others stay. */
  setList(list: DisplayList): void
  setPicture(id: string, bitmap: ImageBitmap): void
  /** The tile at a place, asked for when it is missing or stale; null until the first one comes. */
  tile(place: TilePlace): ImageBitmap | null
  /** Any tile of the page at another scale that covers the place, to show in the meantime. */
  standIn(place: TilePlace): { readonly bitmap: ImageBitmap; readonly place: TilePlace } | null
  onTile(listen: () => void): () => void
  close(): void
}

/** Starts the tile workers over the faces with these ids. */
export function openTileStore(faceIds: readonly string[]): TileStore {
  const held = new Map<string, HeldTile>()
  const lists = new Map<string, { items: readonly Item[]; revision: number }>()
  const asked = new Map<string, number>()
  const listeners = new Set<() => void>()
  const workers = Array.from(
    { length: WORKERS },
    () => new Worker(new URL("./tile-worker.ts", import.meta.url), { type: "module" }),
  )
  const tell = (order: TileOrder): void => workers.forEach((worker) => worker.postMessage(order))
  tell({ kind: "faces", ids: faceIds })

  const take = ({ data }: MessageEvent<TileAnswer>): void => {
    const key = tileKey(data.place)
    const newest = lists.get(data.place.page)?.revision
    held.get(key)?.bitmap.close()
    held.delete(key)
    held.set(key, { bitmap: data.bitmap, place: data.place, fresh: data.revision === newest })
    asked.delete(key)
    for (const [old, tile] of held) {
      if (held.size <= MOST_TILES) break
      tile.bitmap.close()
      held.delete(old)
    }
    listeners.forEach((listen) => listen())
  }
  workers.forEach((worker) => worker.addEventListener("message", take))

  const ask = (place: TilePlace, key: string): void => {
    const revision = lists.get(place.page)?.revision
    if (revision === undefined || asked.get(key) === revision) return
    asked.set(key, revision)
    workers[(place.column + place.row) % WORKERS]!.postMessage({ kind: "tile", place, revision })
  }

  return {
    setList(list) {
      const before = lists.get(list.page)
      const revision = (before?.revision ?? 0) + 1
      lists.set(list.page, { items: list.items, revision })
      tell({ kind: "list", list: lean(list), revision })
      const areas = before ? changedAreas(before.items, list.items) : []
      for (const tile of held.values())
        if (tile.place.page === list.page && areas.some((area) => meets(area, areaOf(tile.place))))
          tile.fresh = false
      listeners.forEach((listen) => listen())
    },
    setPicture(id, bitmap) {
      for (const worker of workers) worker.postMessage({ kind: "picture", id, bitmap })
      for (const tile of held.values()) tile.fresh = false
      listeners.forEach((listen) => listen())
    },
    tile(place) {
      const key = tileKey(place)
      const tile = held.get(key)
      if (!tile?.fresh) ask(place, key)
      if (tile) {
        held.delete(key)
        held.set(key, tile)
      }
      return tile?.bitmap ?? null
    },
    standIn(place) {
      const area = areaOf(place)
      for (const tile of held.values())
        if (tile.place.page === place.page && covers(areaOf(tile.place), area)) return tile
      return null
    },
    onTile(listen) {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    close() {
      workers.forEach((worker) => worker.terminate())
      held.forEach((tile) => tile.bitmap.close())
      held.clear()
    },
  }
}

/** The list without what painters do not need: the words are three quarters of its weight. */
function lean(list: DisplayList): DisplayList {
  const items = list.items.flatMap((item): Item[] => {
    if (item.kind === "tag") return []
    return [item.kind === "glyphs" ? { ...item, texts: [], source: null } : item]
  })
  return { ...list, items }
}

function areaOf({ scale, column, row }: TilePlace): Bounds {
  const size = TILE / scale
  return {
    left: column * size,
    top: row * size,
    right: (column + 1) * size,
    bottom: (row + 1) * size,
  }
}

function covers(outer: Bounds, inner: Bounds): boolean {
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.right >= inner.right &&
    outer.bottom >= inner.bottom
  )
}
