import fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import type { DisplayList, Glyphs, Item, Segment } from "../../layouts/display/list.ts"
import { pt } from "../../layouts/units.ts"
import type { PdfPress, PictureBytes } from "../../main/export/pdf/order.ts"
import { writePdf } from "../../main/export/pdf/write.ts"
import { loadPictures } from "../../main/pictures/print.ts"
import { pressesOf } from "../../main/press.ts"
import { distance, type Drawn } from "../build/drawn.ts"
import { orderOf, sampleArticles } from "../build/issue.ts"
import { OPTIONS, pageOf, setLine } from "../build/pdf-page.ts"
import { paintedInPdf } from "../build/pdf-plate.ts"
import { paintedOnCanvas } from "../build/recorded-surface.ts"
import { library } from "../build/type.ts"
import { makeUp } from "../../layouts/make-up.ts"

/**
 * PDF rounds lengths to a thousandth of a point, so a place is off by half of one and a little for
 * the adjustments inside a line. A box is written as a corner and its sides: two roundings.
 */
const ROUNDING = { glyph: 0.0006, fill: 0.0006, stroke: 0.0006, image: 0.0011 } as const

const EVERYWHERE = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 }

function onCanvas(list: DisplayList, area = EVERYWHERE): readonly Drawn[] {
  return paintedOnCanvas(list, { scale: 1, x: 0, y: 0, area }, library.face)
}

async function inPdf(list: DisplayList, press: PdfPress): Promise<readonly Drawn[]> {
  const made = writePdf([list], press, { ...OPTIONS, marks: false })
  if (!made.ok) throw new Error(made.say.en)
  return paintedInPdf(made.value)
}

/** Places where screen and plate differ by more than the numbers of the file can tell. */
function differences(screen: readonly Drawn[], plate: readonly Drawn[]): readonly string[] {
  const count = Math.max(screen.length, plate.length)
  return Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const [one, other] = [screen[i], plate[i]]
    const apart = one && other ? distance(one, other) : Infinity
    return one && apart <= ROUNDING[one.kind]
      ? []
      : [`${i}: ${JSON.stringify(one)} ${JSON.stringify(other)}`]
  })
}

