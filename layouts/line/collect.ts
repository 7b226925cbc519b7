import type { Face } from "../../fonts/face.ts"
import { addressesIn, breaksAddress } from "./addresses.ts"
import { CLASS, hasTrail, isBlank, isJoined, type CharClass } from "./classes.ts"
import { contextClass, openQuotesIn, SOFT_HYPHEN } from "./context-class.ts"
import { besideCells } from "./beside.ts"
import type { Cells, LineStyle, TextRun } from "./cells.ts"
import { formOf, GETA } from "./form.ts"
import { gapOf, type Gap } from "./gaps.ts"
import { addFonts, open, show, type Gathering } from "./gathering.ts"
import { gatherUpright } from "./vertical.ts"
import { standsOf } from "./stands.ts"
import { hyphenPlaces } from "./hyphenate.ts"
import { legalBreaks } from "./legal-breaks.ts"
import { makeRubyRoom, rubyUnits } from "./ruby.ts"
import {
  forbidsEnd,
  forbidsStart,
  isFourEmEllipsis,
  isInNumber,
  isUnitAt,
  joins,
} from "./prohibit.ts"

const DASH = 0x2014
const ELLIPSIS = 0x2026
const MIDLINE_ELLIPSIS = 0x22ef

/**
 * Turns a paragraph into cells: classes, faces, half cells of marks, glyphs, gaps, legal breaks.
 * Every UTF-16 unit of the text belongs to exactly one cell. A character that no face has is set
 * as 〓 and listed in `missing`, its own text kept. Runs must cover the text in order; a character
 * of two units that a run ends inside is that run's. Tracking and
 * the blank halves of marks go by the run that they belong to, so both vanish at a line's edges.
 */
export function collect(text: string, runs: readonly TextRun[], style: LineStyle): Cells {
  const g: Gathering = {
    text,
    style,
    from: [],
    kind: [],
    width: [],
    glyphFrom: [],
    glyphs: [],
    glyphX: [],
    glyphText: [],
    glyphFont: [],
    glyphAcross: style.vertical ? [] : null,
    stands: style.vertical ? standsOf(text, style.vertical.digits) : null,
    fonts: [],
    missing: [],
    substituted: [],
    raised: new Map(),
    moved: new Set(),
    insideAddress: addressesIn(text),
    openQuotes: openQuotesIn(text),
  }
  let at = 0
  for (const run of runs) {
    const base = addFonts(g, run)
    const first = g.glyphs.length
    while (at < run.to) at = gatherUpright(g, run, at, base) ?? gather(g, run, at, base)
    if (run.rise)
      for (let i = first; i < g.glyphs.length; i += 1)
        g.raised.set(i, run.rise + (g.raised.get(i) ?? 0))
  }
  const size = style.size ?? runs[0]?.size ?? (0 as TextRun["size"])
  const even = runs.every((run) => run.size === size && !run.tracking && !run.bound)
  const beside = besideCells(g.from, runs)
  const ruby = rubyUnits(beside, style.ruby ?? 0.5)
  return finish(g, size, even ? null : runs, { beside, ruby })
}

/** Gathers the cell or cells that begin at an offset; returns the offset after them. */
function gather(g: Gathering, run: TextRun, at: number, base: number): number {
  const code = g.text.codePointAt(at)!
  const kind = code >= 0x4e00 && code <= 0x9fff ? CLASS.han : contextClass(g, at, code)
  if (kind !== CLASS.han) {
    if (kind === CLASS.latin) return gatherWord(g, run, at, base)
    if (isJoined(code) || (code === SOFT_HYPHEN && kind !== CLASS.softHyphen))
      return joinCell(g, run, at, base)
    if (code === DASH || code === ELLIPSIS || code === MIDLINE_ELLIPSIS)
      if (at + 1 < run.to && g.text.charCodeAt(at + 1) === code) return gatherPair(g, run, at, base)
  }
  const form = formOf(run.faces, code, kind, g.style)
  const text = code > 0xffff ? g.text.slice(at, at + 2) : g.text[at]!
  open(g, at, form.kind)
  if (form.rise) g.raised.set(g.glyphs.length, form.rise * run.size)
  if (form.moved) g.moved.add(run.faces[form.font]!.id)
  show(g, form.glyph, { x: form.x * run.size, font: base + form.font }, text)
  g.width.push(form.cell * run.size)
  if (form.missing) g.missing.push({ offset: at, character: text })
  else if (form.font > 0 && !run.faces[form.font]!.reading)
    g.substituted.push({ offset: at, face: run.faces[form.font]!.id })
  return at + text.length
}

