import type { PdfFile } from "../read/pdf-file.ts"
import { dictOf, listOf, nameOf, numberOf, streamOf } from "../read/values.ts"
import type { Dict, Value } from "../read/values.ts"
import { charactersOf, finderOf, readCodeMap, type CodeMap } from "./character-codes.ts"
import { readCff, readTrueType, unreadProgram, type FontProgram } from "./program.ts"

/** One code of some shown text. */
export interface ShownCode {
  readonly code: number
  /** Advance that the PDF gives it, thousandths of an em. */
  readonly width: number
  /** The one-byte code 32, which word spacing widens. */
  readonly blank: boolean
  /** No glyph is drawn for it but .notdef. */
  readonly missing: boolean
  /** A reader can tell which character it is. */
  readonly legible: boolean
  /** The characters that the file itself says it is; "" where it says none. */
  readonly text: string
  /** The PDF gives no width, or another than the font program's. */
  readonly misfit: boolean
}

/** The drawn glyphs of a Type 3 font. */
export interface DrawnGlyphs {
  readonly font: Dict
  /** The procedure of a code; null where it has none. */
  procedure(code: number): Value
}

/** A font as a page uses it. */
export interface PdfFont {
  readonly name: string
  readonly kind: string
  /** False when the font program is not in the file; Type 3 fonts are drawn, and count as embedded. */
  readonly embedded: boolean
  readonly program: FontProgram
  /** An OpenType program, which PDF knows since 1.6. */
  readonly openType: boolean
  readonly vertical: boolean
  /** Em of the font in its own units: 1000, or what a Type 3 font's matrix says. */
  readonly em: number
  readonly drawn: DrawnGlyphs | null
  /** The codes of a string. */
  codes(bytes: Uint8Array): readonly ShownCode[]
}

/** Reads a font dictionary; null for what is none. */
export function readFont(file: PdfFile, value: Value | undefined): PdfFont | null {
  const dict = dictOf(file.get(value))
  if (!dict) return null
  const kind = nameOf(file.get(dict.get("Subtype"))) ?? "Type1"
  if (kind === "Type0") return compositeFont(file, dict)
  if (kind === "Type3") return drawnFont(file, dict)
  return simpleFont(file, dict, kind)
}

/** A font's program, and how it is kept. */
interface Kept {
  readonly program: FontProgram
  readonly embedded: boolean
  readonly openType: boolean
}

function keptProgram(file: PdfFile, descriptor: Dict | null): Kept {
  const none = { program: unreadProgram(new Uint8Array(32)), embedded: false, openType: false }
  for (const key of ["FontFile2", "FontFile3", "FontFile"]) {
    const stream = streamOf(file.get(descriptor?.get(key)))
    if (!stream) continue
    const bytes = file.unpack(stream)?.bytes ?? new Uint8Array(0)
    const subtype = nameOf(file.get(stream.dict.get("Subtype")))
    const openType = subtype === "OpenType"
    const bare = subtype === "CIDFontType0C" || subtype === "Type1C"
    const program =
      key === "FontFile2" ? readTrueType(bytes) : bare ? readCff(bytes) : unreadProgram(bytes)
    return { program, embedded: true, openType }
  }
  return none
}

/** The characters of codes as the font's own table has them; null for a code without, or no table. */
function toUnicode(file: PdfFile, dict: Dict): ((code: number) => string | null) | null {
  const stream = streamOf(file.get(dict.get("ToUnicode")))
  if (!stream) return null
  const find = finderOf(readCodeMap(file.unpack(stream)?.bytes ?? new Uint8Array(0)))
  return (code) => {
    const range = find(code)
    return range ? charactersOf(range, code) : null
  }
}

