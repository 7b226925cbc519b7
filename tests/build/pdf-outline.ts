import { create } from "fontkit"

/** The part of fontkit's glyph that tells its shape. */
interface DrawnGlyph {
  readonly path: { toSVG(): string }
  readonly advanceWidth: number
}

/** Reads the outline and the advance of any glyph of a font program: fontkit, not our own reader. */
export function outlineReader(bytes: Uint8Array): (glyph: number) => string {
  const font = create(Buffer.from(bytes)) as unknown as { getGlyph(id: number): DrawnGlyph }
  return (glyph) => {
    const drawn = font.getGlyph(glyph)
    return `${drawn.advanceWidth} ${drawn.path.toSVG()}`
  }
}
