import { readCffNumbering } from "../../../fonts/subset/cff.ts"
import { u16, u32 } from "../../../fonts/subset/sfnt.ts"

/** What an embedded font program says of itself. */
export interface FontProgram {
  /** False when a reader would draw nothing with it. */
  readonly sound: boolean
  /** Advance of a glyph, thousandths of an em; null where it is not read. */
  advance(glyph: number): number | null
  /** True when the program has no such glyph; null where it is not known. */
  lacks(glyph: number): boolean | null
  /** Glyph that a TrueType program itself gives a code of a simple font; null where it is not known. */
  glyphOf(code: number): number | null
}

const UNREAD: FontProgram = {
  sound: true,
  advance: () => null,
  lacks: () => null,
  glyphOf: () => null,
}

const DAMAGED: FontProgram = { ...UNREAD, sound: false }

/** Reads a FontFile2: TrueType outlines. */
export function readTrueType(bytes: Uint8Array): FontProgram {
  const tables = tablesOf(bytes)
  const [head, hhea, hmtx, maxp] = ["head", "hhea", "hmtx", "maxp"].map((tag) => tables.get(tag))
  if (!head || !hhea || !hmtx || !maxp || !tables.has("glyf") || !tables.has("loca")) return DAMAGED
  const unit = u16(head, 18)
  const full = u16(hhea, 34)
  const count = u16(maxp, 4)
  if (unit === 0 || full === 0 || count === 0 || hmtx.length < 4 * full) return DAMAGED
  return {
    sound: true,
    advance: (glyph) => (u16(hmtx, 4 * Math.min(glyph, full - 1)) * 1000) / unit,
    lacks: (glyph) => glyph >= count,
    glyphOf: codesOf(tables.get("cmap")),
  }
}

function tablesOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const tables = new Map<string, Uint8Array>()
  const count = Math.min(u16(bytes, 4), 200)
  for (let row = 12; row < 12 + 16 * count; row += 16) {
    const tag = Buffer.from(bytes.subarray(row, row + 4)).toString("latin1")
    const [from, length] = [u32(bytes, row + 8), u32(bytes, row + 12)]
    if (from < bytes.length) tables.set(tag, bytes.subarray(from, from + length))
  }
  return tables
}

/** How a font's own table gives glyphs to the codes of a simple font: symbols, or ASCII. */
function codesOf(cmap: Uint8Array | undefined): (code: number) => number | null {
  if (!cmap) return () => null
  const found = new Map<string, Uint8Array>()
  for (let i = 0; i < Math.min(u16(cmap, 2), 50); i++) {
    const row = 4 + 8 * i
    found.set(`${u16(cmap, row)},${u16(cmap, row + 2)}`, cmap.subarray(u32(cmap, row + 4)))
  }
  const [symbol, mac, unicode] = ["3,0", "1,0", "3,1"].map((key) => found.get(key))
  return (code) => {
    const tries = [
      symbol && (lookUp(symbol, 0xf000 + code) || lookUp(symbol, code)),
      mac && lookUp(mac, code),
      unicode && code >= 32 && code < 127 ? lookUp(unicode, code) : undefined,
    ].filter((glyph) => glyph !== undefined)
    if (tries.length === 0) return null
    return tries.find((glyph) => glyph > 0) ?? (code >= 32 && code < 127 ? 0 : null)
  }
}

/** The glyph of a code in a table of format 0, 4 or 6; 0 for none. Source: OpenType 1.9, cmap */
function lookUp(table: Uint8Array, code: number): number {
  const format = u16(table, 0)
  if (format === 0) return code < 256 ? (table[6 + code] ?? 0) : 0
  if (format === 6) {
    const first = u16(table, 6)
    return code >= first && code < first + u16(table, 8) ? u16(table, 10 + 2 * (code - first)) : 0
  }
  if (format !== 4) return 0
  const twice = u16(table, 6)
  for (let i = 0; i < twice; i += 2) {
    if (code > u16(table, 14 + i)) continue
    const start = u16(table, 16 + twice + i)
    if (code < start) return 0
    const delta = u16(table, 16 + 2 * twice + i)
    const place = 16 + 3 * twice + i
    const offset = u16(table, place)
    if (offset === 0) return (code + delta) & 0xffff
    const glyph = u16(table, place + offset + 2 * (code - start))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}

/** Reads a bare CFF program, FontFile3; glyphs are asked for by CID. */
export function readCff(bytes: Uint8Array): FontProgram {
  const size = bytes[3] ?? 0
  if (bytes[0] !== 1 || size < 1 || size > 4) return DAMAGED
  const numbering = readCffNumbering(bytes)
  if (!numbering) return DAMAGED
  const { collection, cids } = numbering
  if (!collection) return UNREAD
  const held = new Set(cids)
  return { ...UNREAD, lacks: (cid) => !held.has(cid) }
}

/** A program that is not looked into: Type 1, OpenType. */
export function unreadProgram(bytes: Uint8Array): FontProgram {
  return bytes.length > 16 ? UNREAD : DAMAGED
}
