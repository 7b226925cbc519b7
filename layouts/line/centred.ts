import type { Face } from "../../fonts/face.ts"
import type { TextLanguage } from "../issue/text-look.ts"
import { CLASS, type CharClass } from "./classes.ts"
import { EM_MIDDLE } from "./gathering.ts"

/** Ink whose middle is no further from the cell's than this, em, is in the middle. */
const NEAR = 0.12

/** The glyph of a mark, and how far it is moved from where the face has it, em. */
export interface CentredMark {
  readonly glyph: number
  /** To the right, and up. */
  readonly dx: number
  readonly dy: number
  /** True when the face has no form of it for traditional text and ours is moved into the middle. */
  readonly moved: boolean
}

/** Marks that stand in the middle of their cells in traditional text: ， 、 ： ； 。 ． ！ ？ */
export function isStop(kind: CharClass): boolean {
  return (
    kind === CLASS.pause ||
    kind === CLASS.colon ||
    kind === CLASS.stop ||
    kind === CLASS.exclaim ||
    kind === CLASS.wholeMark
  )
}

/**
 * A stop in the middle of its cell, which has no half to trim; null where it stands at a side. The
 * face's own form for traditional text is taken where its ink is in the middle, else its mark is
 * moved there; in simplified text a mark counts as centred when the face draws it so. The ink says
 * it, not the language. Source: typography reference 1.1, centred stops
 */
export function centredMark(
  face: Face,
  code: number,
  kind: CharClass,
  language: TextLanguage | undefined,
): CentredMark | null {
  if (!isStop(kind)) return null
  const text = String.fromCodePoint(code)
  const plain = face.shape(text, []).glyphs[0] ?? face.glyphOf(code)
  const hant = language === "hant"
  const glyph = hant ? (face.shape(text, [], "ZHT ").glyphs[0] ?? plain) : plain
  const ink = face.ink(glyph)
  const blank = ink.left === ink.right || face.advance(glyph) < 0.9
  const dx = 0.5 - (ink.left + ink.right) / 2
  if (!blank && Math.abs(dx) <= NEAR) return { glyph, dx: 0, dy: 0, moved: false }
  if (!hant) return null
  const low = kind === CLASS.pause || kind === CLASS.stop
  const dy = low ? EM_MIDDLE - (ink.top + ink.bottom) / 2 : 0
  return { glyph, dx, dy, moved: true }
}
