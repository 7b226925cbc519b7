import fc from "fast-check"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import type { Matrix } from "../../layouts/display/list.ts"
import { flatOutline } from "../../renderer/canvas/flat-outline.ts"
import { inkSums } from "../../renderer/canvas/ink-sums.ts"
import {
  openSmallType,
  type Coverage,
  type SmallType,
  type SumsOf,
} from "../../renderer/canvas/small-type.ts"
import { library } from "../build/type.ts"
import { setLine } from "../build/pdf-page.ts"

const sumsOf: SumsOf = (id, glyph, cells) => {
  const face = library.face(id)
  return inkSums(face.outline(glyph), face.unitsPerEm, cells)
}

const LINE = setLine("瑞河港口，“春茶”开行——首班车", { x: 3, y: 20, tracking: 0.37 })

/** All that can be lifted, kept. */
function lifted(type: SmallType): readonly Coverage[] {
  const all: Coverage[] = []
  type.lift((ink) => all.push({ ...ink, of: ink.of.slice() }))
  return all
}

/** The coverage of a whole paper, 0 to 255, with what was lifted on it. */
function whole(inks: readonly Coverage[], width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height)
  for (const ink of inks)
    for (let row = 0; row < ink.height; row += 1) {
      const line = ink.of.subarray(row * ink.width, (row + 1) * ink.width)
      const at = (ink.y + row) * width + ink.x
      // No rectangle lies on another: each pixel is laid down once.
      expect(pixels.subarray(at, at + ink.width).every((value) => value === 0)).toBe(true)
      pixels.set(line, at)
    }
  return pixels
}

interface Window {
  readonly scale: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function laid({ scale, x, y, width, height }: Window): Uint8Array {
  const type = openSmallType(width, height, sumsOf)
  expect(type.lay(LINE, [scale, 0, 0, scale, -x, -y])).toBe(true)
  return whole(lifted(type), width, height)
}

/** The same line as librsvg covers the pixels, each the mean of many smaller ones. */
async function rastered({ scale, x, y, width, height }: Window, finer = 16): Promise<Uint8Array> {
  const face = library.face(LINE.face)
  const k = (LINE.size / face.unitsPerEm) * scale * finer
  const paths = LINE.glyphs.map((glyph, i) => {
    const at = [(LINE.x + LINE.dx[i]!) * scale - x, LINE.y * scale - y].map((n) => n * finer)
    return `<path transform="matrix(${k} 0 0 ${-k} ${at.join(" ")})" d="${face.outline(glyph)}"/>`
  })
  const size = `width="${width * finer}" height="${height * finer}"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${paths.join("")}</svg>`
  const { data } = await sharp(Buffer.from(svg))
    .extractChannel("alpha")
    .raw()
    .toBuffer({ resolveWithObject: true })
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const [row, column] = [Math.floor(at / width), at % width]
    let sum = 0
    for (let i = 0; i < finer * finer; i += 1) {
      const line = row * finer + Math.floor(i / finer)
      sum += data[line * width * finer + column * finer + (i % finer)]!
    }
    return Math.round(sum / (finer * finer))
  })
}

