/** The part of fontkit 2 that we use; the package ships no types. Widths are in font units. */
declare module "fontkit" {
  export interface FontkitGlyph {
    readonly id: number
    readonly codePoints: readonly number[]
    readonly path: { toSVG(): string }
    readonly bbox: {
      readonly minX: number
      readonly minY: number
      readonly maxX: number
      readonly maxY: number
    }
  }

  export interface FontkitRun {
    readonly glyphs: readonly FontkitGlyph[]
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number }[]
  }

  export interface FontkitFont {
    readonly type: string
    readonly postscriptName: string
    readonly familyName: string
    readonly unitsPerEm: number
    readonly numGlyphs: number
    readonly directory: {
      readonly tables: Readonly<
        Record<string, { readonly offset: number; readonly length: number } | undefined>
      >
    }
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): FontkitGlyph
    /** Of a glyph that it has given before, the characters are those of that time. */
    getGlyph(id: number, codePoints?: readonly number[]): FontkitGlyph
    layout(
      text: string,
      features: readonly string[] | undefined,
      script: string,
      language: string,
    ): FontkitRun
  }

  export interface FontkitCollection {
    readonly type: string
    readonly fonts: readonly FontkitFont[]
  }

  export function create(bytes: Uint8Array): FontkitFont | FontkitCollection
}
