import type { Face } from "../../fonts/face.ts"
import type { DisplayList } from "../../layouts/display/list.ts"
import { meets, type Bounds } from "./bounds.ts"
import {
  changedAreas,
  emptyPatch,
  EVERYWHERE,
  lean,
  NO_ITEMS,
  patchOf,
  sameInks,
} from "./list-patch.ts"
import { outlinesOnce } from "./outlines.ts"
import { pictureAreas } from "./picture-areas.ts"
import {
  areaOf,
  pieceOf,
  pieceWithin,
  pixelsOf,
  TILE,
  tileKey,
  type Piece,
  type PictureLook,
  type PlateLook,
  type PlateShares,
  type Probe,
  type TileAnswer,
  type TilePlace,
} from "./tile.ts"
import { openPress, type TilePress } from "./tile-press.ts"

/** Pixels kept at least, and for each that a viewer wishes for now; four bytes each, 48 MiB. */
const PIXELS_KEPT = { least: 12 * 1024 * 1024, each: 2 } as const

/** Patches that lie over a tile before they are made one with it. */
const MOST_PATCHES = 6

/** A part of a tile above which all of it is rastered anew. */
const LARGE_PATCH = 0.6

/** A tile as it can be shown: its own bitmap, and what changed since, laid over it in order. */
export interface HeldTile {
  readonly place: TilePlace
  readonly piece: Piece
  readonly bitmap: ImageBitmap
  readonly patches: readonly { readonly piece: Piece; readonly bitmap: ImageBitmap }[]
  /** Areas of the page that changed under it, pt: what it shows there is of before. */
  readonly stale: readonly Bounds[]
  /** False while a picture on it is still to come. */
  readonly whole: boolean
}

/**
 * Who shows tiles: the canvas, the magnifier over it, a frozen proof beside it, the strip of small
 * pages, proofs of templates; and the canvas once more, for what turning a page would show.
 */
export type Viewer = "page" | "lens" | "beside" | "strip" | "proofs" | "turns"

/** Tiles of all pages, rastered in workers; whoever shows pages only copies them. */
export interface TileStore {
  /** Takes a page's new list: what of its tiles changed is drawn anew when somebody wishes for them. */
  setList(list: DisplayList): void
  /**
   * Says where the open issue's pictures are had, and how they are shown. Another address is another
   * issue: nothing of the pages before it is shown for its own of the same name.
   */
  setPictures(address: string, look: PictureLook): void
  /** Shows the plates of the pages (分色); null shows the pages again. */
  setPlates(look: PlateLook | null): void
  /** What the plates print at a place; nothing while no plates are shown. */
  probe(probe: Probe): Promise<PlateShares>
  /**
   * What a viewer needs now, most needed first. It replaces what that viewer wished before, so that
   * nobody waits for tiles that have left the window.
   */
  wish(viewer: Viewer, places: readonly TilePlace[]): void
  /** The tile at a place, null until it came. */
  tile(place: TilePlace): HeldTile | null
  /** True when there is any tile of a page. */
  holds(page: string): boolean
  /** True when the tile at a place shows the page as it is. */
  isSharp(place: TilePlace): boolean
  /**
   * Tiles of the page to be seen in an area (pt) until those of a scale come: of the coarsest scale,
   * and over them of the one that is nearest.
   */
  standIns(page: string, area: Bounds, scale: number): readonly HeldTile[]
  onTile(listen: () => void): () => void
  close(): void
}

/** What the workers have of a page before they are told of it. */
const NOTHING: KnownList["told"] = { items: NO_ITEMS, inks: [] }

/** A page's list, and how much of it the workers know. */
interface KnownList {
  list: DisplayList
  told: Pick<DisplayList, "items" | "inks">
  revision: number
}

interface Store {
  /** Where the open issue's pictures are had; "" before there was one. */
  address: string
  readonly held: Map<string, HeldTile>
  readonly lists: Map<string, KnownList>
  readonly wishes: Map<Viewer, readonly TilePlace[]>
  readonly listeners: Set<() => void>
  readonly press: TilePress
  readonly outlines: ReturnType<typeof outlinesOnce>
}

