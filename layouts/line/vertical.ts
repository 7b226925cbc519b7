import type { Face, Feature } from "../../fonts/face.ts"
import type { CellFont, LineStyle, TextRun } from "./cells.ts"
import { CLASS, classOf, hasTrail, isBlank, isJoined, type CharClass } from "./classes.ts"
import { isStop } from "./centred.ts"
import { GETA } from "./form.ts"
import { EM_MIDDLE, open, show, type Gathering } from "./gathering.ts"
import { orientationOf } from "./orientation.ts"
import { STAND } from "./stands.ts"

/** Two of these are one unit: — … ⋯. */
const PAIRED = new Set([0x2014, 0x2026, 0x22ef])

/** Part of an em box above its baseline. */
const ABOVE = 0.5 + EM_MIDDLE

/** How one character stands upright in a vertical cell. */
interface UprightForm {
  readonly kind: CharClass
  /** Index into the faces of the face that has it. */
  readonly font: number
  readonly glyph: number
  /** Length of the cell along the line, em. */
  readonly cell: number
  /** Origin of the glyph along the line from the cell's start, and right of the line's middle, em. */
  readonly along: number
  readonly across: number
  readonly missing: boolean
}

/** Forms already worked out, by faces; null for a character that is turned. */
const known = new WeakMap<readonly Face[], Map<number, UprightForm | null>>()

/**
 * Gathers what stands upright, or turned by itself, at an offset of a vertical text; returns the
 * offset after it. Null for what is set as on a horizontal line and turned with it: words, long
 * numbers, ——, spaces, signs that ride on others; and null in horizontal text.
 */
export function gatherUpright(g: Gathering, run: TextRun, at: number, base: number): number | null {
  const stand = g.stands?.[at]
  if (stand === undefined || stand === STAND.turned) return null
  const code = g.text.codePointAt(at)!
  if (stand === STAND.lone) return gatherLone(g, run, at, base)
  // Characters of one cell that a run parts stand upright each in its own.
  if (stand === STAND.combined || stand === STAND.riding) return gatherCombined(g, run, at)
  if (isJoined(code)) return null
  const next = at + 1 < run.to ? g.text.charCodeAt(at + 1) : 0
  if (next === code && PAIRED.has(code)) return code === 0x2014 ? null : gatherEllipsis(g, run, at)
  const form = uprightForm(run.faces, code, g.style)
  if (!form) return null
  const text = String.fromCodePoint(code)
  const { size } = run
  open(g, at, form.kind)
  const font = fontOf(g, run, run.faces[form.font]!, 1)
  show(g, form.glyph, { x: form.along * size, font, across: form.across * size }, text)
  g.width.push(form.cell * size)
  if (form.missing) g.missing.push({ offset: at, character: text })
  else if (form.font > 0 && !run.faces[form.font]!.reading)
    g.substituted.push({ offset: at, face: run.faces[form.font]!.id })
  return at + text.length
}

/** The upright font of a run's face, stretched so; added when it is first asked for. */
function fontOf(g: Gathering, { size, ink }: TextRun, face: Face, stretch: number): number {
  const same = (font: CellFont): boolean =>
    font.face === face &&
    font.size === size &&
    font.ink === ink &&
    !font.turned &&
    (font.stretch ?? 1) === stretch
  const found = g.fonts.findIndex(same)
  if (found >= 0) return found
  const inked = ink === undefined ? { face, size } : { face, size, ink }
  g.fonts.push(stretch === 1 ? inked : { ...inked, stretch })
  return g.fonts.length - 1
}

function uprightForm(faces: readonly Face[], code: number, style: LineStyle): UprightForm | null {
  let forms = known.get(faces)
  if (!forms) {
    forms = new Map()
    known.set(faces, forms)
  }
  const hant = style.language === "hant"
  const key = code * 4 + (style.trim ? 1 : 0) + (hant ? 2 : 0)
  let form = forms.get(key)
  if (form === undefined) {
    form = findForm(faces, code, { whole: !style.trim, hant })
    forms.set(key, form)
  }
  return form
}

/**
 * Marks take the forms that the face has for vertical text, which stand at the upper right of their
 * cells; what has none and is no upright character is turned.
 * Source: typography reference 1.10; UAX #50
 */
function findForm(
  faces: readonly Face[],
  code: number,
  { whole, hant }: { readonly whole: boolean; readonly hant: boolean },
): UprightForm | null {
  const plain = classOf(code)
  const middle = hant && isStop(plain)
  const kind = middle ? CLASS.wholeMark : uprightKind(plain)
  if (isBlank(kind) || kind === CLASS.dash) return null
  const found = faces.findIndex((face) => face.glyphOf(code) !== 0)
  const face = faces[Math.max(0, found)]!
  const centred = kind === CLASS.interpunct || kind === CLASS.wideInterpunct
  const glyph = found < 0 ? face.glyphOf(GETA) : glyphIn(face, code)
  const turns = orientationOf(code) === "R" || orientationOf(code) === "Tr"
  if (found >= 0 && turns && !centred && glyph === face.shape(charOf(code), []).glyphs[0])
    return null
  const half = kind === CLASS.open || centred || hasTrail(kind)
  const cell = half && !(whole && kind !== CLASS.interpunct) ? 0.5 : 1
  const ink = face.ink(glyph)
  const along = centred || middle ? cell / 2 + (ink.top + ink.bottom) / 2 : ABOVE
  return {
    ...{ kind, font: Math.max(0, found), glyph, cell },
    along: kind === CLASS.open ? along + cell - 1 : along,
    across: centred || middle ? -(ink.left + ink.right) / 2 : -face.advance(glyph) / 2,
    missing: found < 0,
  }
}