describe("small type", () => {
  it("covers pixels as the outlines do", async () => {
    for (const scale of [0.31, 0.46, 0.55, 0.7, 0.88]) {
      const window = { scale, x: 0, y: 0, width: 130, height: 24 }
      const [ours, theirs] = [laid(window), await rastered(window)]
      const off = ours.map((value, at) => Math.abs(value - theirs[at]!))
      const inked = theirs.filter((value) => value > 0).length
      expect(inked).toBeGreaterThan(100)
      expect(off.reduce((sum, one) => sum + one, 0) / inked).toBeLessThan(8)
      expect(Math.max(...off)).toBeLessThan(40)
    }
  })

  it("lays on a piece of the paper what it lays on the whole", () => {
    const piece = fc.record({ x: fc.nat(60), y: fc.nat(12), width: fc.nat(50), height: fc.nat(11) })
    fc.assert(
      fc.property(piece, fc.double({ min: 0.2, max: 0.88, noNaN: true }), (cut, scale) => {
        const all = laid({ scale, x: 0, y: 0, width: 130, height: 24 })
        const [width, height] = [cut.width + 1, cut.height + 1]
        const part = laid({ scale, x: cut.x, y: cut.y, width, height })
        part.forEach((value, at) => {
          const [row, column] = [cut.y + Math.floor(at / width), cut.x + (at % width)]
          expect(value).toBe(all[row * 130 + column])
        })
      }),
      { numRuns: 60 },
    )
  })

  it("leaves clean paper when its ink is lifted", () => {
    const type = openSmallType(130, 24, sumsOf)
    type.lay(LINE, [0.5, 0, 0, 0.5, 0, 0])
    const first = lifted(type)
    expect(first).not.toEqual([])
    expect(lifted(type)).toEqual([])
    type.lay(LINE, [0.5, 0, 0, 0.5, 0, 0])
    expect(lifted(type)).toEqual(first)
  })

  it("lifts ink from where it was laid: not the paper between", () => {
    const type = openSmallType(512, 512, sumsOf)
    for (const y of [0, 400]) for (const x of [0, 380]) type.lay(LINE, [0.5, 0, 0, 0.5, x, y])
    const inks = lifted(type)
    const lain = inks.reduce((sum, { width, height }) => sum + width * height, 0)
    expect(inks).toHaveLength(4)
    expect(lain).toBeLessThan(0.2 * 512 * 512)
  })

  it("leaves large, turned and mirrored glyphs to be filled", () => {
    const type = openSmallType(130, 24, sumsOf)
    const others: readonly Matrix[] = [
      [0.9, 0, 0, 0.9, 0, 0],
      [0, 0.5, -0.5, 0, 60, 0],
      [-0.5, 0, 0, 0.5, 60, 0],
      [0.5, 0, 0, -0.5, 0, 20],
      [0.5, 0, 0, 0.4, 0, 0],
    ]
    for (const matrix of others) expect(type.lay(LINE, matrix)).toBe(false)
    const half: Matrix = [0.5, 0, 0, 0.5, 0, 0]
    expect(type.lay({ ...LINE, turned: true }, half)).toBe(false)
    expect(type.lay({ ...LINE, stretch: 0.7 }, half)).toBe(false)
    expect(lifted(type)).toEqual([])
  })
})

describe("counted ink", () => {
  /** A square of so many units, drawn as the hand goes or against it. */
  const square = (at: number, side: number, against = false): string => {
    const corners = [`${at} ${at}`, `${at + side} ${at}`, `${at + side} ${at + side}`]
    const rest = [...corners, `${at} ${at + side}`]
    const [first, ...others] = against ? rest.toReversed() : rest
    return `M${first}${others.map((corner) => `L${corner}`).join("")}Z`
  }
  const all = (path: string): number => inkSums(path, 100, 10)?.sums.at(-1) ?? 0

  it("fills what contours wind round, once where they lie over each other", () => {
    expect(all(square(0, 60))).toBeCloseTo(36)
    expect(all(square(0, 60) + square(30, 60))).toBeCloseTo(36 + 36 - 9)
    expect(all(square(0, 60) + square(20, 20, true))).toBeCloseTo(36 - 4)
    expect(all("")).toBe(0)
  })

  it("counts the same of any part as of all: a rectangle is four sums", () => {
    const sums = inkSums(library.face("song-400").outline(LINE.glyphs[0]!), 1000, 24)!
    const { columns, rows } = sums
    const at = (row: number, column: number): number => sums.sums[row * (columns + 1) + column]!
    let parts = 0
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1) {
        const ink =
          at(row + 1, column + 1) - at(row, column + 1) - at(row + 1, column) + at(row, column)
        expect(ink).toBeGreaterThan(-1e-3)
        expect(ink).toBeLessThan(1 + 1e-3)
        parts += ink
      }
    expect(parts).toBeCloseTo(at(rows, columns), 2)
  })

  it("reads curves of both kinds, closes contours and knows a blank", () => {
    const round = flatOutline("M0 0Q10 20 20 0Z", 1)
    expect(round.foot).toBeCloseTo(0)
    expect(round.top).toBeCloseTo(-10, 0)
    const cubic = flatOutline("M0 0C0 20 20 20 20 0Z", 1)
    expect(cubic.top).toBeCloseTo(-15, 0)
    for (const { edges } of [round, cubic, flatOutline("M1.5 -2.25L-3 4L7 8", 0.5)]) {
      let [down, up] = [0, 0]
      for (let i = 0; i < edges.length; i += 4)
        if (edges[i + 3]! > edges[i + 1]!) down += edges[i + 3]! - edges[i + 1]!
        else up += edges[i + 1]! - edges[i + 3]!
      expect(down).toBeGreaterThan(0)
      expect(down).toBeCloseTo(up)
    }
    expect(flatOutline("", 1).edges).toEqual([])
  })
})