/** A Type0 font: codes → CIDs → glyphs. Source: PDF 1.7, 9.7 */
function compositeFont(file: PdfFile, dict: Dict): PdfFont {
  const below = dictOf(file.get(listOf(file.get(dict.get("DescendantFonts")))?.[0])) ?? new Map()
  const kept = keptProgram(file, dictOf(file.get(below.get("FontDescriptor"))))
  const encoding = file.get(dict.get("Encoding"))
  const named = nameOf(encoding)
  const stream = streamOf(encoding)
  const map = stream ? readCodeMap(file.unpack(stream)?.bytes ?? new Uint8Array(0)) : null
  const find = map && finderOf(map)
  const cidOf = (code: number): number | null => {
    if (named !== null) return /^Identity-[HV]$/.test(named) ? code : null
    const range = find?.(code)
    return range && range.cid !== null ? range.cid + code - range.from : find ? 0 : null
  }
  const glyphOf = glyphsOf(file, below, kept)
  const widthOf = cidWidths(file, below)
  const text = toUnicode(file, dict)
  const collected = named !== null && !named.startsWith("Identity")
  const show = (code: number, size: number): ShownCode => {
    const cid = cidOf(code)
    const glyph = cid === null ? null : glyphOf(cid)
    const width = cid === null ? 1000 : widthOf(cid)
    const advance = glyph === null ? null : kept.program.advance(glyph)
    return {
      code,
      width,
      blank: size === 1 && code === 32,
      missing: glyph === 0 || cid === 0 || (glyph !== null && kept.program.lacks(glyph) === true),
      legible: text ? text(code) !== null : collected,
      text: text?.(code) ?? "",
      misfit: advance !== null && Math.abs(advance - width) > 1,
    }
  }
  const known = new Map<number, ShownCode>()
  return {
    ...kept,
    name: nameOf(file.get(dict.get("BaseFont"))) ?? nameOf(file.get(below.get("BaseFont"))) ?? "",
    kind: nameOf(file.get(below.get("Subtype"))) ?? "Type0",
    vertical: named?.endsWith("V") === true || map?.vertical === true,
    em: 1000,
    drawn: null,
    codes: (bytes) =>
      cutCodes(bytes, map).map(([code, size]) => {
        const hit = known.get(code) ?? show(code, size)
        known.set(code, hit)
        return hit
      }),
  }
}

/** Cuts a string into codes with their lengths, by a CMap's code spaces; two bytes each without. */
function cutCodes(bytes: Uint8Array, map: CodeMap | null): (readonly [number, number])[] {
  const codes: (readonly [number, number])[] = []
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at]!
    const size =
      map?.widths.find(({ from, to }) => byte >= from && byte <= to)?.size ?? (map ? 1 : 2)
    let code = 0
    for (let i = 0; i < size; i++) code = code * 256 + (bytes[at + i] ?? 0)
    codes.push([code, size])
    at += size
  }
  return codes
}

/** How CIDs become glyphs; null for a font whose numbering is not known here. */
function glyphsOf(file: PdfFile, below: Dict, kept: Kept): (cid: number) => number | null {
  if (nameOf(file.get(below.get("Subtype"))) !== "CIDFontType2") return (cid) => cid
  const map = streamOf(file.get(below.get("CIDToGIDMap")))
  if (!map) return (cid) => (kept.embedded ? cid : null)
  const bytes = file.unpack(map)?.bytes ?? new Uint8Array(0)
  return (cid) => (bytes[2 * cid] ?? 0) * 256 + (bytes[2 * cid + 1] ?? 0)
}

/** Widths that a CID font may write down. */
const MOST_CIDS = 65_536

/** The widths of a CID font. Source: PDF 1.7, 9.7.4.3 */
function cidWidths(file: PdfFile, below: Dict): (cid: number) => number {
  const usual = numberOf(file.get(below.get("DW"))) ?? 1000
  const list = listOf(file.get(below.get("W"))) ?? []
  const widths = new Map<number, number>()
  for (let i = 0; i + 1 < list.length;) {
    const first = numberOf(file.get(list[i])) ?? 0
    const second = file.get(list[i + 1])
    const each = listOf(second)
    if (each) {
      for (const [k, one] of each.entries()) widths.set(first + k, numberOf(file.get(one)) ?? usual)
      i += 2
    } else {
      const last = Math.min(numberOf(second) ?? first, first + MOST_CIDS)
      const width = numberOf(file.get(list[i + 2])) ?? usual
      for (let cid = first; cid <= last && widths.size < MOST_CIDS; cid++) widths.set(cid, width)
      i += 3
    }
  }
  return (cid) => widths.get(cid) ?? usual
}