/**
 * ： ； ！ ？ fill their cells in vertical text: there is no blank half to trim.
 * Source: typography reference 1.1; the vchw feature of Noto Serif SC
 */
function uprightKind(kind: CharClass): CharClass {
  return kind === CLASS.colon || kind === CLASS.exclaim ? CLASS.wholeMark : kind
}

/** Ideographs go by the cmap alone. */
function glyphIn(face: Face, code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return face.glyphOf(code)
  return face.shape(charOf(code), ["vert"]).glyphs[0] ?? face.glyphOf(code)
}

function charOf(code: number): string {
  return String.fromCodePoint(code)
}

/**
 * …… of two em, its dots down the middle of the line: the face's upright dots, or its others turned.
 * Source: CLREQ #prohibition_rules_for_unbreakable_marks; GB/T 15834-2011 5.1.5
 */
function gatherEllipsis(g: Gathering, run: TextRun, at: number): number | null {
  const mark = g.text[at]!
  const form = uprightForm(run.faces, mark.charCodeAt(0), g.style)
  if (!form || form.missing) return null
  const { size } = run
  const font = fontOf(g, run, run.faces[form.font]!, 1)
  open(g, at, CLASS.ellipsis)
  for (let i = 0; i < 2; i += 1)
    show(g, form.glyph, { x: (form.along + i) * size, font, across: form.across * size }, mark)
  g.width.push(2 * size)
  return at + 2
}

/** A sign turned by itself, its ink in the middle of the line. */
function gatherLone(g: Gathering, run: TextRun, at: number, base: number): number | null {
  const text = charOf(g.text.codePointAt(at)!)
  const kind = classOf(text.codePointAt(0)!)
  const font = run.faces.findIndex((face) => face.glyphOf(text.codePointAt(0)!) !== 0)
  if (font < 0 || kind === CLASS.softHyphen || kind === CLASS.letter) return null
  const face = run.faces[font]!
  const glyph = face.shape(text, []).glyphs[0]!
  const ink = face.ink(glyph)
  const narrow = kind === CLASS.connector || kind === CLASS.solidus
  const cell = narrow ? 0.5 : face.advance(glyph)
  const x = narrow ? cell / 2 - (ink.left + ink.right) / 2 : 0
  const across = -((ink.top + ink.bottom) / 2) * run.size
  open(g, at, kind)
  show(g, glyph, { x: x * run.size, font: base + font, across }, text)
  g.width.push(cell * run.size)
  if (font > 0) g.substituted.push({ offset: at, face: face.id })
  return at + text.length
}

/**
 * Digits, a letter or a pair of ！ and ？ side by side in one cell (纵中横): narrowed where they would
 * be wider than the line. Source: typography reference 1.10; GB/T 15834-2011 5.1.2
 */
function gatherCombined(g: Gathering, run: TextRun, at: number): number {
  let end = at + 1
  while (end < run.to && g.stands![end] === STAND.riding) end += 1
  const characters = [...g.text.slice(at, end)]
  const marks = classOf(characters[0]!.codePointAt(0)!) === CLASS.exclaim
  const found = run.faces.findIndex((face) => face.glyphOf(characters[0]!.codePointAt(0)!) !== 0)
  const face = run.faces[Math.max(0, found)]!
  const narrow: readonly Feature[] = !marks && characters.length > 1 ? ["hwid"] : []
  const shaped = characters.map((character) => face.shape(character, narrow).glyphs[0]!)
  const widths = shaped.map((glyph) => (marks ? 0.5 : face.advance(glyph)))
  const total = widths.reduce((sum, width) => sum + width, 0)
  const stretch = Math.min(1, 1 / total)
  const font = fontOf(g, run, face, stretch)
  open(g, at, marks ? CLASS.wholeMark : classOf(characters[0]!.codePointAt(0)!))
  let pen = (-total * stretch) / 2
  shaped.forEach((glyph, i) => {
    const place = { x: ABOVE * run.size, font, across: pen * run.size }
    show(g, glyph, place, characters[i]!)
    pen += widths[i]! * stretch
  })
  g.width.push(run.size)
  if (found < 0) characters.forEach((character, i) => g.missing.push({ offset: at + i, character }))
  else if (found > 0) g.substituted.push({ offset: at, face: face.id })
  return end
}
