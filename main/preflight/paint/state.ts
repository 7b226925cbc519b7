import type { Matrix } from "../../../layouts/display/list.ts"
import type { PdfFont } from "../fonts/pdf-font.ts"
import { overlapOf, type Rect } from "../read/pages.ts"
import type { Value } from "../read/values.ts"
import { GRAY, type Space } from "./colour.ts"
import type { Paint } from "./marks.ts"
import { UNMOVED } from "./matrix.ts"

/** A colour as it was chosen, and the pattern that stands for it. */
export interface Chosen {
  readonly space: Space
  readonly parts: readonly number[]
  readonly pattern: Value
}

/** The drawing state. Source: PDF 1.7, 8.4 */
export interface State {
  matrix: Matrix
  /** What can be seen; null when all is clipped away. */
  clip: Rect | null
  fill: Chosen
  stroke: Chosen
  lineWidth: number
  fillOver: boolean
  strokeOver: boolean
  overMode: number
  font: PdfFont | null
  fontSize: number
  letterSpace: number
  wordSpace: number
  stretch: number
  leading: number
  rise: number
  /** Text that is drawn round, filled, neither; PDF's Tr. */
  textMode: number
}

const BLACK: Chosen = { space: GRAY, parts: [0], pattern: null }

export function firstState(clip: Rect): State {
  return {
    matrix: UNMOVED,
    clip,
    fill: BLACK,
    stroke: BLACK,
    lineWidth: 1,
    fillOver: false,
    strokeOver: false,
    overMode: 0,
    font: null,
    fontSize: 0,
    letterSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    textMode: 0,
  }
}

export function fillOf({ fill, fillOver, overMode }: State): Paint {
  return { space: fill.space, parts: fill.parts, overprint: fillOver, mode: overMode }
}

export function strokeOf({ stroke, strokeOver, overMode }: State): Paint {
  return { space: stroke.space, parts: stroke.parts, overprint: strokeOver, mode: overMode }
}

/** How much lengths grow on paper, between both directions. */
export function growth([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}

/** The part of a box that is seen; null for none. */
export function seenPart({ clip }: State, box: Rect | null): Rect | null {
  return clip && box && box.every(Number.isFinite) ? overlapOf(clip, box) : null
}
