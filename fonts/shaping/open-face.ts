import * as fontkit from "fontkit"
import type { FontkitFont, FontkitGlyph } from "fontkit"
import { outlinesOf, type Outlines } from "../subset/outline.ts"
import type { Embedding, Face, Feature, InkBounds, Shaped } from "../face.ts"
import { glyfPath } from "./glyf-path.ts"

/** Script and usual language of a run: without them — is 0.89 em and —— no 2-em glyph in Noto SC. */
const SCRIPT = "hani"
const LANGUAGE = "ZHS "

/**
 * The bytes of a font file. `read` gives the true bytes of a stretch; `bytes` may hold blanks where
 * the outlines (glyf) stand, as long as the file has been read for setting type only.
 */
export interface FontBytes {
  readonly bytes: Uint8Array
  read(from: number, to: number): Uint8Array
}

/** A font that is in memory whole. */
export function wholeFont(bytes: Uint8Array): FontBytes {
  return { bytes, read: (from, to) => bytes.subarray(from, to) }
}

/**
 * The faces in a font file: one for TTF and OTF, several for a collection (TTC).
 * WOFF must be unpacked before (fontkit inflates a table anew for every glyph of it).
 * Empty when the bytes are no font or lack what setting type needs.
 */
export function openFaces(file: FontBytes, idOf: (index: number) => string): readonly Face[] {
  try {
    const opened = fontkit.create(file.bytes)
    const fonts = "fonts" in opened ? opened.fonts : [opened]
    return fonts.flatMap((font, index) => faceOf(withOwnCharacters(font), file, idOf(index)) ?? [])
  } catch {
    return []
  }
}

/**
 * The font, its glyphs with the characters that they were asked for. fontkit keeps a glyph with those
 * of the first text that showed it: after ﬀ, a word with ff would be one letter short.
 */
function withOwnCharacters(font: FontkitFont): FontkitFont {
  const first = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints = []) => {
    const glyph = first(id, codePoints)
    const same =
      codePoints.length === glyph.codePoints.length &&
      codePoints.every((code, i) => code === glyph.codePoints[i])
    if (same || codePoints.length === 0) return glyph
    return Object.create(glyph, { codePoints: { value: codePoints } }) as FontkitGlyph
  }
  return font
}

function faceOf(font: FontkitFont, file: FontBytes, id: string): Face | null {
  const perEm = font.unitsPerEm
  const entryOf = (tag: string) =>
    font.directory.tables[tag.padEnd(4, " ")] ?? font.directory.tables[tag]
  const table = (tag: string): Uint8Array | null => {
    const entry = entryOf(tag)
    return entry ? file.read(entry.offset, entry.offset + entry.length) : null
  }
  const tablePart = (tag: string, from: number, to: number): Uint8Array => {
    const { offset, length } = entryOf(tag) ?? { offset: 0, length: 0 }
    return file.read(offset + Math.min(from, length), offset + Math.min(to, length))
  }
  const tableLength = (tag: string): number => entryOf(tag)?.length ?? 0
  const advance = advances(table, perEm)
  if (!advance || isCut(font, file.bytes.byteLength)) return null
  const glyphs = new Map<number, number>()
  const inks = new Map<number, InkBounds>()
  const shapes = new Map<string, Shaped>()
  const outlineBox = outlineBoxes(table, tablePart)
  let glyf: { readonly outlines: Outlines | null } | null = null

  return {
    id,
    postScriptName: font.postscriptName,
    unitsPerEm: perEm,
    embedding: embeddingOf(table("OS/2")),
    ascent: 0.88,
    table,
    outline(glyph) {
      glyf ??= { outlines: outlinesOf({ table, tableLength, tablePart }) }
      const { outlines } = glyf
      return outlines ? glyfPath(outlines, glyph) : font.getGlyph(glyph).path.toSVG()
    },
    tableLength,
    tablePart,
    advance,
    glyphOf(codePoint) {
      let glyph = glyphs.get(codePoint)
      if (glyph === undefined) {
        glyph = font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint).id : 0
        glyphs.set(codePoint, glyph)
      }
      return glyph
    },
    shape(text, features, language) {
      const plain = features.length === 0 && !language
      const key = plain ? text : `${text} ${language ?? ""}${features.join()}`
      let shaped = shapes.get(key)
      if (!shaped) {
        shaped = shape(font, text, { features, language: language ?? LANGUAGE })
        shapes.set(key, shaped)
      }
      return shaped
    },
    ink(glyph) {
      let ink = inks.get(glyph)
      if (!ink) {
        ink = scaled(outlineBox(glyph) ?? font.getGlyph(glyph).bbox, perEm)
        inks.set(glyph, ink)
      }
      return ink
    },
  }
}

