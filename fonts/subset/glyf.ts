import type { Face } from "../face.ts"
import { componentsOf, cutGlyph, glyphBytes, outlinesOf } from "./outline.ts"
import type { Outlines } from "./outline.ts"
import { assembleSfnt, put16, put32, u16 } from "./sfnt.ts"

/** A TrueType font program for a PDF: as few glyphs as the text needs, numbered anew. */
export interface GlyfProgram {
  readonly bytes: Uint8Array
  /** The face's glyph id of each glyph of the program; the first is .notdef. */
  readonly glyphs: readonly number[]
}

/** Offset of `indexToLocFormat` in head, of `numberOfHMetrics` in hhea, of `numGlyphs` in maxp. */
const LOCA_FORMAT_AT = 50
const H_METRICS_AT = 34
const NUM_GLYPHS_AT = 4

/** First and last maxp fields about hints, which the cut glyphs no longer have. */
const HINT_LIMITS_FROM = 16
const HINT_LIMITS_TO = 28

/** A short loca holds half offsets in 16 bits: glyf may be this long. */
const SHORT_LOCA_LIMIT = 2 * 0xffff

/**
 * Returns a TrueType program with these glyphs and the parts they are composed of, null when the
 * face has no glyf outlines.
 * Glyphs are numbered by rising id of the face, after .notdef, so that the bytes depend on the set
 * alone and never on the order in which a text, or a session, came to use them; neighbours in the
 * face are alike (one radical), which deflates better too. Ids that the face lacks become blank.
 * Source: PDF 1.7, 9.9 (tables that a CIDFontType2 program needs).
 */
export function subsetGlyf(face: Face, glyphs: Iterable<number>): GlyfProgram | null {
  const outlines = outlinesOf(face)
  if (outlines === null) return null
  const order = closeOverParts(outlines, glyphs)
  const newIds = new Map(order.map((glyph, id) => [glyph, id]))
  const cuts = order.map((glyph) =>
    cutGlyph(glyphBytes(outlines, glyph), (part) => newIds.get(part) ?? 0),
  )
  return assemble(face, order, cuts)
}

/**
 * Returns the face's own tables as a TrueType program, every glyph under its own id, hints and all,
 * null when the face has no glyf outlines.
 * For fonts whose licence forbids subsetting (OS/2 fsType bit 8).
 */
export function wholeGlyf(face: Face): GlyfProgram | null {
  const outlines = outlinesOf(face)
  if (outlines === null) return null
  const tables = new Map<string, Uint8Array>()
  for (const tag of ["head", "hhea", "maxp", "hmtx", "cvt ", "fpgm", "prep", "loca", "glyf"]) {
    const table = face.table(tag)
    if (table !== null) tables.set(tag, table)
  }
  const bytes = assembleSfnt(tables)
  const glyphs = Array.from({ length: outlines.count }, (_, glyph) => glyph)
  return { bytes, glyphs }
}

/** The glyphs with all parts they are composed of, .notdef among them, by rising id. */
function closeOverParts(outlines: Outlines, glyphs: Iterable<number>): readonly number[] {
  const all = new Set([0, ...glyphs])
  // A set yields what was added while it is walked, so parts of parts are met as well.
  for (const glyph of all) {
    for (const part of componentsOf(glyphBytes(outlines, glyph))) all.add(part)
  }
  return [...all].sort((a, b) => a - b)
}

/** Puts the cut glyphs and the tables about them together. */
function assemble(face: Face, order: readonly number[], cuts: readonly Uint8Array[]): GlyfProgram {
  const { glyf, offsets } = joinGlyphs(cuts)
  const long = glyf.length > SHORT_LOCA_LIMIT
  const hmtx = metricsOf(face, order)
  const bytes = assembleSfnt(
    new Map([
      ["head", withField(face, "head", LOCA_FORMAT_AT, long ? 1 : 0)],
      ["hhea", withField(face, "hhea", H_METRICS_AT, hmtx.full)],
      ["maxp", limitsOf(face, order.length)],
      ["hmtx", hmtx.bytes],
      ["loca", locaOf(offsets, long)],
      ["glyf", glyf],
    ]),
  )
  return { bytes, glyphs: order }
}

/** The outlines one after another, each on an even offset (a short loca can say no other). */
function joinGlyphs(cuts: readonly Uint8Array[]): { glyf: Uint8Array; offsets: number[] } {
  const offsets = [0]
  let end = 0
  for (const cut of cuts) {
    end += (cut.length + 1) & ~1
    offsets.push(end)
  }
  const glyf = new Uint8Array(end)
  cuts.forEach((cut, id) => glyf.set(cut, offsets[id]!))
  return { glyf, offsets }
}

/** The loca table for these offsets. */
function locaOf(offsets: readonly number[], long: boolean): Uint8Array {
  const loca = new Uint8Array(offsets.length * (long ? 4 : 2))
  offsets.forEach((offset, id) => {
    if (long) put32(loca, 4 * id, offset)
    else put16(loca, 2 * id, offset / 2)
  })
  return loca
}

/**
 * The hmtx table: advance and left side bearing of each glyph; `full` is how many have both.
 * Glyphs at the end that share one advance keep only their bearing, as the format allows: most Han
 * glyphs are one em wide, so this halves the table.
 */
function metricsOf(face: Face, order: readonly number[]): { bytes: Uint8Array; full: number } {
  const hmtx = face.table("hmtx") ?? new Uint8Array(0)
  const count = u16(face.table("hhea") ?? new Uint8Array(0), H_METRICS_AT)
  const advances = order.map((glyph) => u16(hmtx, 4 * Math.min(glyph, count - 1)))
  const bearings = order.map((glyph) =>
    u16(hmtx, glyph < count ? 4 * glyph + 2 : 4 * count + 2 * (glyph - count)),
  )
  let full = order.length
  while (full > 1 && advances[full - 2] === advances[full - 1]) full -= 1
  const bytes = new Uint8Array(4 * full + 2 * (order.length - full))
  order.forEach((_, id) => {
    if (id < full) put16(bytes, 4 * id, advances[id]!)
    put16(bytes, id < full ? 4 * id + 2 : 4 * full + 2 * (id - full), bearings[id]!)
  })
  return { bytes, full }
}

/** The face's maxp with the new number of glyphs and no hints. */
function limitsOf(face: Face, count: number): Uint8Array {
  const maxp = withField(face, "maxp", NUM_GLYPHS_AT, count)
  maxp.fill(0, Math.min(HINT_LIMITS_FROM, maxp.length), Math.min(HINT_LIMITS_TO, maxp.length))
  return maxp
}

/**
 * A copy of one of the face's tables with one 16-bit field changed.
 * Copied by `from`: the `slice` of Node's buffers is a window on the face's own bytes.
 */
function withField(face: Face, tag: string, at: number, value: number): Uint8Array {
  const table = Uint8Array.from(face.table(tag) ?? [])
  put16(table, at, value)
  return table
}
