import { assembleSfnt, put16, put32 } from "../subset/sfnt.ts"
import type { OutlineContour } from "./outline-path.ts"

/** A glyph to be cast: its code point and its outline. */
export interface Drawing {
  readonly code: number
  readonly contours: readonly OutlineContour[]
}

/** Units of the em, and the height of a cell's top above the baseline: as the shipped faces have it. */
const PER_EM = 1000
const TOP = 880

/** Furthest that a point may lie from the origin, units. */
const FURTHEST = 16000

/** A glyph as the glyf table holds it, and its bounds in font units. */
interface Cast {
  readonly bytes: Uint8Array
  readonly bounds: Bounds
  readonly points: number
  readonly contours: number
}

type Bounds = readonly [left: number, bottom: number, right: number, top: number]

const BLANK: Cast = { bytes: new Uint8Array(0), bounds: [0, 0, 0, 0], points: 0, contours: 0 }

/**
 * A TrueType font of drawings, one em wide each, under a name; the same drawings give the same bytes.
 * Glyph 0 is blank; the others come by rising code point. Source: OpenType 1.9, Required Tables.
 */
export function trueTypeOf(drawings: readonly Drawing[], name: string): Uint8Array {
  const sorted = drawings.toSorted((a, b) => a.code - b.code)
  const casts = [BLANK, ...sorted.map(castOf)]
  const bounds = casts.reduce<Bounds>((all, { bounds: [l, b, r, t] }) => {
    return [Math.min(all[0], l), Math.min(all[1], b), Math.max(all[2], r), Math.max(all[3], t)]
  }, BLANK.bounds)
  const { glyf, loca } = glyfOf(casts)
  return assembleSfnt(
    new Map([
      ["head", headOf(bounds)],
      ["hhea", hheaOf(casts.length, bounds)],
      ["maxp", maxpOf(casts)],
      ["OS/2", os2Of(sorted)],
      ["hmtx", hmtxOf(casts)],
      ["cmap", cmapOf(sorted)],
      ["loca", loca],
      ["glyf", glyf],
      ["name", nameOf(name)],
      ["post", postOf()],
    ]),
  )
}

/** One outline: every point with a flag and two words. Source: OpenType 1.9, glyf. */
function castOf({ contours }: Drawing): Cast {
  const kept = contours.filter(({ length }) => length > 2)
  if (kept.length === 0) return BLANK
  const points = kept.flat().map(({ x, y, on }) => ({ x: unit(x), y: TOP - unit(y), on }))
  const bounds: Bounds = [
    Math.min(...points.map(({ x }) => x)),
    Math.min(...points.map(({ y }) => y)),
    Math.max(...points.map(({ x }) => x)),
    Math.max(...points.map(({ y }) => y)),
  ]
  const head = 10 + 2 * kept.length + 2
  const bytes = new Uint8Array((head + 5 * points.length + 1) & ~1)
  put16(bytes, 0, kept.length)
  bounds.forEach((bound, i) => put16(bytes, 2 + 2 * i, bound))
  let end = -1
  kept.forEach(({ length }, i) => put16(bytes, 10 + 2 * i, (end += length)))
  points.forEach((point, i) => {
    const before = points[i - 1] ?? { x: 0, y: 0 }
    bytes[head + i] = point.on ? 1 : 0
    put16(bytes, head + points.length + 2 * i, point.x - before.x)
    put16(bytes, head + 3 * points.length + 2 * i, point.y - before.y)
  })
  return { bytes, bounds, points: points.length, contours: kept.length }
}

function unit(value: number): number {
  return Math.round(Math.min(FURTHEST, Math.max(-FURTHEST, value)))
}

function glyfOf(casts: readonly Cast[]) {
  const total = casts.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const glyf = new Uint8Array(total)
  const loca = new Uint8Array(4 * (casts.length + 1))
  let at = 0
  casts.forEach(({ bytes }, i) => {
    glyf.set(bytes, at)
    at += bytes.length
    put32(loca, 4 * (i + 1), at)
  })
  return { glyf, loca }
}

