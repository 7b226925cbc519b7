import fc from "fast-check"
import { afterEach, describe, expect, it, vi } from "vitest"
import type { DisplayList, Item } from "../../layouts/display/list.ts"
import { pt } from "../../layouts/units.ts"
import { boundsOf, meets } from "../../renderer/canvas/bounds.ts"
import { changedAreas, lean, NO_ITEMS, patched, patchOf } from "../../renderer/canvas/list-patch.ts"
import { areaOf, pieceOf, pieceWithin, TILE } from "../../renderer/canvas/tile.ts"
import { openTileStore, type HeldTile, type TileStore } from "../../renderer/canvas/tile-store.ts"
import { stubWorkers, type StubWorkers } from "../build/stub-workers.ts"
import { pageOf, setLine } from "../build/pdf-page.ts"

/** A black box; an item of its own each time, as composing makes them. */
function block(x: number, y: number, width = 10, height = 10): Item {
  const path = [
    ["M", x, y],
    ["L", x + width, y],
    ["L", x + width, y + height],
    ["L", x, y + height],
    ["Z"],
  ] as const
  return { kind: "fill", ink: "black", path }
}

const LINE = setLine("瑞河港口开行首班列车")

/** Items of a small page: boxes here and there, and lines that share their glyphs. */
const item = fc.oneof(
  fc.tuple(fc.nat(180), fc.nat(280)).map(([x, y]) => block(x, y)),
  fc.nat(250).map((y): Item => ({ ...LINE, y: pt(y) })),
)
const items = fc.array(item, { maxLength: 12 })

/** A list with some of its items taken out and others put in. */
const change = fc.record({ from: fc.nat(12), removed: fc.nat(4), added: items })

function changed(
  before: readonly Item[],
  by: typeof change extends fc.Arbitrary<infer T> ? T : never,
) {
  const copies = before.map((one): Item => (one.kind === "glyphs" ? { ...one } : one))
  return copies.toSpliced(by.from, by.removed, ...by.added)
}

/** What is inked at a point, in words. */
function inkAt(list: readonly Item[], x: number, y: number): string {
  const spot = { left: x - 0.01, top: y - 0.01, right: x + 0.01, bottom: y + 0.01 }
  return list
    .filter((one) => {
      const bounds = boundsOf(one)
      return bounds !== null && meets(bounds, spot)
    })
    .map((one) => JSON.stringify(boundsOf(one)))
    .join()
}

const spots = Array.from({ length: 60 }, (_, i) => [((i * 37) % 200) + 0.5, i * 5 + 0.5] as const)

describe("a patch", () => {
  it("makes the old list draw as the new one, and says where ink came or went", () => {
    fc.assert(
      fc.property(items, change, (before, by) => {
        const after = changed(before, by)
        const patch = patchOf(before, pageOf(after))
        const ink = (list: readonly Item[]) => list.map((one) => JSON.stringify(boundsOf(one)))
        if (!patch) return void expect(ink(after)).toEqual(ink(before))
        expect(ink(patched(before, patch).items)).toEqual(ink(after))
        const told = lean(patch, before)
        expect(ink(patched(before, told).items)).toEqual(ink(after))
        const stays = patch.items.filter((one) => before.indexOf(one) >= patch.from)
        expect(told.items.filter((one) => typeof one === "number").length).toBe(stays.length)
        const areas = changedAreas(before, patch)
        for (const [x, y] of spots) {
          const spot = { left: x, top: y, right: x + 0.01, bottom: y + 0.01 }
          if (areas.some((area) => meets(area, spot))) continue
          expect(inkAt(after, x, y)).toBe(inkAt(before, x, y))
        }
      }),
    )
  })

  it("of lines that were only made anew is none", () => {
    const before = [block(1, 1), LINE, { ...LINE, y: pt(80) }]
    const again = before.map((one): Item => (one.kind === "glyphs" ? { ...one } : one))
    expect(patchOf(before, pageOf(again))).toBeNull()
    expect(patchOf(NO_ITEMS, pageOf(before))).toMatchObject({ from: 0, removed: 0 })
  })

  it("that moves a matrix touches all of the page", () => {
    const push: Item = { kind: "push", matrix: [1, 0, 0, 1, 50, 50], clip: null }
    const before = [block(1, 1)]
    const after = [push, before[0]!, { kind: "pop" } as const]
    const areas = changedAreas(before, patchOf(before, pageOf(after))!)
    expect(
      areas.some((area) => meets(area, { left: 199, top: 299, right: 200, bottom: 300 })),
    ).toBe(true)
  })
})

