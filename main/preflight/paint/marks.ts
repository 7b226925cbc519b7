import type { PdfFont, ShownCode } from "../fonts/pdf-font.ts"
import type { Rect } from "../read/pages.ts"
import type { Stream } from "../read/values.ts"
import type { Space } from "./colour.ts"

/** What something is painted with. */
export interface Paint {
  readonly space: Space
  readonly parts: readonly number[]
  readonly overprint: boolean
  /** Overprint mode: 1 leaves the plates alone that a CMYK colour has no ink on. */
  readonly mode: number
}

/** A path that was filled, drawn round, or both. */
export interface PathMark {
  readonly kind: "path"
  readonly box: Rect
  /** The seen parts of its pieces: marks round a page are one path in many places. */
  readonly pieces: readonly Rect[]
  readonly fill: Paint | null
  readonly stroke: Paint | null
  /** Width of the line on paper, pt. */
  readonly width: number
  /** Width and height of the path itself when it is one upright rectangle; null for another. */
  readonly plank: { readonly width: number; readonly height: number } | null
}

/** Text that was shown with one operator. */
export interface TextMark {
  readonly kind: "text"
  readonly box: Rect
  readonly font: PdfFont
  /** Size on paper, pt. */
  readonly size: number
  /** Null for text that is not filled, as the text under a scanned page. */
  readonly fill: Paint | null
  readonly codes: readonly ShownCode[]
}

/** A picture; an inline one, too. */
export interface PictureMark {
  readonly kind: "picture"
  readonly box: Rect
  readonly stream: Stream
  readonly pixels: { readonly width: number; readonly height: number }
  /** Size on paper, pt. */
  readonly size: { readonly width: number; readonly height: number }
  /** Null for a stencil, which is painted with `fill`. */
  readonly space: Space | null
  readonly bits: number
  readonly fill: Paint
  readonly masked: boolean
}

/** A smooth shading. */
export interface ShadingMark {
  readonly kind: "shading"
  readonly box: Rect
  readonly space: Space
}

/** Transparency, and other states that a standard forbids. */
export interface StateMark {
  readonly kind: "state"
  readonly box: Rect
  readonly fault: "alpha" | "blend" | "softmask" | "group" | "group-rgb" | "transfer"
}

/** Something that stands on the page. */
export type Mark = PathMark | TextMark | PictureMark | ShadingMark | StateMark
