import { u16, u32 } from "./sfnt.ts"

/** The character collection that a CID-keyed font numbers its glyphs by. */
export interface Collection {
  readonly registry: string
  readonly ordering: string
  readonly supplement: number
}

/** What a PDF must know of a CFF font program. */
export interface CffNumbering {
  /** Null for a name-keyed font, whose glyph ids serve as CIDs. */
  readonly collection: Collection | null
  /** CID of each glyph by glyph id; empty for a name-keyed font. */
  readonly cids: readonly number[]
}

/** An INDEX of CFF: a list of byte strings, and where it ends. */
interface Index {
  readonly items: readonly Uint8Array[]
  readonly end: number
}

/** Operators of the top DICT; two-byte ones as 12 × 256 + the second byte. */
const CHARSET = 15
const CHARSTRINGS = 17
const ROS = 12 * 256 + 30

/** Number of strings that every CFF font knows without writing them down. */
const STANDARD_STRINGS = 391

/** More glyphs than this a font cannot have. */
const MOST_GLYPHS = 65535

/**
 * Reads how a CFF font program numbers its glyphs, null when it is damaged beyond that.
 * A PDF shows a CFF glyph by CID: that is the number in the charset for a CID-keyed font, which need
 * not be the glyph id, and the glyph id itself for a name-keyed one.
 * Source: Adobe TN 5176 (CFF); PDF 1.7, 9.7.4.2.
 */
export function readCffNumbering(cff: Uint8Array): CffNumbering | null {
  if (cff.length < 8 || cff[0] !== 1) return null
  const names = readIndex(cff, cff[2]!)
  const tops = names && readIndex(cff, names.end)
  const strings = tops && readIndex(cff, tops.end)
  const top = tops?.items[0]
  if (!top || !strings) return null

  const dict = readDict(top)
  const count = Math.min(u16(cff, dict.get(CHARSTRINGS)?.[0] ?? cff.length), MOST_GLYPHS)
  if (count === 0) return null
  const ros = dict.get(ROS)
  if (ros === undefined) return { collection: null, cids: [] }
  const collection = {
    registry: stringOf(strings, ros[0]) ?? "Adobe",
    ordering: stringOf(strings, ros[1]) ?? "Identity",
    supplement: ros[2] ?? 0,
  }
  return { collection, cids: readCharset(cff, dict.get(CHARSET)?.[0] ?? 0, count) }
}

/** Reads an INDEX at an offset, null when it reaches past the end. */
function readIndex(cff: Uint8Array, at: number): Index | null {
  const count = u16(cff, at)
  if (at + 2 > cff.length) return null
  if (count === 0) return { items: [], end: at + 2 }
  const size = cff[at + 2] ?? 0
  if (size < 1 || size > 4) return null
  // Offsets count from the byte before the first item.
  const base = at + 3 + (count + 1) * size - 1
  const offset = (i: number): number => u32(cff, at + 3 + i * size - (4 - size)) % 256 ** size
  const items: Uint8Array[] = []
  for (let i = 0; i < count; i++) items.push(cff.subarray(base + offset(i), base + offset(i + 1)))
  const end = base + offset(count)
  return end > cff.length ? null : { items, end }
}

/** Reads a DICT: operands by operator. Real numbers read as 0; none of the ones asked for is real. */
function readDict(dict: Uint8Array): ReadonlyMap<number, readonly number[]> {
  const entries = new Map<number, readonly number[]>()
  let operands: number[] = []
  let at = 0
  while (at < dict.length) {
    const byte = dict[at]!
    if (byte <= 21) {
      entries.set(byte === 12 ? 12 * 256 + (dict[at + 1] ?? 0) : byte, operands)
      operands = []
      at += byte === 12 ? 2 : 1
    } else {
      operands.push(readInteger(dict, at))
      at += operandLength(dict, at)
    }
  }
  return entries
}

/** The integer at an operand. Source: TN 5176, table 3. */
function readInteger(dict: Uint8Array, at: number): number {
  const byte = dict[at]!
  const next = dict[at + 1] ?? 0
  if (byte === 28) return (u16(dict, at + 1) << 16) >> 16
  if (byte === 29) return u32(dict, at + 1) | 0
  if (byte >= 32 && byte <= 246) return byte - 139
  if (byte >= 247 && byte <= 250) return (byte - 247) * 256 + next + 108
  if (byte >= 251 && byte <= 254) return -(byte - 251) * 256 - next - 108
  return 0
}

/** Length in bytes of an operand; a real number runs to the byte that holds an end nibble. */
function operandLength(dict: Uint8Array, at: number): number {
  const byte = dict[at]!
  if (byte === 28) return 3
  if (byte === 29) return 5
  if (byte !== 30) return byte >= 247 && byte <= 254 ? 2 : 1
  let end = at + 1
  while (end < dict.length && (dict[end]! & 0x0f) !== 0x0f && dict[end]! >> 4 !== 0x0f) end += 1
  return end + 1 - at
}

/** A string by its number, null for one of the standard strings or none. */
function stringOf(strings: Index, id: number | undefined): string | null {
  const bytes = id === undefined ? undefined : strings.items[id - STANDARD_STRINGS]
  return bytes === undefined ? null : String.fromCharCode(...bytes)
}

/**
 * CID of each glyph. A charset is a list (format 0) or runs of consecutive CIDs whose length is one
 * byte (format 1) or two (format 2); .notdef is never written down.
 */
function readCharset(cff: Uint8Array, at: number, count: number): readonly number[] {
  const cids = [0]
  // Offsets 0 to 2 name predefined charsets, which a CID-keyed font cannot use.
  if (at <= 2) return Array.from({ length: count }, (_, glyph) => glyph)
  const format = cff[at]
  let next = at + 1
  while (cids.length < count && next < cff.length) {
    const first = u16(cff, next)
    const more = format === 0 ? 0 : format === 1 ? (cff[next + 2] ?? 0) : u16(cff, next + 2)
    for (let i = 0; i <= more && cids.length < count; i++) cids.push(first + i)
    next += format === 0 ? 2 : format === 1 ? 3 : 4
  }
  return cids
}
