import type { CellFont, LineStyle, MissingGlyph, TextRun } from "./cells.ts"
import type { CharClass } from "./classes.ts"

/** Cells while they are gathered; plain arrays, frozen into typed ones at the end. */
export interface Gathering {
  readonly text: string
  readonly style: LineStyle
  readonly from: number[]
  readonly kind: CharClass[]
  readonly width: number[]
  readonly glyphFrom: number[]
  readonly glyphs: number[]
  readonly glyphX: number[]
  readonly glyphText: string[]
  readonly glyphFont: number[]
  /** On a vertical line, where each glyph stands from its middle; null on a horizontal one. */
  readonly glyphAcross: number[] | null
  /** How each character of a vertical text stands; null in a horizontal one. */
  readonly stands: Uint8Array | null
  readonly fonts: CellFont[]
  readonly missing: MissingGlyph[]
  readonly substituted: { offset: number; face: string }[]
  readonly raised: Map<number, number>
  readonly moved: Set<string>
  /** 1 at the places inside addresses, which divide by rules of their own; null without any. */
  readonly insideAddress: Uint8Array | null
  /** Offsets of the straight quotation marks that open. */
  readonly openQuotes: ReadonlySet<number>
}

/** The middle of an em box above its baseline, em: what the letters of a vertical line are centred on. */
export const EM_MIDDLE = 0.38

/**
 * Adds the fonts of a run, one a face; returns the number of the first. In vertical text these are
 * the turned ones, for words; glyphs that stand upright ask for their own.
 */
export function addFonts(g: Gathering, { faces, size, ink }: TextRun): number {
  const base = g.fonts.length
  const turned = g.stands ? ({ turned: true } as const) : {}
  for (const face of faces)
    g.fonts.push(ink === undefined ? { face, size, ...turned } : { face, size, ink, ...turned })
  return base
}

/** Opens a cell for what begins at an offset. */
export function open(g: Gathering, at: number, kind: CharClass): void {
  g.from.push(at)
  g.kind.push(kind)
  g.glyphFrom.push(g.glyphs.length)
}

/** Where a glyph stands. */
interface Spot {
  /** pt along the line from the start of its cell. */
  readonly x: number
  /** Index into the fonts. */
  readonly font: number
  /** pt right of a vertical line's middle; that of a turned letter when left out. */
  readonly across?: number
}

/** Adds a glyph to the open cell. */
export function show(g: Gathering, id: number, at: Spot, text: string): void {
  g.glyphs.push(id)
  g.glyphX.push(at.x)
  g.glyphText.push(text)
  g.glyphFont.push(at.font)
  g.glyphAcross?.push(at.across ?? -EM_MIDDLE * g.fonts[at.font]!.size)
}
