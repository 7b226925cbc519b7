/** What a font's licence bits (OS/2 fsType) let us do in a PDF. */
export type Embedding =
  "installable" | "editable" | "preview" | "forbidden" | "bitmapOnly" | "wholeOnly"

/** Text after shaping: parallel arrays, in visual order left to right, widths in em. */
export interface Shaped {
  readonly glyphs: readonly number[]
  /** Advance of each glyph, em. */
  readonly advances: readonly number[]
  /** Shift of each glyph from its pen position, em. */
  readonly offsets: readonly number[]
  /** Number of UTF-16 units of the text that each glyph stands for; 0 where the one before told it. */
  readonly units: readonly number[]
}

/** The ink of a glyph, em, y up, origin on the baseline at the pen. */
export interface InkBounds {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** Font features that the compositor asks for by name. */
export type Feature = "hwid" | "vert" | "pwid" | "sups" | "subs"

/**
 * A font face as the compositor and the painters see it; its bytes stay behind it.
 * Everything is in em or glyph ids, so a face never needs to know a size.
 */
export interface Face {
  /** Registry id, such as `song-400`. */
  readonly id: string
  readonly postScriptName: string
  readonly unitsPerEm: number
  readonly embedding: Embedding
  /** Height of the em box above the baseline, em; 0.88 for the faces we ship. */
  readonly ascent: number
  /** Glyph id of a code point by the cmap alone, 0 when the face has none. */
  glyphOf(codePoint: number): number
  /** What readers take a character of it for; the character itself where it does not say. */
  reading?(character: string): string
  /** Advance width of a glyph, em. */
  advance(glyph: number): number
  /** Shapes a short run (script hani, language ZHS where no other is asked for) with extra features. */
  shape(text: string, features: readonly Feature[], language?: "ZHT "): Shaped
  /** Ink bounds of a glyph; all 0 for a blank one. */
  ink(glyph: number): InkBounds
  /**
   * Outline of a glyph as SVG path data in font units, y up; "" for a blank one. For painters that
   * draw glyphs by id.
   */
  outline(glyph: number): string
  /** Raw bytes of an sfnt table for embedding, null when the face has no such table. */
  table(tag: string): Uint8Array | null
  /** Length of an sfnt table in bytes, 0 when the face has no such table. */
  tableLength(tag: string): number
  /** Some bytes of a table, from its start: a face of 15 MB need not be read whole for a page. */
  tablePart(tag: string, from: number, to: number): Uint8Array
}
