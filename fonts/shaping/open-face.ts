import * as fontkit from "fontkit"
import type { FontkitFont } from "fontkit"
import type { Embedding, Face, Feature, InkBounds, Shaped } from "../face.ts"

/** Script and language of every run: without them — is 0.89 em and —— no 2-em glyph in Noto SC. */
const SCRIPT = "hani"
const LANGUAGE = "ZHS "

/**
 * The faces in a font file: one for TTF and OTF, several for a collection (TTC).
 * WOFF must be unpacked before (fontkit inflates a table anew for every glyph of it).
 * Empty when the bytes are no font or lack what setting type needs.
 */
export function openFaces(bytes: Uint8Array, idOf: (index: number) => string): readonly Face[] {
  try {
    const opened = fontkit.create(bytes)
    const fonts = "fonts" in opened ? opened.fonts : [opened]
    return fonts.flatMap((font, index) => faceOf(font, bytes, idOf(index)) ?? [])
  } catch {
    return []
  }
}

function faceOf(font: FontkitFont, bytes: Uint8Array, id: string): Face | null {
  const perEm = font.unitsPerEm
  const table = (tag: string): Uint8Array | null => {
    const entry = font.directory.tables[tag.padEnd(4, " ")] ?? font.directory.tables[tag]
    return entry ? bytes.subarray(entry.offset, entry.offset + entry.length) : null
  }
  const advance = advances(table, perEm)
  if (!advance) return null
  const glyphs = new Map<number, number>()
  const inks = new Map<number, InkBounds>()
  const shapes = new Map<string, Shaped>()

  return {
    id,
    postScriptName: font.postscriptName,
    unitsPerEm: perEm,
    embedding: embeddingOf(table("OS/2")),
    ascent: 0.88,
    table,
    advance,
    glyphOf(codePoint) {
      let glyph = glyphs.get(codePoint)
      if (glyph === undefined) {
        glyph = font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint).id : 0
        glyphs.set(codePoint, glyph)
      }
      return glyph
    },
    shape(text, features) {
      const key = features.length === 0 ? text : `${text} ${features.join()}`
      let shaped = shapes.get(key)
      if (!shaped) {
        shaped = shape(font, text, features)
        shapes.set(key, shaped)
      }
      return shaped
    },
    ink(glyph) {
      let ink = inks.get(glyph)
      if (!ink) {
        const { minX, minY, maxX, maxY } = font.getGlyph(glyph).bbox
        const blank = !Number.isFinite(minX)
        ink = blank
          ? { left: 0, right: 0, bottom: 0, top: 0 }
          : { left: minX / perEm, right: maxX / perEm, bottom: minY / perEm, top: maxY / perEm }
        inks.set(glyph, ink)
      }
      return ink
    },
  }
}

/** Advance widths straight from hmtx: fontkit would build a glyph object for each. */
function advances(table: (tag: string) => Uint8Array | null, perEm: number) {
  const hhea = table("hhea")
  const hmtx = table("hmtx")
  if (!hhea || !hmtx) return null
  const long = new DataView(hhea.buffer, hhea.byteOffset).getUint16(34)
  const metrics = new DataView(hmtx.buffer, hmtx.byteOffset, hmtx.byteLength)
  return (glyph: number): number => metrics.getUint16(4 * Math.min(glyph, long - 1)) / perEm
}

function shape(font: FontkitFont, text: string, features: readonly Feature[]): Shaped {
  const run = font.layout(text, features.length > 0 ? features : undefined, SCRIPT, LANGUAGE)
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
  const bits = new DataView(os2.buffer, os2.byteOffset).getUint16(8)
  if (bits & 0x200) return "bitmapOnly"
  if (bits & 0x100) return "wholeOnly"
  if (bits & 0x8) return "editable"
  if (bits & 0x4) return "preview"
  if (bits & 0x2) return "forbidden"
  return "installable"
}
