import type { Face } from "../../fonts/face.ts"
import type { MarkWidths, NameLine, TextLanguage } from "../issue/text-look.ts"
import type { Pt } from "../units.ts"
import type { HyphenPatterns } from "./hyphenate.ts"
import type { ProhibitLevel } from "./prohibit.ts"

/** A stretch of a paragraph set in one face and size. Runs cover the text without gaps. */
export interface TextRun {
  readonly from: number
  readonly to: number
  /** Faces to try, best first. */
  readonly faces: readonly Face[]
  readonly size: Pt
  /** Added after each of its characters inside a line (字距), em of its size; 0 when left out. */
  readonly tracking?: number
  /** Name of its ink; that of its block when left out. */
  readonly ink?: string
  /** How far it stands above the baseline, pt; below it when less than 0. */
  readonly rise?: number
  /** Its characters are never parted; with `before` it is not parted from what is before it either. */
  readonly bound?: "inside" | "before"
  readonly beside?: Beside
}

/** What stands beside a run between the lines (行间标号). */
export interface Beside {
  readonly emphasis?: "dot"
  /** A line of a form; runs of one form and item are one name. */
  readonly line?: { readonly form: NameLine; readonly item: number }
  readonly ruby?: RubyRun
}

/** A reading over a run (注音); runs of one text and item are under one reading. */
export interface RubyRun {
  readonly text: string
  readonly item: number
  readonly faces: readonly Face[]
}

/** A reading and the cells `from` to `to` that it stands over; lengths in pt. */
export interface RubyUnit {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly face: string
  readonly size: Pt
  readonly glyphs: readonly number[]
  /** Places of its glyphs from its left. */
  readonly dx: readonly number[]
  readonly width: number
  /** Size of the text below. */
  readonly base: Pt
  readonly ink?: string
}

/** How a paragraph is set; lengths in em of its size. */
export interface LineStyle {
  /** First-line indent, em. */
  readonly indent: number
  readonly level: ProhibitLevel
  /** Quarter-em space between Han and Latin or digits; off is newspaper style. */
  readonly autospace: boolean
  /** Digits in half-em cells (newspaper style) or with the face's own widths. */
  readonly digits: "half" | "own"
  /** Edge and pair trimming; off for whole cells (全身). */
  readonly trim: boolean
  /** How wide marks are set, where not as the rules have it. */
  readonly marks?: MarkWidths
  /** Stops stand in the middle of their cells in traditional text. */
  readonly language?: TextLanguage
  /** What a typed space beside Han is: half a cell, when left out, or a word space as in running text. */
  readonly spaces?: "half" | "word"
  /** The paragraph's own size, pt; that of its first run when left out. */
  readonly size?: Pt
  /** Size of readings over the text, em of it; half when left out. */
  readonly ruby?: number
  /** Patterns by which Latin words are divided; absent divides none. */
  readonly hyphens?: HyphenPatterns
  /** Absent for horizontal text. */
  readonly vertical?: VerticalStyle
}

/** How vertical text (竖排) is set. */
export interface VerticalStyle {
  /** Most digits of a number that stands upright in one cell (纵中横). */
  readonly digits: number
}

/** A face and size that glyphs of a paragraph are set in. */
export interface CellFont {
  readonly face: Face
  readonly size: Pt
  readonly ink?: string
  /** Turned a quarter clockwise, as words on a vertical line are. */
  readonly turned?: true
  /** Width of its glyphs as a factor of their own; 1 when left out. */
  readonly stretch?: number
}

/** A character that no face of its run has; offset in UTF-16 units. */
export interface MissingGlyph {
  readonly offset: number
  readonly character: string
}

/**
 * A paragraph as cells, ready for breaking: struct of arrays, index = cell.
 * A cell is the smallest thing that is placed: an ideograph, a mark's half cell, a —— pair, one
 * letter. Widths in pt. `gap*[i]` stands between cell i and cell i + 1; sums are prefix sums with
 * `sum[i]` = the total before cell i (or gap i).
 */
export interface Cells {
  readonly count: number
  readonly size: Pt
  readonly text: string
  /** UTF-16 offset at which each cell begins; one more at the end. */
  readonly from: Int32Array
  readonly kind: Uint8Array
  readonly width: Float64Array
  /** First glyph of each cell in `glyphs`; one more at the end. */
  readonly glyphFrom: Int32Array
  readonly glyphs: readonly number[]
  /** Origin of each glyph along the line from the start of its cell, pt. */
  readonly glyphX: readonly number[]
  /** On a vertical line the origin of each glyph right of the line's middle, pt; else null. */
  readonly glyphAcross: readonly number[] | null
  readonly glyphText: readonly string[]
  /** Index into `fonts` of each glyph. */
  readonly glyphFont: readonly number[]
  readonly fonts: readonly CellFont[]
  readonly gap: Float64Array
  readonly gapMin: Float64Array
  readonly gapMax: Float64Array
  readonly squeezeStep: Uint8Array
  readonly expandStep: Uint8Array
  /** May a line end after this cell: 1 yes, 0 no. */
  readonly breakAfter: Uint8Array
  readonly widthSum: Float64Array
  readonly gapSum: Float64Array
  readonly missing: readonly MissingGlyph[]
  /** Characters set in a fallback face. */
  readonly substituted: readonly { readonly offset: number; readonly face: string }[]
  /** How far glyphs stand above the baseline, pt, by their index; empty for most texts. */
  readonly raised: ReadonlyMap<number, number>
  /** Faces whose stops we moved into the middle of their cells, as traditional text has them. */
  readonly moved: ReadonlySet<string>
  /** What stands beside the cells, by rising `from`; empty for most texts. */
  readonly beside: readonly BesideCells[]
  /** Cells after which a line may end with a hyphen, inside a word; empty for most texts. */
  readonly hyphens: ReadonlySet<number>
  /** Readings over the cells, by rising `from`; empty for most texts. */
  readonly ruby: readonly RubyUnit[]
}

/** Cells `from` to `to` and what stands beside them. */
export interface BesideCells extends Beside {
  readonly from: number
  readonly to: number
  /** Their size, pt. */
  readonly size: Pt
  readonly ink?: string
}
