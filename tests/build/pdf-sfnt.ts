import { put16, put32 } from "../../fonts/subset/sfnt.ts"

/** Bytes of 16-bit numbers, big-endian. */
export function words(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(2 * values.length)
  values.forEach((value, i) => put16(bytes, 2 * i, value))
  return bytes
}

/** Byte strings one after another. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

/** A simple glyph: a box with its lower left corner at (x, y), with hints of so many bytes. */
export function boxGlyph(x: number, y: number, side: number, hints = 0): Uint8Array {
  const flags = Uint8Array.of(0x01, 0x01, 0x01, 0x01)
  return joined(
    words(1, x, y, x + side, y + side, 3, hints),
    new Uint8Array(hints).fill(0x4f),
    flags,
    words(x, 0, side, 0),
    words(y, side, 0, -side),
  )
}

/** How a part stands in a composite glyph. */
export interface Part {
  readonly glyph: number
  readonly x: number
  readonly y: number
  /** Transform in 2.14 numbers: none, one scale, two, or four of a matrix. */
  readonly transform?: readonly number[]
}

/** Component flags by the number of transform values. */
const TRANSFORM_FLAG: Readonly<Record<number, number>> = { 0: 0, 1: 0x0008, 2: 0x0040, 4: 0x0080 }

/** A composite glyph of these parts, with hints of so many bytes; odd parts have byte arguments. */
export function compositeGlyph(parts: readonly Part[], hints = 0): Uint8Array {
  const records = parts.map((part, i) => {
    const transform = part.transform ?? []
    const small = i % 2 === 1
    const last = i === parts.length - 1
    const flags =
      0x0002 |
      (small ? 0 : 0x0001) |
      TRANSFORM_FLAG[transform.length]! |
      (last ? 0 : 0x0020) |
      (last && hints > 0 ? 0x0100 : 0)
    const place = small ? Uint8Array.of(part.x & 0xff, part.y & 0xff) : words(part.x, part.y)
    return joined(words(flags, part.glyph), place, words(...transform))
  })
  const tail =
    hints > 0 ? joined(words(hints), new Uint8Array(hints).fill(0x4f)) : new Uint8Array(0)
  return joined(words(-1, 0, 0, 1000, 1000), ...records, tail)
}

/** The tables of a TrueType face with these glyphs; glyph n is 500 + 10 n wide, bearing n. */
export function tablesWith(glyphs: readonly Uint8Array[]): Map<string, Uint8Array> {
  const loca = new Uint8Array(4 * (glyphs.length + 1))
  const padded = glyphs.map((glyph) => joined(glyph, new Uint8Array(glyph.length % 2)))
  let end = 0
  padded.forEach((glyph, i) => {
    end += glyph.length
    put32(loca, 4 * (i + 1), end)
  })
  const head = new Uint8Array(54)
  put32(head, 0, 0x00010000)
  put32(head, 12, 0x5f0f3cf5)
  put16(head, 18, 1000)
  put16(head, 50, 1)
  const hhea = new Uint8Array(36)
  put32(hhea, 0, 0x00010000)
  put16(hhea, 34, glyphs.length)
  const maxp = new Uint8Array(32)
  put32(maxp, 0, 0x00010000)
  put16(maxp, 4, glyphs.length)
  put16(maxp, 26, 99)
  return new Map([
    ["head", head],
    ["hhea", hhea],
    ["maxp", maxp],
    ["hmtx", words(...glyphs.flatMap((_, i) => [500 + 10 * i, i]))],
    ["loca", loca],
    ["glyf", joined(...padded)],
  ])
}
