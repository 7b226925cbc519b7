import type { Face } from "../face.ts"
import { i16, put16, u16, u32 } from "./sfnt.ts"

/** The glyf and loca tables of a face, with what is needed to read them. */
export interface Outlines {
  /** Some bytes of the glyf table. */
  glyf(from: number, to: number): Uint8Array
  /** Length of the glyf table. */
  readonly length: number
  readonly loca: Uint8Array
  /** True when loca holds 32-bit offsets (head.indexToLocFormat 1). */
  readonly long: boolean
  /** Number of glyphs in the face. */
  readonly count: number
}

/** The part of a face that its outlines are read from. */
type Tables = Pick<Face, "table" | "tableLength" | "tablePart">

/** Offset of `indexToLocFormat` in head, of `numberOfHMetrics` in hhea, of `numGlyphs` in maxp. */
const LOCA_FORMAT_AT = 50
const H_METRICS_AT = 34
const NUM_GLYPHS_AT = 4

/** The outline tables of a face, null when a table is missing or too short to be one. */
export function outlinesOf(face: Tables): Outlines | null {
  const length = face.tableLength("glyf")
  const loca = face.table("loca")
  const head = tableOf(face, "head", LOCA_FORMAT_AT + 4)
  const hhea = tableOf(face, "hhea", H_METRICS_AT + 2)
  const maxp = tableOf(face, "maxp", NUM_GLYPHS_AT + 2)
  if (length === 0 || !loca || !head || !hhea || !maxp) return null
  const long = u16(head, LOCA_FORMAT_AT) !== 0
  const glyf = (from: number, to: number): Uint8Array => face.tablePart("glyf", from, to)
  return { glyf, length, loca, long, count: u16(maxp, NUM_GLYPHS_AT) }
}

/** A table of at least `length` bytes, null when the face has none such. */
function tableOf(face: Tables, tag: string, length: number): Uint8Array | null {
  const table = face.table(tag)
  return table !== null && table.length >= length ? table : null
}

/** One component of a composite glyph: which glyph, and where its record lies in the bytes. */
interface Component {
  readonly glyph: number
  readonly flagsAt: number
}

/** A composite's components and where the last record ends. */
interface Composite {
  readonly components: readonly Component[]
  readonly end: number
}

/** Flags of a component record. Source: OpenType 1.9, glyf, Composite Glyph Flags. */
const ARGS_ARE_WORDS = 0x0001
const HAS_SCALE = 0x0008
const MORE_COMPONENTS = 0x0020
const HAS_XY_SCALE = 0x0040
const HAS_TWO_BY_TWO = 0x0080
const HAS_INSTRUCTIONS = 0x0100

/** Bytes before a glyph's contours: their number and the bounding box. */
const HEADER = 10

const BLANK = new Uint8Array(0)

/**
 * The bytes of one glyph as the face holds them.
 * Empty for a blank glyph, and for one whose place lies outside the tables (a damaged font).
 */
export function glyphBytes(outlines: Outlines, glyph: number): Uint8Array {
  const { loca, long, count, length } = outlines
  if (glyph < 0 || glyph >= count) return BLANK
  const from = long ? u32(loca, 4 * glyph) : 2 * u16(loca, 2 * glyph)
  const to = long ? u32(loca, 4 * glyph + 4) : 2 * u16(loca, 2 * glyph + 2)
  if (to - from < HEADER || to > length) return BLANK
  return outlines.glyf(from, to)
}

/** The glyph ids that a glyph is composed of, in order; none for a simple or blank glyph. */
export function componentsOf(bytes: Uint8Array): readonly number[] {
  return isComposite(bytes) ? readComposite(bytes).components.map((part) => part.glyph) : []
}

/**
 * A copy of a glyph without its hints, its components renumbered by `newId`.
 * The outline is untouched. A glyph that ends in the middle of its own head comes back blank.
 * A press renders at a thousand dots an inch and more, where hints do nothing; without them the
 * program needs no cvt, fpgm and prep either.
 */
export function cutGlyph(bytes: Uint8Array, newId: (glyph: number) => number): Uint8Array {
  if (bytes.length < HEADER) return BLANK
  return isComposite(bytes) ? cutComposite(bytes, newId) : cutSimple(bytes)
}

/** Composite glyphs say so by a negative number of contours. */
function isComposite(bytes: Uint8Array): boolean {
  return bytes.length > HEADER && i16(bytes, 0) < 0
}

/** Takes the instructions out from between the contour ends and the flags. */
function cutSimple(bytes: Uint8Array): Uint8Array {
  const contours = i16(bytes, 0)
  const lengthAt = HEADER + 2 * contours
  if (contours <= 0 || lengthAt + 2 > bytes.length) return BLANK
  const flagsAt = lengthAt + 2 + u16(bytes, lengthAt)
  if (flagsAt >= bytes.length) return BLANK
  const cut = new Uint8Array(lengthAt + 2 + bytes.length - flagsAt)
  cut.set(bytes.subarray(0, lengthAt))
  cut.set(bytes.subarray(flagsAt), lengthAt + 2)
  return cut
}

/** Drops what follows the last component record and writes the new ids into the records. */
function cutComposite(bytes: Uint8Array, newId: (glyph: number) => number): Uint8Array {
  const { components, end } = readComposite(bytes)
  if (components.length === 0) return BLANK
  const cut = Uint8Array.from(bytes.subarray(0, end))
  components.forEach((part, index) => {
    const flags = u16(cut, part.flagsAt) & ~HAS_INSTRUCTIONS
    const last = index === components.length - 1
    put16(cut, part.flagsAt, last ? flags & ~MORE_COMPONENTS : flags)
    put16(cut, part.flagsAt + 2, newId(part.glyph))
  })
  return cut
}

/** Reads the component records; a record cut off by the end of the bytes is left out. */
function readComposite(bytes: Uint8Array): Composite {
  const components: Component[] = []
  let at = HEADER
  for (;;) {
    const flags = u16(bytes, at)
    const end = at + recordLength(flags)
    if (end > bytes.length) return { components, end: at }
    components.push({ glyph: u16(bytes, at + 2), flagsAt: at })
    at = end
    if ((flags & MORE_COMPONENTS) === 0) return { components, end: at }
  }
}

/** Length in bytes of a component record: flags, glyph, two arguments, and a transform if any. */
function recordLength(flags: number): number {
  const args = flags & ARGS_ARE_WORDS ? 4 : 2
  if (flags & HAS_SCALE) return 4 + args + 2
  if (flags & HAS_XY_SCALE) return 4 + args + 4
  if (flags & HAS_TWO_BY_TWO) return 4 + args + 8
  return 4 + args
}
