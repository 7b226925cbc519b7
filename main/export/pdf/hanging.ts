import type { Face } from "../../../fonts/face.ts"
import type { Glyphs } from "../../../layouts/display/list.ts"
import { goesDown } from "../../../layouts/display/letter-matrix.ts"

/**
 * How a letter hangs from the pen of a font that writes down, thousandths of an em: its origin is so
 * far left of the pen and so far below it, and then the pen goes down by a step.
 */
export interface Hanging {
  readonly left: number
  readonly below: number
  readonly step: number
}

/** A letter hangs by the middle of its em box's top, and the next one an em below it. */
export const EM_BOX = { below: 880, step: 1000 } as const

/** Two origins nearer than this are at one place, thousandths of an em. */
const SAME = 0.05

/**
 * Step of two or three letters that share a cell, thousandths of an em: Poppler takes nearer ones for
 * a line each.
 */
const HALF = 500

/** Whether a run's letters stand upright one below the other. */
export function standsDown(run: Glyphs): boolean {
  return goesDown(run) && run.turned !== true
}

/**
 * How each letter of a run that stands down hangs, so that the pen stays in the middle of the line and
 * only goes down, even where letters share a cell (纵中横): readers then take the line for one. Null
 * for those that hang by the middle of their em box, and for every letter of a face with CFF
 * outlines, where one glyph hangs in one way.
 * Source: PDF 1.7, 9.7.4.3 (W2)
 */
export function hangingsOf(
  { glyphs, dx, dy, size, stretch = 1 }: Glyphs,
  { face, advance }: { readonly face: Face; readonly advance: (glyph: number) => number },
): readonly (Hanging | null)[] {
  if (face.tableLength("glyf") === 0) return glyphs.map(() => null)
  return glyphs.map((glyph, i) => {
    let first = i
    let after = i + 1
    while (first > 0 && dy![first - 1] === dy![i]) first -= 1
    while (after < glyphs.length && dy![after] === dy![i]) after += 1
    const share = Math.max(1000 / (after - first), after - first < 4 ? HALF : 0)
    const left = hundredth((-1000 * dx[i]!) / (size * stretch))
    if (share === EM_BOX.step && Math.abs(left - advance(glyph) / 2) < SAME) return null
    return { left, below: hundredth(EM_BOX.below - share * (i - first)), step: hundredth(share) }
  })
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100
}