/**
 * —— and ……: one cell of two em, one glyph where the face has a ligature.
 * Source: CLREQ #prohibition_rules_for_unbreakable_marks; GB/T 15834-2011 5.1.4, 5.1.5
 */
function gatherPair(g: Gathering, run: TextRun, at: number, base: number): number {
  const pair = g.text.slice(at, at + 2)
  const kind = pair.charCodeAt(0) === DASH ? CLASS.dash : CLASS.ellipsis
  const font = kind === CLASS.dash ? dashFont(run.faces, pair) : firstWith(run.faces, pair)
  const shaped = run.faces[font]!.shape(pair, [])
  const each = 2 / shaped.glyphs.length
  open(g, at, kind)
  shaped.glyphs.forEach((id, i) => {
    const x = i * each + (each - shaped.advances[i]!) / 2
    const text = shaped.glyphs.length === 1 ? pair : pair[i]!
    show(g, id, { x: x * run.size, font: base + font }, text)
  })
  g.width.push(2 * run.size)
  return at + 2
}

/** The first face that has a character; the first of all when none has. */
function firstWith(faces: readonly Face[], text: string): number {
  return Math.max(
    0,
    faces.findIndex((face) => face.glyphOf(text.codePointAt(0)!) !== 0),
  )
}

/**
 * The face for a dash: the text's own where its two strokes join, else the first that has a glyph of
 * two em, so that the dash is one unbroken line (LXGW WenKai's leaves a gap).
 * Source: CLREQ #h-em_dash
 */
function dashFont(faces: readonly Face[], pair: string): number {
  const own = firstWith(faces, pair)
  const joined = (face: Face): boolean => {
    const { glyphs } = face.shape(pair, [])
    if (glyphs.length === 1) return true
    const ink = face.ink(glyphs[0]!)
    return ink.left <= 0 && ink.right >= face.advance(glyphs[0]!)
  }
  if (joined(faces[own]!)) return own
  const other = faces.findIndex((face) => face.glyphOf(pair.charCodeAt(0)) !== 0 && joined(face))
  return other < 0 ? own : other
}

/** A run of Latin letters of one face: shaped as a whole for its kerning, one cell a glyph. */
function gatherWord(g: Gathering, run: TextRun, at: number, base: number): number {
  const fontAt = (offset: number): number =>
    run.faces.findIndex((face) => face.glyphOf(letterAt(g.text, offset)) !== 0)
  const found = fontAt(at)
  let end = at + 1
  while (
    end < run.to &&
    contextClass(g, end, g.text.charCodeAt(end)) === CLASS.latin &&
    fontAt(end) === found
  )
    end += 1
  const face = run.faces[Math.max(0, found)]!
  const shaped = face.shape(g.text.slice(at, end).replaceAll("’", "'"), [])
  let offset = at
  shaped.glyphs.forEach((id, i) => {
    const text = g.text.slice(offset, offset + shaped.units[i]!)
    const missing = found < 0
    const glyph = missing ? face.glyphOf(GETA) : id
    if (missing) g.missing.push({ offset, character: text })
    else if (found > 0) g.substituted.push({ offset, face: face.id })
    open(g, offset, CLASS.latin)
    const x = missing ? 0 : shaped.offsets[i]! * run.size
    show(g, glyph, { x, font: base + Math.max(0, found) }, text)
    g.width.push((missing ? face.advance(glyph) : shaped.advances[i]!) * run.size)
    offset += text.length
  })
  return end
}

/** The letter that is looked up at an offset: an apostrophe is set as the straight one. */
function letterAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset)
  return code === 0x2019 ? 0x27 : code
}

/**
 * A combining sign or variation selector rides on the cell before it; one that no face draws as a
 * zero-width sign only keeps its place in the text. Behind a space, and at the start of the text,
 * there is nothing to ride on: it is a cell of its own without width. Source: UAX #14, LB10
 */
