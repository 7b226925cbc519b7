import { glyphBytes, type Outlines } from "../subset/outline.ts"
import { i16, u16 } from "../subset/sfnt.ts"

/** A point of a contour, font units; those off the curve draw it to themselves. */
interface Point {
  readonly x: number
  readonly y: number
  readonly on: boolean
}

type Contour = readonly Point[]

/** Flags of a point. Source: OpenType 1.9, glyf, Simple Glyph Flags. */
const ON_CURVE = 0x01
const X_SHORT = 0x02
const Y_SHORT = 0x04
const REPEAT = 0x08
const X_SAME = 0x10
const Y_SAME = 0x20

/** Flags of a component. Source: OpenType 1.9, glyf, Composite Glyph Flags. */
const ARGS_ARE_WORDS = 0x0001
const ARGS_ARE_XY = 0x0002
const HAS_SCALE = 0x0008
const MORE_COMPONENTS = 0x0020
const HAS_XY_SCALE = 0x0040
const HAS_TWO_BY_TWO = 0x0080

/** Bytes before a glyph's contours. */
const HEADER = 10

/** Components inside components: more than this is a circle. */
const DEEPEST = 6

/**
 * A glyph's outline as SVG path data in font units, y up; "" for a blank or damaged one.
 * Straight from the glyf table: a page needs thousands of them, and fontkit's way takes a hundred
 * times as long. Source: OpenType 1.9, glyf.
 */
export function glyfPath(outlines: Outlines, glyph: number): string {
  let path = ""
  for (const contour of contoursOf(outlines, glyph, 0)) path += drawn(contour)
  return path
}

function contoursOf(outlines: Outlines, glyph: number, depth: number): readonly Contour[] {
  const bytes = glyphBytes(outlines, glyph)
  if (bytes.length <= HEADER || depth > DEEPEST) return []
  const count = i16(bytes, 0)
  return count < 0 ? composite(outlines, bytes, depth) : simple(bytes, count)
}

function simple(bytes: Uint8Array, count: number): readonly Contour[] {
  if (count === 0) return []
  const ends = Array.from({ length: count }, (_, i) => u16(bytes, HEADER + 2 * i))
  const total = ends[count - 1]! + 1
  const lengthAt = HEADER + 2 * count
  const { flags, at } = flagsOf(bytes, lengthAt + 2 + u16(bytes, lengthAt), total)
  if (flags.length < total) return []
  const across = coordinates(bytes, at, { flags, short: X_SHORT, same: X_SAME })
  const down = coordinates(bytes, across.at, { flags, short: Y_SHORT, same: Y_SAME })
  const points = flags.map((flag, i): Point => {
    return { x: across.values[i]!, y: down.values[i]!, on: (flag & ON_CURVE) !== 0 }
  })
  return ends.map((end, i) => points.slice(i === 0 ? 0 : ends[i - 1]! + 1, end + 1))
}

/** The flags of all points; fewer where the bytes end before. */
function flagsOf(bytes: Uint8Array, from: number, total: number) {
  const flags: number[] = []
  let at = from
  while (flags.length < total && at < bytes.length) {
    const flag = bytes[at]!
    at += 1
    const times = flag & REPEAT ? 1 + bytes[at++]! : 1
    for (let i = 0; i < times && flags.length < total; i += 1) flags.push(flag)
  }
  return { flags, at }
}

function coordinates(
  bytes: Uint8Array,
  from: number,
  read: { readonly flags: readonly number[]; readonly short: number; readonly same: number },
) {
  let at = from
  let value = 0
  const values = read.flags.map((flag) => {
    if (flag & read.short) {
      value += flag & read.same ? (bytes[at] ?? 0) : -(bytes[at] ?? 0)
      at += 1
    } else if ((flag & read.same) === 0) {
      value += i16(bytes, at)
      at += 2
    }
    return value
  })
  return { values, at }
}

/** The contours of a composite's parts, each moved and scaled as its record says. */
function composite(outlines: Outlines, bytes: Uint8Array, depth: number): readonly Contour[] {
  const contours: Contour[] = []
  let at = HEADER
  for (let more = true; more && at + 4 <= bytes.length;) {
    const flags = u16(bytes, at)
    const glyph = u16(bytes, at + 2)
    at += 4
    const words = (flags & ARGS_ARE_WORDS) !== 0
    const moves = (flags & ARGS_ARE_XY) !== 0
    const argument = (i: number): number =>
      words ? i16(bytes, at + 2 * i) : ((bytes[at + i] ?? 0) << 24) >> 24
    const [dx, dy] = moves ? [argument(0), argument(1)] : [0, 0]
    at += words ? 4 : 2
    const { turn, length } = turnOf(bytes, at, flags)
    at += length
    const [a, b, c, d] = turn
    for (const contour of contoursOf(outlines, glyph, depth + 1))
      contours.push(
        contour.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })),
      )
    more = (flags & MORE_COMPONENTS) !== 0
  }
  return contours
}

/** The turning part of a component's transform, in 2.14 fixed point, and how many bytes it takes. */
function turnOf(bytes: Uint8Array, at: number, flags: number) {
  const fixed = (i: number): number => i16(bytes, at + 2 * i) / 0x4000
  if (flags & HAS_SCALE) return { turn: [fixed(0), 0, 0, fixed(0)] as const, length: 2 }
  if (flags & HAS_XY_SCALE) return { turn: [fixed(0), 0, 0, fixed(1)] as const, length: 4 }
  if (flags & HAS_TWO_BY_TWO)
    return { turn: [fixed(0), fixed(1), fixed(2), fixed(3)] as const, length: 8 }
  return { turn: [1, 0, 0, 1] as const, length: 0 }
}

/** A closed contour: between two points off the curve lies one on it, in their middle. */
function drawn(contour: Contour): string {
  const count = contour.length
  const from = contour.findIndex(({ on }) => on)
  const start = from >= 0 ? contour[from]! : middle(contour[count - 1]!, contour[0]!)
  let path = `M${short(start.x)} ${short(start.y)}`
  let off: Point | null = null
  for (let i = 1; i <= count; i += 1) {
    const point = from >= 0 ? contour[(from + i) % count]! : contour[i - 1]!
    const closes = i === count && from >= 0
    if (point.on && off) path += curve(off, point)
    else if (point.on) path += closes ? "" : `L${short(point.x)} ${short(point.y)}`
    else if (off) path += curve(off, middle(off, point))
    off = point.on ? null : point
  }
  if (off) path += curve(off, start)
  return `${path}Z`
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true }
}

function curve(off: Point, to: Point): string {
  return `Q${short(off.x)} ${short(off.y)} ${short(to.x)} ${short(to.y)}`
}

/** A hundredth of a unit is finer than any grid a font is drawn on. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}