describe("tiles", () => {
  const sheet = fc.record({
    width: fc.double({ min: 20, max: 1200, noNaN: true }),
    height: fc.double({ min: 20, max: 1700, noNaN: true }),
    scale: fc.double({ min: 0.05, max: 3, noNaN: true }),
  })

  it("cover a sheet's pixels once and go no further", () => {
    fc.assert(
      fc.property(sheet, ({ width, height, scale }) => {
        const pixels = { width: Math.round(width * scale), height: Math.round(height * scale) }
        const columns = Math.ceil(pixels.width / TILE)
        const rows = Math.ceil(pixels.height / TILE)
        let area = 0
        for (let row = 0; row < rows; row += 1)
          for (let column = 0; column < columns; column += 1) {
            const piece = pieceOf({ page: "A1", scale, column, row }, { width, height })
            expect([piece.x, piece.y]).toEqual([column * TILE, row * TILE])
            area += piece.width * piece.height
          }
        expect(area).toBe(pixels.width * pixels.height)
      }),
    )
  })

  it("are patched in whole pixels that hold every area that touches them", () => {
    const corner = fc.double({ min: -50, max: 400, noNaN: true })
    const side = fc.double({ min: 0.1, max: 200, noNaN: true })
    const area = fc.record({ left: corner, top: corner, width: side, height: side })
    fc.assert(
      fc.property(sheet, area, ({ width, height, scale }, { left, top, ...size }) => {
        const bounds = { left, top, right: left + size.width, bottom: top + size.height }
        const tile = pieceOf({ page: "A1", scale, column: 0, row: 0 }, { width, height })
        const part = pieceWithin(tile, [bounds])
        if (!part) return void expect(meets(bounds, areaOf(tile))).toBe(false)
        const [own, all] = [areaOf(part), areaOf(tile)]
        expect(own.left).toBeLessThanOrEqual(Math.max(bounds.left, all.left))
        expect(own.bottom).toBeGreaterThanOrEqual(Math.min(bounds.bottom, all.bottom) - 1e-9)
        for (const edge of [part.x, part.y, part.width, part.height])
          expect(Number.isInteger(edge)).toBe(true)
        expect(part.x + part.width).toBeLessThanOrEqual(tile.x + tile.width)
        expect(part.width * part.height).toBeGreaterThan(0)
      }),
    )
  })
})