function joinCell(g: Gathering, run: TextRun, at: number, base: number): number {
  const code = g.text.codePointAt(at)!
  const text = String.fromCodePoint(code)
  const drawn = run.faces.findIndex((face) => {
    const id = face.glyphOf(code)
    return id !== 0 && face.advance(id) === 0
  })
  const font = Math.max(0, drawn)
  const alone = g.from.length === 0 || standsAlone(g.text.charCodeAt(at - 1))
  if (alone) {
    const id = run.faces[font]!.glyphOf(drawn < 0 ? 0x20 : code)
    open(g, at, CLASS.symbol)
    show(g, id, { x: 0, font: base + font }, text)
    g.width.push(0)
  } else if (drawn < 0) g.glyphText[g.glyphText.length - 1] += text
  else show(g, run.faces[font]!.glyphOf(code), { x: g.width.at(-1)!, font: base + font }, text)
  return at + text.length
}

/** Spaces, breaks and controls of a line carry no combining sign. Source: UAX #14, LB9 */
function standsAlone(before: number): boolean {
  return before === 0x20 || before === 0x200b || before === 0x85 || (before >= 0xa && before <= 0xd)
}

/** The cells; `runs` where they differ from the paragraph's size or are tracked, else null. */
function finish(
  g: Gathering,
  size: TextRun["size"],
  runs: readonly TextRun[] | null,
  { beside, ruby }: Pick<Cells, "beside" | "ruby">,
): Cells {
  const count = g.from.length
  const hyphens = hyphensOf(g)
  const between = Math.max(0, count - 1)
  const cells = {
    count,
    size,
    text: g.text,
    from: Int32Array.from(g.from.concat(g.text.length)),
    kind: Uint8Array.from(g.kind),
    width: Float64Array.from(g.width),
    glyphFrom: Int32Array.from(g.glyphFrom.concat(g.glyphs.length)),
    glyphs: g.glyphs,
    glyphX: g.glyphX,
    glyphAcross: g.glyphAcross,
    glyphText: g.glyphText,
    glyphFont: g.glyphFont,
    fonts: g.fonts,
    gap: new Float64Array(between),
    gapMin: new Float64Array(between),
    gapMax: new Float64Array(between),
    squeezeStep: new Uint8Array(between),
    expandStep: new Uint8Array(between),
    breakAfter: new Uint8Array(count),
    widthSum: new Float64Array(count + 1),
    gapSum: new Float64Array(count + 1),
    missing: g.missing,
    substituted: g.substituted,
    raised: g.raised,
    moved: g.moved,
    beside,
    ruby,
    hyphens,
  } satisfies Cells
  const legal = legalBreaks(g.text, g.style.level)
  const plain = { size, tracking: 0 }
  let run = 0
  for (let i = 0; i < count; i += 1) {
    cells.breakAfter[i] = mayBreak(g, i, legal) ? 1 : 0
    if (runs) while (run + 1 < runs.length && runs[run]!.to <= g.from[i]!) run += 1
    const bound = runs !== null && isBound(g, runs, run, i)
    if (bound) cells.breakAfter[i] = 0
    else if (hyphens.has(i)) cells.breakAfter[i] = 1
    const gap = i < between ? (bound ? boundGap(gapAfter(g, i)) : gapAfter(g, i)) : null
    if (gap) setGap(cells, i, gap, runs ? spacingOf(g, runs, run, i) : plain)
  }
  if (ruby.length > 0) makeRubyRoom(ruby, cells)
  for (let i = 0; i < count; i += 1) {
    cells.widthSum[i + 1] = cells.widthSum[i]! + cells.width[i]!
    cells.gapSum[i + 1] = cells.gapSum[i]! + (cells.gap[i] ?? 0)
  }
  return cells
}

/** What a gap is reckoned with: the size that its em are of, and what is added to it, both pt. */
interface Spacing {
  readonly size: number
  readonly tracking: number
}

/**
 * The spacing of the gap after cell i, which lies in a run: an opening mark brings its blank half in
 * its own size, every other gap is of the cell before it. Spaces at a line's end must take no room,
 * so nothing is added before one.
 */
