import type { Face } from "../../fonts/face.ts"
import type { TextLanguage } from "../issue/text-look.ts"
import { centredMark } from "./centred.ts"
import { CLASS, hasTrail, isBlank, type CharClass } from "./classes.ts"

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
  /** How far it is raised into the middle of its cell, em; absent for one on the baseline. */
  readonly rise?: number
  /** True for a mark that we moved into the middle, as the face has no such form. */
  readonly moved?: boolean
  /** True when no face has the character and 〓 stands in its place. */
  readonly missing: boolean
}

/** Forms already worked out, by faces; a page has some thousand characters and few faces. */
const known = new WeakMap<readonly Face[], Map<number, Form>>()

/** What a style asks of its characters' cells. */
export interface FormStyle {
  /** Half-em digits, newspaper style, or the face's own. */
  readonly digits: "half" | "own"
  /** Marks are cells of half an em, their blank halves gaps; else whole cells. */
  readonly trim: boolean
  /** Stops stand in the middle of their cells in traditional text. */
  readonly language?: TextLanguage
}

/** A character and what it counts as where it stands. */
interface Sort {
  readonly code: number
  readonly kind: CharClass
  readonly half: boolean
  readonly whole: boolean
  readonly language: TextLanguage | undefined
}

/** The form of a character: found once for a list of faces, then remembered. */
export function formOf(
  faces: readonly Face[],
  code: number,
  kind: CharClass,
  style: FormStyle,
): Form {
  let forms = known.get(faces)
  if (!forms) {
    forms = new Map()
    known.set(faces, forms)
  }
  const half = style.digits === "half"
  const whole = !style.trim
  const { language } = style
  const hant = language === "hant" ? 4 : 0
  const key = (code * 32 + kind) * 8 + (half ? 1 : 0) + (whole ? 2 : 0) + hant
  let form = forms.get(key)
  if (!form) {
    form = findForm(faces, { code, kind, half, whole, language })
    forms.set(key, form)
  }
  return form
}

function findForm(faces: readonly Face[], sort: Sort): Form {
  const { code, kind, half } = sort
  const blank = isBlank(kind) || kind === CLASS.softHyphen
  const wanted = blank ? 0x20 : code
  const found = faces.findIndex((face) => face.glyphOf(wanted) !== 0)
  const font = Math.max(0, found)
  const face = faces[font]!
  const centred = found < 0 ? null : centredMark(face, code, kind, sort.language)
  if (centred) {
    const { glyph, dx, dy, moved } = centred
    return {
      ...{ kind: CLASS.wholeMark, font, glyph, cell: 1, x: dx, missing: false },
      ...(moved ? { rise: dy, moved } : {}),
    }
  }
  const glyph = found < 0 ? face.glyphOf(GETA) : glyphIn(face, wanted, kind, half)
  const advance = face.advance(glyph)
  const cell = blank ? 0 : cellWidth(sort, advance)
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

/**
 * Width of a cell in em: one for Han, half for the inked half of a mark.
 * Source: CLREQ #categories_of_punctuation_marks; GB/T 15834-2011 5.1.1 to 5.1.7, 5.1.9
 */
function cellWidth({ code, kind, half, whole }: Sort, advance: number): number {
  if (whole && (kind === CLASS.open || kind === CLASS.wideInterpunct || hasTrail(kind))) return 1
  if (code === 0xff0f) return 1
  if (kind === CLASS.han || kind === CLASS.wholeMark) return 1
  if (kind === CLASS.longConnector || kind === CLASS.ellipsis) return 1
  if (kind === CLASS.dash) return 2
  if (kind === CLASS.open || hasTrail(kind)) return 0.5
  if (kind === CLASS.wideInterpunct || isNarrow(kind)) return 0.5
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
  if (kind === CLASS.wideInterpunct || isNarrow(kind)) {
    const ink = face.ink(glyph)
    return cell / 2 - (ink.left + ink.right) / 2
  }
  return (cell - advance) / 2
}

/** Marks of a fixed half cell, whatever the face's advance. Source: GB/T 15834-2011 5.1.6, 5.1.7, 5.1.9 */
function isNarrow(kind: CharClass): boolean {
  return kind === CLASS.interpunct || kind === CLASS.connector || kind === CLASS.solidus
}
