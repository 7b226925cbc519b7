import type { Box, Pt } from "../units.ts"

/**
 * A named ink with its values on the four process plates, each 0 to 1.
 * The screen converts; plates never do.
 */
export interface Ink {
  readonly name: string
  readonly cmyk: readonly [number, number, number, number]
  /** The plate of its own that it is printed from; `cmyk` then stands in for it where there is none. */
  readonly spot?: SpotPlate
}

/** A spot ink's plate (专色版), and how it is used. */
export interface SpotPlate {
  readonly plate: string
  /** Strength on the plate, 0 to 1. */
  readonly tint: number
  /** What stands in for the full strength on the process plates. */
  readonly solid: Ink["cmyk"]
  /** True when it prints over what lies below it. */
  readonly overprint: boolean
}

/** a b c d e f as in PDF: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** One piece of an outline, in pt. */
export type Segment =
  | readonly ["M", number, number]
  | readonly ["L", number, number]
  | readonly ["C", number, number, number, number, number, number]
  | readonly ["Z"]

/** What a piece of the page came from: for hit testing, reading order and tagged PDF. */
export interface Source {
  readonly article: string
  /** Index into the story's paragraphs; -1 for the headline block. */
  readonly paragraph: number
  /** The words of the headline block that these are; absent for the story's. */
  readonly words?: "kicker" | "headline" | "deck"
  /** UTF-16 range in that paragraph or in those words. */
  readonly from: number
  readonly to: number
}

/** Saves the drawing state, then applies a matrix and a rectangular clip. */
export interface Push {
  readonly kind: "push"
  readonly matrix: Matrix
  readonly clip: Box | null
}

/** Restores the drawing state of the last push. */
export interface Pop {
  readonly kind: "pop"
}

/**
 * Glyphs of one face and size on one baseline, as placed: painters add nothing.
 * `glyphs[i]` stands at (x + dx[i], y) and shows `texts[i]`, the source characters it is read as
 * ("" where the glyph before already told it). Vertical offsets are in `dy` only where some are not 0.
 * Turned glyphs are turned a quarter clockwise, each about its own place; stretched ones are `stretch`
 * times as wide as the face has them.
 */
export interface Glyphs {
  readonly kind: "glyphs"
  readonly face: string
  readonly size: Pt
  readonly ink: string
  readonly x: Pt
  readonly y: Pt
  readonly glyphs: readonly number[]
  readonly dx: readonly number[]
  readonly dy: readonly number[] | null
  readonly turned?: true
  readonly stretch?: number
  readonly texts: readonly string[]
  readonly source: Source | null
}

/** A filled outline (nonzero winding). */
export interface Fill {
  readonly kind: "fill"
  readonly ink: string
  readonly path: readonly Segment[]
}

/** A stroked outline, butt caps, mitre joins; `width` and `dash` in pt. */
export interface Stroke {
  readonly kind: "stroke"
  readonly ink: string
  readonly path: readonly Segment[]
  readonly width: Pt
  readonly dash: readonly number[]
}

/**
 * A picture fitted to `box` after cropping to `crop` (fractions 0 to 1 of the picture). Where it is cut
 * out (挖版), only what is inside `cut` shows, nonzero winding; what is under the rest stays.
 */
export interface Image {
  readonly kind: "image"
  readonly picture: string
  readonly box: Box
  readonly crop: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  readonly cut?: readonly Segment[]
}

/** Says what the items up to the next tag are part of; draws nothing. */
export interface Tag {
  readonly kind: "tag"
  readonly role: string
  readonly article: string | null
  /** What a picture shows, in words, for readers who cannot see it; pictures alone have it. */
  readonly alt?: string
}

export type Item = Push | Pop | Glyphs | Fill | Stroke | Image | Tag

/**
 * The paper itself: what every painter draws, glyph for glyph.
 * Flat and JSON-safe; lengths in pt, y down, origin at the trim's top left.
 */
export interface DisplayList {
  readonly page: string
  readonly trim: { readonly width: Pt; readonly height: Pt }
  readonly bleed: Pt
  readonly inks: readonly Ink[]
  readonly items: readonly Item[]
}