describe("the sample page", () => {
  let list: DisplayList
  let screen: readonly Drawn[]
  let plate: readonly Drawn[]
  let press: PdfPress

  beforeAll(async () => {
    const articles = await sampleArticles()
    const presses = pressesOf(library, await loadPictures(articles))
    const made = makeUp(articles, orderOf({ breaks: "original" }), presses.compose)
    if (!made.ok) throw new Error(made.say.en)
    list = made.value.pages[0]!.list
    press = presses.pdf
    screen = onCanvas(list)
    plate = await inPdf(list, press)
  }, 60_000)

  it("has every glyph, rule, ground and picture on the screen where the plate has it", () => {
    const kinds = new Map<string, number>()
    for (const { kind } of plate) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    expect(kinds.get("glyph")).toBeGreaterThan(5000)
    expect(kinds.get("stroke")).toBeGreaterThan(5)
    expect(kinds.get("image")).toBe(1)
    expect(differences(screen, plate)).toEqual([])
  })

  it("would be found out by another glyph, a shifted line, another size or a picture less", () => {
    const index = list.items.findIndex(({ kind }) => kind === "glyphs")
    const line = list.items[index] as Glyphs
    const faults: Readonly<Record<string, Item[]>> = {
      glyph: [{ ...line, glyphs: line.glyphs.map((glyph, i) => (i === 0 ? glyph + 1 : glyph)) }],
      shift: [{ ...line, y: pt(line.y + 0.01) }],
      size: [{ ...line, size: pt(line.size * 1.001) }],
      ink: [{ ...line, ink: "paper" }],
    }
    for (const fault of Object.values(faults)) {
      const wrong = list.items.with(index, fault[0]!)
      expect(differences(onCanvas({ ...list, items: wrong }), plate).length).toBeGreaterThan(0)
    }
    const bare = list.items.filter(({ kind }) => kind !== "image")
    expect(differences(onCanvas({ ...list, items: bare }), plate).length).toBeGreaterThan(0)
  })

  it("loses no ink at the edges of tiles, whatever the zoom", () => {
    const { width, height } = list.trim
    const tile = fc.record({
      scale: fc.double({ min: 0.25, max: 40, noNaN: true }),
      across: fc.double({ min: 0, max: 1, noNaN: true }),
      down: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(tile, ({ scale, across, down }) => {
        const [left, top] = [across * width, down * height]
        const area = { left, top, right: left + 512 / scale, bottom: top + 512 / scale }
        const painted = paintedOnCanvas(list, { scale, x: 0, y: 0, area }, library.face)
        const spots = new Set(painted.map(spotOf))
        const due = inkedGlyphs(list).filter(
          ({ ink }) =>
            ink.left < area.right &&
            ink.right > area.left &&
            ink.top < area.bottom &&
            ink.bottom > area.top,
        )
        expect(due.filter(({ spot }) => !spots.has(spot))).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})

describe("a picture that is cut out", () => {
  it("shows the same part on the screen as on the plate, and clips nothing behind it", async () => {
    const cut: readonly Segment[] = [["M", 20, 30], ["L", 100.25, 40.5], ["L", 60, 70], ["Z"]]
    const box = { x: pt(20), y: pt(30), width: pt(80), height: pt(40) }
    const image: Item = {
      kind: "image",
      picture: "dock",
      box,
      crop: { x: 0.5, y: 0, width: 0.5, height: 1 },
    }
    const list = pageOf([{ ...image, cut }, image])
    const bytes: PictureBytes = {
      ...{ width: 4, height: 2, space: "gray", bits: 8, coding: "pixels" },
      bytes: new Uint8Array(8),
    }
    const plate = await inPdf(list, { face: library.face, picture: () => bytes })
    const screen = onCanvas(list)
    expect(differences(screen, plate)).toEqual([])
    const seen = screen.map((drawn) => (drawn.kind === "image" ? drawn.seen.length : 0))
    expect(seen).toEqual([3, 4])
    const bare = onCanvas(pageOf([image, image]))
    expect(differences(bare, plate)).toHaveLength(1)
  })
})

describe("lines too small to be read", () => {
  it("are grey bars over their own ems, and large type stays type", () => {
    const small = setLine("瑞河港口开行首班列车", { x: 20, y: 40, size: 9 })
    const large = setLine("头条", { face: "song-900", x: 20, y: 90, size: 40 })
    const asked = { scale: 0.05, x: 0, y: 0, area: EVERYWHERE }
    const [bar, ...glyphs] = paintedOnCanvas(pageOf([small, large]), asked, library.face)
    expect(glyphs.map(({ kind }) => kind)).toEqual(["glyph", "glyph"])
    const path = bar!.kind === "fill" ? bar!.path : []
    const xs = path.map(([x]) => x)
    const ys = path.map(([, y]) => y)
    expect([Math.min(...xs), Math.max(...xs)].map(Math.round)).toEqual([20, 20 + 90])
    expect(Math.min(...ys)).toBeGreaterThan(40 - 9)
    expect(Math.max(...ys)).toBeLessThan(40 + 2)
  })
})

/** Where a glyph stands, to a thousandth of a point; "" for anything else. */
function spotOf(drawn: Drawn): string {
  if (drawn.kind !== "glyph") return ""
  return drawn.at.map((value) => Math.round(value * 1000)).join()
}

/** Every glyph's place and true ink, pt, as the face's own outline box has it. */
function inkedGlyphs(list: DisplayList) {
  return list.items.flatMap((item) => {
    if (item.kind !== "glyphs") return []
    return item.glyphs.flatMap((glyph, i) => {
      const { left, right, top, bottom } = library.face(item.face).ink(glyph)
      if (left === right) return []
      const [x, y] = [item.x + item.dx[i]!, item.y]
      const ink = {
        left: x + left * item.size,
        right: x + right * item.size,
        top: y - top * item.size,
        bottom: y - bottom * item.size,
      }
      return [{ spot: [x, y].map((value) => Math.round(value * 1000)).join(), ink }]
    })
  })
}

describe("pushed matrices", () => {
  it("turn, shift and stretch the screen as they do the plate", async () => {
    const number = fc.double({ min: -200, max: 200, noNaN: true })
    const share = fc.double({ min: -2, max: 2, noNaN: true })
    // Not so small that glyphs become bars.
    const large = fc.tuple(fc.boolean(), fc.double({ min: 0.6, max: 2, noNaN: true }))
    const stretch = large.map(([back, by]) => (back ? -by : by))
    const matrix = fc.tuple(stretch, share, share, stretch, number, number)
    const line = { ...setLine("瑞河港口“春潮”号"), dy: [0, 1, 0, -1, 0, 0, 0, 0, 0] }
    const rule: Item = {
      kind: "stroke",
      ink: "black",
      path: [
        ["M", 3, 4],
        ["C", 5, 6, 7, 8, 90, 10],
        ["L", 11, 12],
      ],
      width: pt(0.5),
      dash: [2, 1],
    }
    await fc.assert(
      fc.asyncProperty(matrix, matrix, async (outer, inner) => {
        const push = (to: typeof outer): Item => ({ kind: "push", matrix: to, clip: null })
        const pop: Item = { kind: "pop" }
        const list = pageOf([push(outer), line, push(inner), rule, pop, rule, pop, line])
        const places = (all: readonly Drawn[]) =>
          all.map((drawn) => ("path" in drawn ? drawn.path : "at" in drawn ? [drawn.at] : []))
        const screen = places(onCanvas(list))
        const plate = places(await inPdf(list, { face: library.face, picture: () => null }))
        expect(plate.length).toBe(screen.length)
        screen.forEach((path, i) =>
          path.forEach((at, j) => {
            // A factor is written with seven decimals: over some 600 pt that is 0.0001 pt.
            expect(Math.abs(at[0] - plate[i]![j]![0])).toBeLessThan(0.01)
            expect(Math.abs(at[1] - plate[i]![j]![1])).toBeLessThan(0.01)
          }),
        )
      }),
      { numRuns: 20 },
    )
  })
})