/** Starts the tile workers; `face` gives the face of an id, null for one that is not here. */
export function openTileStore(face: (id: string) => Face | null): TileStore {
  const store: Store = {
    address: "",
    held: new Map(),
    lists: new Map(),
    wishes: new Map(),
    listeners: new Set(),
    press: openPress((answer, since) => take(store, answer, since)),
    outlines: outlinesOnce(face),
  }
  return {
    setList: (list) => setList(store, list),
    setPictures(address, look) {
      if (address !== store.address) forget(store)
      store.address = address
      store.press.tell({ kind: "pictures", address, look })
      for (const { list } of store.lists.values()) soil(store, list.page, pictureAreas(list))
      heard(store)
    },
    setPlates(look) {
      store.press.tell({ kind: "plates", look })
      for (const page of store.lists.keys()) soil(store, page, [EVERYWHERE])
      heard(store)
    },
    probe(probe) {
      if (!store.lists.has(probe.page)) return Promise.resolve(new Map())
      tellList(store, probe.page)
      return store.press.probe(probe)
    },
    wish(viewer, places) {
      store.wishes.set(viewer, places)
      work(store)
    },
    tile(place) {
      const key = tileKey(place)
      const tile = store.held.get(key)
      if (!tile) return null
      store.held.delete(key)
      store.held.set(key, tile)
      return tile
    },
    holds: (page) => [...store.held.values()].some(({ place }) => place.page === page),
    isSharp(place) {
      const tile = store.held.get(tileKey(place))
      return tile !== undefined && tile.whole && tile.stale.length === 0
    },
    standIns: (page, area, scale) => standIns(store, page, area, scale),
    onTile(listen) {
      store.listeners.add(listen)
      return () => store.listeners.delete(listen)
    },
    close() {
      store.press.close()
      store.held.forEach(drop)
      store.held.clear()
    },
  }
}

function standIns(
  { held }: Store,
  page: string,
  area: Bounds,
  wanted: number,
): readonly HeldTile[] {
  const touching = [...held.values()].filter(
    (tile) => tile.place.page === page && meets(areaOf(tile.piece), area),
  )
  const scales = [...new Set(touching.map(({ place }) => place.scale))].toSorted((a, b) => a - b)
  const away = (scale: number): number => Math.abs(Math.log(scale / wanted))
  const nearest = scales.toSorted((a, b) => away(a) - away(b))[0]
  const shown = new Set([scales[0], nearest])
  return touching
    .filter(({ place }) => shown.has(place.scale))
    .sort((a, b) => a.place.scale - b.place.scale)
}

function setList(store: Store, list: DisplayList): void {
  const known = store.lists.get(list.page)
  if (known?.list === list) return
  if (!known) {
    store.lists.set(list.page, { list, told: NOTHING, revision: 0 })
    return heard(store)
  }
  const patch = patchOf(known.list.items, list)
  const { width, height } = known.list.trim
  const resized = width !== list.trim.width || height !== list.trim.height
  const inked = !sameInks(known.list.inks, list.inks)
  const before = known.list.items
  known.list = list
  if (resized || inked) soil(store, list.page, [EVERYWHERE])
  else if (patch) soil(store, list.page, changedAreas(before, patch))
  if (!resized && !inked && !patch) return
  heard(store)
  // What is on show is drawn while the window still works: nobody has to wish for it again.
  work(store)
}

/** Lets go of every tile; those that the workers still draw are of lists that are no longer so. */
function forget({ held, lists, press }: Store): void {
  held.forEach(drop)
  held.clear()
  for (const page of lists.keys()) press.soil(page, [EVERYWHERE])
}

/** Marks what of a page's tiles is no longer so. */
function soil({ held, press }: Store, page: string, areas: readonly Bounds[]): void {
  if (areas.length === 0) return
  press.soil(page, areas)
  for (const [key, tile] of held) {
    if (tile.place.page !== page) continue
    const own = areaOf(tile.piece)
    const touching = areas.filter((area) => meets(area, own))
    if (touching.length > 0) held.set(key, { ...tile, stale: [...tile.stale, ...touching] })
  }
}

/**
 * Gives the workers what is wished for most, as far as they have time. The strip waits until the
 * canvas has all that it asked for; pages that may be turned to wait until all others have, and one
 * tile of them is drawn at a time: whoever asks for another page waits for no more than that.
 */
function work(store: Store): void {
  const { wishes } = store
  const canvas = wishes.get("page")
  const others = (["lens", "beside", "proofs"] as const).flatMap((one) => wishes.get(one) ?? [])
  for (const place of [...(canvas ?? []), ...others]) order(store, place)
  const served = canvas?.every((place) => !wantedAt(store, place)) ?? wishes.has("proofs")
  if (!served) return
  for (const place of wishes.get("strip") ?? []) order(store, place)
  const next = wishes.get("turns")?.find((place) => wantedAt(store, place))
  if (next && store.press.isIdle()) order(store, next)
}

