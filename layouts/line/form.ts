import type { Face } from "../../fonts/face.ts"
import { CLASS, hasTrail, type CharClass } from "./classes.ts"

/** 〓, the printer's sign for a sort that the case does not hold (缺字符号). */
export const GETA = 0x3013

/** How one character of a class is set in a list of faces: its glyph and its cell. */
export interface Form {
  readonly kind: CharClass
  /** Index into the faces of the face that has it. */
  readonly font: number
  readonly glyph: number
  /** Width of the cell, em. */
  readonly cell: number
  /** Origin of the glyph from the left of the cell, em. */
  readonly x: number
  /** True when no face has the character and 〓 stands in its place. */
  readonly missing: boolean
}

/** Forms already worked out, by faces; a page has some thousand characters and few faces. */
const known = new WeakMap<readonly Face[], Map<number, Form>>()

/**
 * The form of a character: found once for a list of faces, then remembered.
 * `half` asks for half-em digits, newspaper style.
 */
export function formOf(faces: readonly Face[], code: number, kind: CharClass, half: boolean): Form {
  let forms = known.get(faces)
  if (!forms) {
    forms = new Map()
    known.set(faces, forms)
  }
  const key = (code * 32 + kind) * 2 + (half ? 1 : 0)
  let form = forms.get(key)
  if (!form) {
    form = findForm(faces, code, kind, half)
    forms.set(key, form)
  }
  return form
}

function findForm(faces: readonly Face[], code: number, kind: CharClass, half: boolean): Form {
  const blank = kind === CLASS.space || kind === CLASS.wideSpace || kind === CLASS.softHyphen
  const wanted = blank ? 0x20 : code
  const found = faces.findIndex((face) => face.glyphOf(wanted) !== 0)
  const font = Math.max(0, found)
  const face = faces[font]!
  const glyph = found < 0 ? face.glyphOf(GETA) : glyphIn(face, wanted, kind, half)
  const advance = face.advance(glyph)
  const cell = blank ? 0 : cellWidth(kind, advance, half)
  const x = blank ? 0 : originIn(kind, cell, face, glyph)
  return { kind, font, glyph, cell, x, missing: found < 0 }
}

/** Ideographs go by the cmap alone; everything else is shaped, so that locl and hwid apply. */
function glyphIn(face: Face, code: number, kind: CharClass, half: boolean): number {
  if (kind === CLASS.han) return face.glyphOf(code)
  const narrow = half && (kind === CLASS.digit || code === 0x25)
  const shaped = face.shape(String.fromCodePoint(code), narrow ? ["hwid"] : [])
  return shaped.glyphs[0] ?? face.glyphOf(code)
}

/** Width of a cell in em: one for Han, half for the inked half of a mark. */
function cellWidth(kind: CharClass, advance: number, half: boolean): number {
  if (kind === CLASS.han || kind === CLASS.exclaimPair) return 1
  if (kind === CLASS.longConnector || kind === CLASS.ellipsis) return 1
  if (kind === CLASS.dash) return 2
  if (kind === CLASS.open || hasTrail(kind)) return 0.5
  if (kind === CLASS.interpunct || kind === CLASS.connector || kind === CLASS.solidus) return 0.5
  if (kind === CLASS.digit && half && advance <= 0.6) return 0.5
  return advance
}

/**
 * Where a glyph's origin stands in its cell, em. An opening mark's blank half hangs out on the left;
 * a mark narrower than its cell (LXGW's quotes, most · and –) is set to its side or centred by ink.
 */
function originIn(kind: CharClass, cell: number, face: Face, glyph: number): number {
  const advance = face.advance(glyph)
  if (kind === CLASS.open) return cell - advance
  if (hasTrail(kind)) return 0
  if (kind === CLASS.interpunct || kind === CLASS.connector || kind === CLASS.solidus) {
    const ink = face.ink(glyph)
    return cell / 2 - (ink.left + ink.right) / 2
  }
  return (cell - advance) / 2
}