/** True when a table reaches beyond the file's end: the file was cut off. */
function isCut(font: FontkitFont, size: number): boolean {
  return Object.values(font.directory.tables).some(
    (entry) => entry !== undefined && entry.offset + entry.length > size,
  )
}

/** A glyph's bounding box in font units; all Infinity when it has no outline. */
type GlyphBox = FontkitGlyph["bbox"]

function scaled(box: GlyphBox, perEm: number): InkBounds {
  if (!Number.isFinite(box.minX)) return { left: 0, right: 0, bottom: 0, top: 0 }
  const { minX, maxX, minY, maxY } = box
  return { left: minX / perEm, right: maxX / perEm, bottom: minY / perEm, top: maxY / perEm }
}

/**
 * Boxes read from the heads of glyf outlines; null answers for a face without such outlines.
 * Source: OpenType 1.9, glyf (glyph header) and loca.
 */
function outlineBoxes(
  table: (tag: string) => Uint8Array | null,
  tablePart: (tag: string, from: number, to: number) => Uint8Array,
): (glyph: number) => GlyphBox | null {
  const loca = table("loca")
  const head = table("head")
  if (!loca || !head) return () => null
  const long = viewOf(head).getInt16(50) === 1
  const offsets = viewOf(loca)
  const offset = (glyph: number): number =>
    long ? offsets.getUint32(4 * glyph) : 2 * offsets.getUint16(2 * glyph)
  return (glyph) => {
    const from = offset(glyph)
    const header = tablePart("glyf", from, Math.min(from + 10, offset(glyph + 1)))
    if (header.byteLength < 10) return { minX: Infinity, minY: Infinity, maxX: -1, maxY: -1 }
    const box = viewOf(header)
    return {
      minX: box.getInt16(2),
      minY: box.getInt16(4),
      maxX: box.getInt16(6),
      maxY: box.getInt16(8),
    }
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Advance widths straight from hmtx: fontkit would build a glyph object for each. */
function advances(table: (tag: string) => Uint8Array | null, perEm: number) {
  const hhea = table("hhea")
  const hmtx = table("hmtx")
  if (!hhea || !hmtx) return null
  const long = viewOf(hhea).getUint16(34)
  const metrics = viewOf(hmtx)
  return (glyph: number): number => metrics.getUint16(4 * Math.min(glyph, long - 1)) / perEm
}

function shape(
  font: FontkitFont,
  text: string,
  { features, language }: { readonly features: readonly Feature[]; readonly language: string },
): Shaped {
  const run = font.layout(text, features.length > 0 ? features : undefined, SCRIPT, language)
  const units: number[] = []
  for (const glyph of run.glyphs)
    units.push(glyph.codePoints.reduce((sum, code) => sum + (code > 0xffff ? 2 : 1), 0))
  return {
    glyphs: run.glyphs.map((glyph) => glyph.id),
    advances: run.positions.map((position) => position.xAdvance / font.unitsPerEm),
    offsets: run.positions.map((position) => position.xOffset / font.unitsPerEm),
    units,
  }
}

/**
 * What OS/2 fsType permits. Where several bits are set the least restrictive counts (version < 3).
 * Source: OpenType OS/2 fsType.
 */
function embeddingOf(os2: Uint8Array | null): Embedding {
  if (!os2 || os2.byteLength < 10) return "installable"
  const bits = viewOf(os2).getUint16(8)
  if (bits & 0x200) return "bitmapOnly"
  if (bits & 0x100) return "wholeOnly"
  if (bits & 0x8) return "editable"
  if (bits & 0x4) return "preview"
  if (bits & 0x2) return "forbidden"
  return "installable"
}
