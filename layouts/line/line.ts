import type { NameLine } from "../issue/text-look.ts"
import type { Pt } from "../units.ts"

/** How a line ended: filled, by the end of its paragraph, or at an original column break. */
export type LineEnd = "line" | "paragraph" | "columnBreak"

/** Glyphs of one face and size on a line; `dx` in pt along the line from its start. */
export interface GlyphRun {
  readonly face: string
  readonly size: Pt
  /** Name of their ink; that of their block when left out. */
  readonly ink?: string
  readonly glyphs: readonly number[]
  readonly dx: readonly number[]
  readonly texts: readonly string[]
  /** Shift of each glyph, pt, down; absent where all stand on the baseline. */
  readonly dy?: readonly number[]
  /** On a vertical line: origins right of its middle, pt. */
  readonly across?: readonly number[]
  /** On a vertical line: turned a quarter clockwise. */
  readonly turned?: true
  /** Width of its glyphs as a factor of their own; 1 when left out. */
  readonly stretch?: number
}

/** What is drawn beside a line; `x` and `to` in pt along the line, `size` that of its text. */
export type BesideLine =
  | { readonly kind: "dot"; readonly x: number; readonly size: Pt; readonly ink?: string }
  | {
      readonly kind: NameLine
      readonly x: number
      readonly to: number
      readonly size: Pt
      readonly ink?: string
    }
  | {
      readonly kind: "ruby"
      readonly x: number
      /** Height of its baseline over the line's. */
      readonly up: number
      /** Size of the text below. */
      readonly base: Pt
      readonly face: string
      readonly size: Pt
      readonly glyphs: readonly number[]
      readonly dx: readonly number[]
      readonly text: string
      readonly ink?: string
    }

/** Where a caret can stand on a line: before each of its cells and behind the last. */
export interface Stops {
  /** UTF-16 offsets into the paragraph, rising. */
  readonly at: readonly number[]
  /** pt along the line from its start, never falling; two stops meet where a cell has no width. */
  readonly x: readonly number[]
}

/**
 * A composed line; lengths in pt along it, from left to right or, where it is vertical, down. Its
 * place on the page is the column's business.
 */
export interface Line {
  /** UTF-16 range of the paragraph that it shows; lines tile their paragraph. */
  readonly from: number
  readonly to: number
  /** From the column's left edge (its top): the indent, or the shift of a centred line. */
  readonly x: Pt
  /** From the left edge of its first cell to the right edge of its last. */
  readonly width: Pt
  /** Sum of all squeezing (0 or less) and of all expansion (0 or more). */
  readonly squeeze: Pt
  readonly expand: Pt
  /** What was put between two ideographs, em; 0 on lines that needed none. */
  readonly looseness: number
  readonly end: LineEnd
  /** True for a line of vertical text (竖排). */
  readonly vertical?: true
  /** True when the line is exactly as wide as its measure. */
  readonly full: boolean
  /** True when a rule had to be broken to set it: bounds, a divided word, a forbidden edge, too wide. */
  readonly strained: boolean
  readonly runs: readonly GlyphRun[]
  readonly stops: Stops
  /** What stands beside it; absent for nothing. */
  readonly beside?: readonly BesideLine[]
}
