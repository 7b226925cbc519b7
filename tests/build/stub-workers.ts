import { vi } from "vitest"
import type { DisplayList } from "../../layouts/display/list.ts"
import { NO_ITEMS, patched, type ToldPatch } from "../../renderer/canvas/list-patch.ts"
import type { Piece, TileAnswer, TileOrder } from "../../renderer/canvas/tile.ts"

/** Tile workers that paint nothing: they answer when they are told to, and remember what with. */
export interface StubWorkers {
  /** Pieces on order, in the order they were given. */
  orders(): readonly Piece[]
  /** Patches of lists that the first worker was told. */
  patches(): readonly ToldPatch[]
  /** Fills the order of an index, counted round; false when there is none. */
  answer(which: number, how?: { readonly whole: boolean }): boolean
  /** Answers the last filled order once more, whole, as when a picture came. */
  again(): void
  /** The list that a bitmap shows at a pixel of it: one that others were laid on shows theirs. */
  listIn(bitmap: ImageBitmap, x: number, y: number): DisplayList
  restore(): void
}

interface Bench {
  hear(answer: { readonly data: TileAnswer }): void
  readonly lists: Map<string, { readonly list: DisplayList; readonly revision: number }>
}

/** A bitmap that was drawn into another one. */
interface Laid {
  readonly bitmap: ImageBitmap
  readonly x: number
  readonly y: number
}

/** Puts stubs in the place of web workers, and of the canvas that bitmaps are laid together on. */
export function stubWorkers(): StubWorkers {
  const waiting: { bench: Bench; order: number; piece: Piece }[] = []
  const told: ToldPatch[] = []
  const made = new WeakMap<object, DisplayList>()
  const laid = new WeakMap<object, readonly Laid[]>()
  const benches: Bench[] = []
  let filled: (typeof waiting)[number] | null = null

  class StubWorker {
    readonly bench: Bench = { hear: () => {}, lists: new Map() }
    constructor() {
      benches.push(this.bench)
    }
    addEventListener(_: string, hear: Bench["hear"]): void {
      this.bench.hear = hear
    }
    postMessage(order: TileOrder): void {
      const { bench } = this
      if (order.kind === "raster") waiting.push({ bench, ...order })
      if (order.kind !== "list") return
      const { page } = order.patch.sheet
      if (bench === benches[0]) told.push(order.patch)
      const list = patched(bench.lists.get(page)?.list.items ?? NO_ITEMS, order.patch)
      bench.lists.set(page, { list, revision: order.revision })
    }
    terminate(): void {}
  }
  vi.stubGlobal("Worker", StubWorker)

  class StubCanvas {
    readonly drawn: Laid[] = []
    getContext(): object {
      return {
        drawImage: (bitmap: ImageBitmap, x: number, y: number) => this.drawn.push({ bitmap, x, y }),
      }
    }
    transferToImageBitmap(): ImageBitmap {
      const bitmap = bitmapOf(0, 0)
      laid.set(bitmap, this.drawn)
      return bitmap
    }
  }
  vi.stubGlobal("OffscreenCanvas", StubCanvas)

  const fill = ({ bench, order, piece }: (typeof waiting)[number], whole: boolean): void => {
    const bitmap = bitmapOf(piece.width, piece.height)
    const { list, revision } = bench.lists.get(piece.page)!
    made.set(bitmap, list)
    bench.hear({ data: { order, piece, revision, bitmap, whole } })
  }
  const listIn = (bitmap: ImageBitmap, x: number, y: number): DisplayList => {
    const over = laid
      .get(bitmap)
      ?.findLast((one, i) => i === 0 || isIn(one.bitmap, x - one.x, y - one.y))
    return over ? listIn(over.bitmap, x - over.x, y - over.y) : made.get(bitmap)!
  }
  return {
    orders: () => waiting.map(({ piece }) => piece),
    patches: () => told,
    answer(which, { whole } = { whole: true }) {
      if (waiting.length === 0) return false
      filled = waiting.splice(which % waiting.length, 1)[0]!
      fill(filled, whole)
      return true
    },
    again: () => fill(filled!, true),
    listIn: (bitmap, x, y) => listIn(bitmap, x, y),
    restore: () => void vi.unstubAllGlobals(),
  }
}

function bitmapOf(width: number, height: number): ImageBitmap {
  return { width, height, close: () => {} }
}

function isIn({ width, height }: ImageBitmap, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < width && y < height
}