/** Orders what must be rastered at a place, unless it is on order or no worker has time. */
function order(store: Store, place: TilePlace): void {
  const key = tileKey(place)
  if (!store.press.hasTime() || store.press.isAsked(key)) return
  const piece = wantedAt(store, place)
  if (!piece) return
  tellList(store, place.page)
  store.press.raster(key, pieceOf(place, store.lists.get(place.page)!.list.trim), piece)
}

/** What must be rastered at a place; null for nothing, or for a page that is not composed yet. */
function wantedAt({ lists, held }: Store, place: TilePlace): Piece | null {
  const known = lists.get(place.page)
  return known ? wanted(held.get(tileKey(place)), pieceOf(place, known.list.trim)) : null
}

/** What must be rastered of a tile: all of it, the part that changed, or nothing. */
function wanted(tile: HeldTile | undefined, whole: Piece): Piece | null {
  if (!tile || !sameSize(tile.piece, whole)) return whole
  const part = pieceWithin(whole, tile.stale)
  if (!part) return null
  const share = (part.width * part.height) / (whole.width * whole.height)
  return share > LARGE_PATCH ? whole : part
}

/** Brings the workers' list of a page up to date. */
function tellList({ lists, press, outlines }: Store, page: string): void {
  const known = lists.get(page)!
  const patch = patchOf(known.told.items, known.list)
  if (!patch && sameInks(known.told.inks, known.list.inks) && known.revision > 0) return
  const before = known.told.items
  known.revision += 1
  known.told = known.list
  const told = patch ?? emptyPatch(known.list)
  const fresh = outlines(told.items)
  if (fresh.length > 0) press.tell({ kind: "outlines", outlines: fresh })
  press.tell({ kind: "list", patch: lean(told, before), revision: known.revision })
}

/** Keeps a piece that came. `since` is what changed in its tile after it was asked for. */
function take(store: Store, answer: TileAnswer, since: readonly Bounds[] | null): void {
  const { held, lists } = store
  const { piece, bitmap, whole } = answer
  const known = lists.get(piece.page)
  const place = placeOf(piece)
  const key = tileKey(place)
  const tile = held.get(key)
  const full = known && sameSize(piece, pieceOf(place, known.list.trim))
  // A piece that came again for its picture may be older than what was laid down since.
  const late = since === null && answer.revision !== known?.revision
  const stale = late ? [EVERYWHERE] : (since ?? tile?.stale ?? [])
  if (full) {
    if (tile) drop(tile)
    held.delete(key)
    held.set(key, { place, piece, bitmap, patches: [], stale, whole })
  } else if (tile) {
    const laid = flattened({ ...tile, patches: [...tile.patches, { piece, bitmap }] })
    held.set(key, { ...laid, stale, whole: whole && (since === null || tile.whole) })
  } else bitmap.close()
  evict(store)
  heard(store)
  work(store)
}

/** A tile with many patches as one that has none and shows the same. */
function flattened(tile: HeldTile): HeldTile {
  const { piece, bitmap, patches } = tile
  if (patches.length < MOST_PATCHES) return tile
  const canvas = new OffscreenCanvas(piece.width, piece.height)
  const surface = canvas.getContext("2d", { alpha: false })!
  surface.drawImage(bitmap, 0, 0)
  for (const { piece: part, bitmap: over } of patches)
    surface.drawImage(over, part.x - piece.x, part.y - piece.y)
  drop(tile)
  return { ...tile, bitmap: canvas.transferToImageBitmap(), patches: [] }
}

/** The tile that a piece is all or part of. */
function placeOf({ page, scale, x, y }: Piece): TilePlace {
  return { page, scale, column: Math.floor(x / TILE), row: Math.floor(y / TILE) }
}

function sameSize(a: Piece, b: Piece): boolean {
  return a.width === b.width && a.height === b.height
}

/** Lets go of the tiles that were shown longest ago. */
function evict({ held, lists, wishes }: Store): void {
  let wished = 0
  for (const [viewer, places] of wishes)
    for (const place of places) {
      const trim = lists.get(place.page)?.list.trim
      const each = viewer === "turns" ? 1 : PIXELS_KEPT.each
      wished += trim ? each * pixelsOf(pieceOf(place, trim)) : 0
    }
  const most = Math.max(PIXELS_KEPT.least, wished)
  let kept = 0
  for (const { piece } of held.values()) kept += pixelsOf(piece)
  for (const [key, tile] of held) {
    if (kept <= most) return
    kept -= pixelsOf(tile.piece)
    drop(tile)
    held.delete(key)
  }
}

function drop({ bitmap, patches }: HeldTile): void {
  bitmap.close()
  patches.forEach((patch) => patch.bitmap.close())
}

function heard({ listeners }: Store): void {
  listeners.forEach((listen) => listen())
}
