import { meets, type Bounds } from "./bounds.ts"
import {
  areaOf,
  type Piece,
  type PlateShares,
  type Probe,
  type ProbeAnswer,
  type TileAnswer,
  type TileOrder,
} from "./tile.ts"

const WORKERS = 2

/** Pieces that a worker has at a time: one in work, one to go on with. */
const MOST_ORDERS = 2

/** An order that a worker has not answered yet. */
interface Order {
  readonly worker: number
  readonly key: string
  readonly tile: Piece
  /** What changed in its tile since it was given. */
  readonly since: Bounds[]
}

/** The workers that raster pieces of pages. */
export interface TilePress {
  /** Tells every worker. */
  tell(order: TileOrder): void
  hasTime(): boolean
  /** True while nothing is on order. */
  isIdle(): boolean
  /** Orders a piece of the tile of a key. */
  raster(key: string, tile: Piece, piece: Piece): void
  /** Asks what the plates print at a place; one question at a time. */
  probe(probe: Probe): Promise<PlateShares>
  /** True while a piece of a tile is on order. */
  isAsked(key: string): boolean
  /** Notes that areas of a page change while orders are out. */
  soil(page: string, areas: readonly Bounds[]): void
  close(): void
}

/**
 * Starts the workers. `onPiece` gets every piece with what changed in its tile meanwhile; null for a
 * piece that comes again because a picture on it came.
 */
export function openPress(
  onPiece: (answer: TileAnswer, since: readonly Bounds[] | null) => void,
): TilePress {
  const orders = new Map<number, Order>()
  let last = 0
  const workers = Array.from(
    { length: WORKERS },
    () => new Worker(new URL("./tile-worker.ts", import.meta.url), { type: "module" }),
  )
  const tell = (order: TileOrder): void => workers.forEach((worker) => worker.postMessage(order))
  const load = (worker: number): number =>
    [...orders.values()].filter((order) => order.worker === worker).length
  const freest = (): number => (load(0) <= load(1) ? 0 : 1)
  const asked: ((shares: PlateShares) => void)[] = []
  const take = ({ data }: MessageEvent<TileAnswer | ProbeAnswer>): void => {
    if ("shares" in data) return asked.shift()?.(data.shares)
    const order = orders.get(data.order)
    orders.delete(data.order)
    onPiece(data, order?.since ?? null)
  }
  workers.forEach((worker) => worker.addEventListener("message", take))

  return {
    tell,
    isIdle: () => orders.size === 0,
    hasTime: () => load(freest()) < MOST_ORDERS,
    raster(key, tile, piece) {
      const worker = freest()
      last += 1
      orders.set(last, { worker, key, tile, since: [] })
      workers[worker]!.postMessage({ kind: "raster", order: last, piece } satisfies TileOrder)
    },
    probe: (probe) =>
      new Promise((settle) => {
        asked.push(settle)
        workers[0]!.postMessage({ kind: "probe", probe } satisfies TileOrder)
      }),
    isAsked: (key) => [...orders.values()].some((order) => order.key === key),
    soil(page, areas) {
      for (const { tile, since } of orders.values())
        if (tile.page === page) since.push(...areas.filter((area) => meets(area, areaOf(tile))))
    },
    close: () => workers.forEach((worker) => worker.terminate()),
  }
}