/** Words and where they stand; a table of zeros but for them. */
function table(length: number, words: readonly (readonly [at: number, value: number])[]) {
  const bytes = new Uint8Array(length)
  for (const [at, value] of words) put16(bytes, at, value)
  return bytes
}

function headOf([left, bottom, right, top]: Bounds): Uint8Array {
  const bytes = table(54, [
    [0, 1],
    [4, 1],
    [16, 0x000b],
    [18, PER_EM],
    ...([left, bottom, right, top].map((bound, i) => [36 + 2 * i, bound]) as [number, number][]),
    [46, 8],
    [48, 2],
    [50, 1],
  ])
  put32(bytes, 12, 0x5f0f3cf5)
  return bytes
}

function hheaOf(count: number, [left, , right]: Bounds): Uint8Array {
  return table(36, [
    [0, 1],
    [4, TOP],
    [6, TOP - PER_EM],
    [10, PER_EM],
    [12, left],
    [14, PER_EM - right],
    [16, right],
    [18, 1],
    [34, count],
  ])
}

function maxpOf(casts: readonly Cast[]): Uint8Array {
  return table(32, [
    [0, 1],
    [4, casts.length],
    [6, Math.max(...casts.map(({ points }) => points))],
    [8, Math.max(...casts.map(({ contours }) => contours))],
    [14, 2],
  ])
}

/** Version 4, weight 400, free to be embedded. */
function os2Of(drawings: readonly Drawing[]): Uint8Array {
  const codes = drawings.map(({ code }) => Math.min(code, 0xffff))
  return table(96, [
    [0, 4],
    [2, PER_EM],
    [4, 400],
    [6, 5],
    [62, 0x0040],
    [64, Math.min(0xffff, ...codes)],
    [66, Math.max(0, ...codes)],
    [68, TOP],
    [70, TOP - PER_EM],
    [74, TOP],
    [76, PER_EM - TOP],
    [86, 500],
    [88, 700],
  ])
}

function hmtxOf(casts: readonly Cast[]): Uint8Array {
  const words = casts.flatMap(({ bounds }, i): [number, number][] => [
    [4 * i, PER_EM],
    [4 * i + 2, bounds[0]],
  ])
  return table(4 * casts.length, words)
}

/** One table of format 12, a group a glyph. */
function cmapOf(drawings: readonly Drawing[]): Uint8Array {
  const length = 16 + 12 * drawings.length
  const bytes = new Uint8Array(12 + length)
  put16(bytes, 2, 1)
  put16(bytes, 4, 3)
  put16(bytes, 6, 10)
  put32(bytes, 8, 12)
  put16(bytes, 12, 12)
  put32(bytes, 16, length)
  put32(bytes, 24, drawings.length)
  drawings.forEach(({ code }, i) => {
    put32(bytes, 28 + 12 * i, code)
    put32(bytes, 32 + 12 * i, code)
    put32(bytes, 36 + 12 * i, i + 1)
  })
  return bytes
}

/** Family, style, full and PostScript names, as Windows reads them. */
function nameOf(name: string): Uint8Array {
  const names = [
    [1, name],
    [2, "Regular"],
    [4, name],
    [6, name],
  ] as const
  const head = 6 + 12 * names.length
  const bytes = new Uint8Array(head + names.reduce((sum, [, words]) => sum + 2 * words.length, 0))
  put16(bytes, 2, names.length)
  put16(bytes, 4, head)
  let at = head
  names.forEach(([id, words], i) => {
    const record = [3, 1, 0x0409, id, 2 * words.length, at - head]
    record.forEach((value, k) => put16(bytes, 6 + 12 * i + 2 * k, value))
    for (let k = 0; k < words.length; k += 1) put16(bytes, at + 2 * k, words.charCodeAt(k))
    at += 2 * words.length
  })
  return bytes
}

function postOf(): Uint8Array {
  return table(32, [
    [0, 3],
    [8, -100],
    [10, 50],
  ])
}