describe("the tile store", () => {
  let workers: StubWorkers | null = null
  afterEach(() => {
    workers?.restore()
    workers = null
  })

  function opened(): { store: TileStore; workers: StubWorkers } {
    workers = stubWorkers()
    return { store: openTileStore(() => null), workers }
  }

  const place = { page: "A1", scale: 1, column: 0, row: 0 }

  /** What a tile shows at a point: the list that its topmost bitmap there was made of. */
  function shownAt({ bitmap, piece, patches }: HeldTile, x: number, y: number): DisplayList {
    const over = patches.findLast(({ piece: part }) => {
      const area = areaOf(part)
      return meets(area, { left: x, top: y, right: x + 0.01, bottom: y + 0.01 })
    })
    expect(piece.x).toBe(0)
    const top = over ?? { bitmap, piece }
    return workers!.listIn(top.bitmap, x - top.piece.x, y - top.piece.y)
  }

  it("shows the newest page everywhere once its orders are filled, in whatever order things come", () => {
    const step = fc.oneof(
      change.map((by) => ({ kind: "change" as const, by })),
      fc.nat(5).map((which) => ({ kind: "answer" as const, which })),
      fc.constant({ kind: "wish" as const }),
    )
    fc.assert(
      fc.property(items, fc.array(step, { maxLength: 20 }), (first, steps) => {
        const { store, workers: bench } = opened()
        let list = pageOf(first)
        store.setList(list)
        store.wish("page", [place])
        for (const one of steps) {
          if (one.kind === "answer") bench.answer(one.which)
          else if (one.kind === "wish") store.wish("page", [place])
          else {
            list = pageOf(changed(list.items, one.by))
            store.setList(list)
          }
        }
        do store.wish("page", [place])
        while (bench.answer(0))
        expect(store.isSharp(place)).toBe(true)
        const tile = store.tile(place)!
        for (const [x, y] of spots)
          expect(inkAt(shownAt(tile, x, y).items, x, y)).toBe(inkAt(list.items, x, y))
        bench.restore()
      }),
    )
  })

  it("makes one of a tile and its patches when there are many, and has nothing drawn for it", () => {
    const { store, workers: bench } = opened()
    const items = Array.from({ length: 12 }, (_, i) => block(20, 20 * i))
    let list = pageOf(items)
    store.setList(list)
    store.wish("page", [place])
    bench.answer(0)
    for (const [i] of items.entries()) {
      list = pageOf(list.items.with(i, block(100 + i, 20 * i)))
      store.setList(list)
      expect(bench.orders().map(({ height }) => height < 300)).toEqual([true])
      bench.answer(0)
      expect(store.tile(place)!.patches.length).toBeLessThan(6)
    }
    expect(store.isSharp(place)).toBe(true)
    for (const [i] of items.entries()) {
      const spot = [100 + i + 5, 20 * i + 5] as const
      expect(inkAt(shownAt(store.tile(place)!, ...spot).items, ...spot)).not.toBe("")
    }
  })

  it("draws the strip when the canvas has what it asked for", () => {
    const { store, workers: bench } = opened()
    store.setList(pageOf([block(1, 1)]))
    store.setList(pageOf([block(1, 1)], "A2"))
    store.wish("strip", [{ ...place, page: "A2", scale: 0.05 }])
    expect(bench.orders()).toEqual([])
    store.wish("page", [place])
    expect(bench.orders().map(({ page }) => page)).toEqual(["A1"])
    bench.answer(0)
    expect(bench.orders().map(({ page }) => page)).toEqual(["A2"])
  })

  it("draws pages that may be turned to when all others have what they asked for, a tile at a time", () => {
    const { store, workers: bench } = opened()
    for (const page of ["A1", "A2", "A3"]) store.setList(pageOf([block(1, 1)], page))
    const turns = ["A2", "A3"].map((page) => ({ ...place, page }))
    store.wish("page", [place])
    store.wish("strip", [{ ...place, scale: 0.05 }])
    store.wish("turns", turns)
    const asked = () => bench.orders().map(({ page, scale }) => `${page} ${scale}`)
    expect(asked()).toEqual(["A1 1"])
    bench.answer(0)
    expect(asked()).toEqual(["A1 0.05"])
    bench.answer(0)
    expect(asked()).toEqual(["A2 1"])
    bench.answer(0)
    expect(asked()).toEqual(["A3 1"])
    store.wish("page", [{ ...place, page: "A2" }])
    expect(store.isSharp({ ...place, page: "A2" })).toBe(true)
    store.setList(pageOf([block(9, 9)], "A2"))
    expect(store.isSharp({ ...place, page: "A2" })).toBe(false)
    while (bench.answer(0));
    expect(turns.every((one) => store.isSharp(one))).toBe(true)
  })

  it("orders the changed part of a tile, not all of it", () => {
    const { store, workers: bench } = opened()
    const before = [block(10, 10), block(100, 200)]
    store.setList(pageOf(before))
    store.wish("page", [place])
    expect(bench.orders()).toMatchObject([{ width: 200, height: 300 }])
    bench.answer(0)
    store.setList(pageOf([before[0]!, block(100, 220)]))
    expect(store.isSharp(place)).toBe(false)
    store.wish("page", [place])
    const [part] = bench.orders()
    expect(part!.width * part!.height).toBeLessThan(2000)
  })

  it("sends the workers no list that nobody looks at, and of a known one what changed", () => {
    const { store, workers: bench } = opened()
    const items = Array.from({ length: 200 }, (_, i) => block(i % 190, i))
    store.setList(pageOf(items))
    store.setList(pageOf([], "A2"))
    store.wish("page", [place])
    expect(bench.patches().map(({ sheet }) => sheet.page)).toEqual(["A1"])
    bench.answer(0)
    store.setList(pageOf(items.with(100, block(5, 5))))
    store.wish("page", [place])
    expect(bench.patches()[1]).toMatchObject({ from: 100, removed: 1 })
  })

  it("forgets wishes that were replaced, and never has more than the workers' hands full", () => {
    const { store, workers: bench } = opened()
    const trim = { width: pt(4000), height: pt(4000) }
    store.setList({ ...pageOf([]), trim })
    const row = (n: number) =>
      Array.from({ length: 7 }, (_, column) => ({ ...place, column, row: n }))
    store.wish("page", row(0))
    store.wish("page", row(5))
    expect(bench.orders().map(({ y }) => y)).toEqual([0, 0, 0, 0])
    while (bench.answer(0));
    expect(store.tile({ ...place, column: 6, row: 0 })).toBeNull()
    expect(row(5).every((one) => store.isSharp(one))).toBe(true)
  })

  it("shows nothing of one issue for a page of the same name in the next", () => {
    const { store, workers: bench } = opened()
    store.setPictures("/pictures/one", "print")
    store.setList(pageOf([block(1, 1)]))
    store.wish("page", [place])
    bench.answer(0)
    store.setPictures("/pictures/one", "colour")
    expect(store.tile(place)).not.toBeNull()
    store.setPictures("/pictures/two", "print")
    expect(store.tile(place)).toBeNull()
    expect(store.standIns("A1", { left: 0, top: 0, right: 9, bottom: 9 }, 1)).toEqual([])
  })

  it("lets the coarsest and the nearest scale stand in, the nearest on top", () => {
    const { store, workers: bench } = opened()
    store.setList(pageOf([block(1, 1)]))
    const scales = [2, 0.1, 0.5, 1]
    store.wish(
      "page",
      scales.map((scale) => ({ ...place, scale })),
    )
    while (bench.answer(0));
    const area = { left: 0, top: 0, right: 9, bottom: 9 }
    const shown = (scale: number) =>
      store.standIns("A1", area, scale).map((tile) => tile.place.scale)
    expect(shown(0.6)).toEqual([0.1, 0.5])
    expect(shown(30)).toEqual([0.1, 2])
    expect(shown(0.01)).toEqual([0.1])
    expect(store.standIns("A2", area, 1)).toEqual([])
  })

  it("takes a tile again when its picture came, and tells its viewers", () => {
    const { store, workers: bench } = opened()
    const heard = vi.fn()
    store.onTile(heard)
    store.setList(pageOf([block(1, 1)]))
    store.wish("page", [place])
    bench.answer(0, { whole: false })
    expect(store.isSharp(place)).toBe(false)
    bench.again()
    expect(store.isSharp(place)).toBe(true)
    expect(heard).toHaveBeenCalledTimes(3)
  })
})