function spacingOf(g: Gathering, runs: readonly TextRun[], run: number, i: number): Spacing {
  const { size, tracking = 0 } = runs[run]!
  const after = g.kind[i + 1]!
  const blank = isBlank(after) || after === CLASS.softHyphen
  const opens = after === CLASS.open && !hasTrail(g.kind[i]!)
  const own = opens && g.from[i + 1]! >= runs[run]!.to ? (runs[run + 1]?.size ?? size) : size
  return { size: own, tracking: blank ? 0 : tracking * size }
}

/** Whether cell i, which lies in a run, is never parted from the cell after it. */
function isBound(g: Gathering, runs: readonly TextRun[], run: number, i: number): boolean {
  const next = g.from[i + 1]!
  if (next < runs[run]!.to) return runs[run]!.bound !== undefined
  return runs[run + 1]?.bound === "before" && next < runs[run + 1]!.to
}

/** The gap before what is bound: the blank half of a mark stays as it is, all others are closed for good. */
function boundGap(gap: Gap): Gap {
  if (gap.squeezeStep === 5 || gap.squeezeStep === 7) return gap
  return { natural: 0, min: 0, squeezeStep: 0, max: 0, expandStep: 0 }
}

/** Words of Latin letters that touch nothing else of theirs: no name, address, number or compound. */
const WORD = /(?<![A-Za-z0-9'’@./_-])[a-z]{6,}(?![A-Za-z0-9'’@/_-]|\.[A-Za-z])/g

const NO_HYPHENS: ReadonlySet<number> = new Set()

/** The cells after which a word may be divided by the style's patterns. */
function hyphensOf({ text, style, from, kind }: Gathering): ReadonlySet<number> {
  const { hyphens } = style
  if (!hyphens || style.vertical || !kind.includes(CLASS.latin)) return NO_HYPHENS
  const cellAt = new Map(from.map((offset, cell) => [offset, cell]))
  const places = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    hyphenPlaces(word, hyphens).map((at) => cellAt.get(index + at)),
  )
  return new Set(places.flatMap((cell) => (cell === undefined ? [] : [cell - 1])))
}

type GapCells = Pick<Cells, "gap" | "gapMin" | "gapMax" | "squeezeStep" | "expandStep">

function setGap(cells: GapCells, i: number, gap: Gap, { size, tracking }: Spacing): void {
  cells.gap[i] = gap.natural * size + tracking
  cells.gapMin[i] = gap.min * size + tracking
  cells.gapMax[i] = gap.max * size + tracking
  cells.squeezeStep[i] = gap.squeezeStep
  cells.expandStep[i] = gap.expandStep
}

function gapAfter(g: Gathering, i: number): Gap {
  const before = g.kind[i]!
  const beforeSpace = before === CLASS.space ? (g.kind[i - 1] ?? before) : before
  const gap = gapOf(before, g.kind[i + 1]!, g.style, beforeSpace)
  if (gap.natural > 0 && before === CLASS.exclaim && endsExclaimPair(g.kind, i))
    return { ...gap, natural: 0, min: 0, squeezeStep: 0 }
  return gap
}

/** ！！ ？？ ？！ take one em together. Source: GB/T 15834-2011 5.1.2 */
function endsExclaimPair(kind: readonly CharClass[], i: number): boolean {
  return kind[i - 1] === CLASS.exclaim && kind[i - 2] !== CLASS.exclaim
}

/**
 * Whether a line may end after cell i: by Unicode's rules as Chinese tailors them, by the rules of
 * addresses inside one, and nowhere inside what belongs together.
 */
function mayBreak(g: Gathering, i: number, legal: Uint8Array): boolean {
  const before = g.kind[i]!
  const after = g.kind[i + 1]
  const at = after === undefined ? 0 : g.from[i + 1]!
  const address = g.insideAddress?.[at] === 1 ? breaksAddress(g.text, at) : null
  if (address !== null) return address
  if (after === undefined) return true
  if (before === CLASS.space && g.kind[i - 1] === CLASS.digit && isUnitAt(g.text, at)) return false
  if (isInNumber(g.text, at)) return false
  if (legal[g.from[i + 1]!] === 0 || isFourEmEllipsis(before, after)) return false
  if (g.style.level === "none") return !joins(before, after)
  return !forbidsEnd(before, g.style.level) && !forbidsStart(after, g.style.level)
}