/** A font of one-byte codes. Source: PDF 1.7, 9.6 */
function simpleFont(file: PdfFile, dict: Dict, kind: string): PdfFont {
  const descriptor = dictOf(file.get(dict.get("FontDescriptor")))
  const kept = keptProgram(file, descriptor)
  const widthOf = simpleWidths(file, dict)
  const spare = numberOf(file.get(descriptor?.get("MissingWidth")))
  const text = toUnicode(file, dict)
  const encoding = file.get(dict.get("Encoding"))
  const names = differences(file, dictOf(encoding))
  const symbolic = ((numberOf(file.get(descriptor?.get("Flags"))) ?? 0) & 4) !== 0
  const trueType = kind === "TrueType"
  const show = (code: number): ShownCode => {
    const given = widthOf(code)
    const own = trueType && !names.has(code) ? kept.program.glyphOf(code) : null
    const advance = own === null ? null : kept.program.advance(own)
    const width = given ?? spare ?? 500
    return {
      code,
      width,
      blank: code === 32,
      missing: names.get(code) === ".notdef" || own === 0,
      legible: text ? text(code) !== null : encoding !== null || !symbolic,
      text: text?.(code) ?? (code > 31 && code < 127 ? String.fromCharCode(code) : ""),
      misfit:
        (given === null && spare === null && descriptor !== null) ||
        (given !== null && own !== 0 && advance !== null && Math.abs(advance - width) > 1),
    }
  }
  return {
    ...kept,
    name: nameOf(file.get(dict.get("BaseFont"))) ?? "",
    kind,
    vertical: false,
    em: 1000,
    drawn: null,
    codes: (bytes) => [...bytes].map(show),
  }
}

function simpleWidths(file: PdfFile, dict: Dict): (code: number) => number | null {
  const first = numberOf(file.get(dict.get("FirstChar"))) ?? 0
  const widths = listOf(file.get(dict.get("Widths"))) ?? []
  return (code) => numberOf(file.get(widths[code - first]))
}

/** The glyph names that an encoding gives to codes of its own. */
function differences(file: PdfFile, encoding: Dict | null): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  let code = 0
  for (const one of listOf(file.get(encoding?.get("Differences"))) ?? []) {
    const item = file.get(one)
    const name = nameOf(item)
    if (name !== null) names.set(code++, name)
    else code = numberOf(item) ?? code
  }
  return names
}

/** A font whose glyphs are drawn by content streams. */
function drawnFont(file: PdfFile, dict: Dict): PdfFont {
  const widthOf = simpleWidths(file, dict)
  const names = differences(file, dictOf(file.get(dict.get("Encoding"))))
  const procedures = dictOf(file.get(dict.get("CharProcs")))
  const scale = numberOf(file.get(listOf(file.get(dict.get("FontMatrix")))?.[0]))
  const text = toUnicode(file, dict)
  const procedure = (code: number): Value => file.get(procedures?.get(names.get(code) ?? ""))
  return {
    program: unreadProgram(new Uint8Array(32)),
    embedded: true,
    openType: false,
    name: nameOf(file.get(dict.get("Name"))) ?? "Type 3",
    kind: "Type3",
    vertical: false,
    em: scale ? 1 / Math.abs(scale) : 1000,
    drawn: { font: dict, procedure },
    codes: (bytes) =>
      [...bytes].map((code) => ({
        code,
        width: widthOf(code) ?? 0,
        blank: code === 32,
        missing: procedure(code) === null,
        legible: (text?.(code) ?? null) !== null,
        text: text?.(code) ?? "",
        misfit: widthOf(code) === null,
      })),
  }
}
