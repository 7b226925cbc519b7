import type { MarkWidths } from "../issue/text-look.ts"
import { CLASS, hasTrail, isBlank } from "./classes.ts"

/**
 * The space between two neighbours on a line, in em of the paragraph's size.
 * Marks are cells of half an em here; their blank halves live in the gaps, so that a line's edges,
 * adjacent marks and squeezing are all one arithmetic.
 */
export interface Gap {
  readonly natural: number
  readonly min: number
  /** Order in which gaps give way, 2 to 7; 0 never. Source: CLREQ #compression_of_spaces */
  readonly squeezeStep: number
  /** Room up to which a gap of step 1 or 2 grows before all gaps share; em. */
  readonly max: number
  /** Order in which gaps grow, 1 to 3; 0 never. Source: CLREQ #expansion_of_spaces */
  readonly expandStep: number
}

/** Spacing settings of a paragraph. */
export interface GapStyle {
  /** A quarter em between Han and Latin or digits; off in newspaper style. */
  readonly autospace: boolean
  /** Trims the blank halves of adjacent marks and line edges; off only in test cases. */
  readonly trim: boolean
  /** What a typed space beside Han is: half a cell, when left out, or a word space. */
  readonly spaces?: "half" | "word"
  /** How wide marks are set, where not as the rules have it. */
  readonly marks?: MarkWidths
}

const NONE: Gap = { natural: 0, min: 0, squeezeStep: 0, max: 0, expandStep: 0 }
const PLAIN: Gap = { natural: 0, min: 0, squeezeStep: 0, max: 0, expandStep: 3 }
const AUTO: Gap = { natural: 0.25, min: 0.125, squeezeStep: 6, max: 0.5, expandStep: 2 }
/**
 * Between Han and Western in newspaper style: nothing, but the first to open where a line lacks room
 * for an ideograph, up to a third of an em as many houses have it. An odd number of half-em digits
 * leaves a line half an em short; beside the number it is not seen, spread over the ideographs it is.
 * Source: CLREQ #expansion_of_spaces, step 2
 */
const BESIDE_NUMBER: Gap = { natural: 0, min: 0, squeezeStep: 0, max: 1 / 3, expandStep: 2 }
const blank = (squeezeStep: number): Gap => ({
  natural: 0.5,
  min: 0,
  squeezeStep,
  max: 0.5,
  expandStep: 3,
})
const BY_BRACKET = blank(4)
const BY_PAUSE = blank(5)
const BY_STOP = blank(7)
const FIXED_STOP: Gap = { ...BY_STOP, min: 0.5, squeezeStep: 0 }
/** What CCT leaves of a mark's blank half: the mark takes seven tenths of a cell. */
const CCT_BLANK: Gap = { ...BY_BRACKET, natural: 0.2, min: 0.2, squeezeStep: 0, max: 0.2 }
const BY_INTERPUNCT: Gap = { natural: 0.25, min: 0, squeezeStep: 3, max: 0.25, expandStep: 3 }
const BETWEEN_INTERPUNCTS: Gap = { ...BY_INTERPUNCT, natural: 0.5, max: 0.5 }
const WORD_SPACE: Gap = { natural: 0.3, min: 0.25, squeezeStep: 2, max: 0.5, expandStep: 1 }
/**
 * A typed space between two Han characters, as between two names. In running text it is a word space,
 * up to half a cell, that opens together with the gaps beside numbers and not before them.
 */
const NAME_SPACE: Gap = { ...WORD_SPACE, natural: 0.5, expandStep: 3 }
const RUNNING_SPACE: Gap = { ...WORD_SPACE, expandStep: 2 }
const WIDE_SPACE: Gap = { natural: 1, min: 1, squeezeStep: 0, max: 1, expandStep: 3 }

/**
 * The gap between two classes, less the blank that the style gives its marks none of.
 * Source: typography reference 1.5, preset families
 */
export function gapOf(before: number, after: number, style: GapStyle, beforeSpace: number): Gap {
  const gap = ruledGap(before, after, style, beforeSpace)
  const { marks } = style
  if (marks === "edges") return wholeInside(before, after) ?? gap
  if (marks !== "kaiming" && marks !== "half" && marks !== "cct") return gap
  if (gap !== BY_BRACKET && gap !== BY_PAUSE && gap !== BY_STOP) return gap
  if (marks === "cct") return CCT_BLANK
  return marks === "kaiming" && gap === BY_STOP ? FIXED_STOP : PLAIN
}

/** The blanks of marks that keep whole cells inside a line; null where there are none. */
function wholeInside(before: number, after: number): Gap | null {
  if (isBlank(before) || isBlank(after)) return null
  if (before === CLASS.exclaim && after === CLASS.exclaim) return null
  const natural = (hasTrail(before) ? 0.5 : 0) + (after === CLASS.open ? 0.5 : 0)
  return natural === 0 ? null : { ...FIXED_STOP, natural, min: natural, max: natural }
}

/**
 * The gap between two classes. `beforeSpace` is the class in front of a space, where `before` is one.
 * Two marks that would take 2 em take 1.5 (close+open, with the half em between their inks) or lose
 * the inner blank altogether. Source: CLREQ #adjustment_of_adjacent_punctuation_marks; table 1.5 of
 * the typography reference.
 */
function ruledGap(before: number, after: number, style: GapStyle, beforeSpace: number): Gap {
  if (before === CLASS.wideSpace) return WIDE_SPACE
  if (isBlank(after)) return NONE
  if (after === CLASS.softHyphen) return style.trim ? trailOf(before, NONE) : NONE
  if (after === CLASS.smallFigure) return NONE
  if (before === CLASS.space) return spaceBetween(beforeSpace, after, style)
  if (before === CLASS.tab) return NAME_SPACE
  if (!style.trim && (isMark(before) || isMark(after)))
    return rigid(before) || rigid(after) ? NONE : PLAIN
  if (before === CLASS.wideInterpunct || after === CLASS.wideInterpunct)
    return before === after ? BETWEEN_INTERPUNCTS : BY_INTERPUNCT
  if (hasTrail(before)) {
    if (after === CLASS.open) return BY_BRACKET
    const marks = hasTrail(after) || after === CLASS.wholeMark || after === CLASS.latinClose
    return marks ? NONE : trailOf(before, PLAIN)
  }
  if (after === CLASS.open)
    return before === CLASS.open || before === CLASS.latinOpen || before === CLASS.wholeMark
      ? NONE
      : BY_BRACKET
  if (before === CLASS.open || hasTrail(after)) return rigid(before) ? NONE : PLAIN
  return betweenLetters(before, after, style)
}

/**
 * No gap inside a word or beside connectors; a quarter em between Han and Western where it is wanted.
 * Source: CLREQ #handling_western_text_in_chinese_text_using_proportional_western_fonts
 */
function betweenLetters(before: number, after: number, style: GapStyle): Gap {
  if (rigid(before) || rigid(after)) return NONE
  const left = isWestern(before)
  const right = isWestern(after)
  if (left && right) return NONE
  if (left !== right && (isEastern(before) || isEastern(after)))
    return style.autospace ? AUTO : BESIDE_NUMBER
  return PLAIN
}

/** The blank right half of a mark, by the step at which it may be squeezed. */
function trailOf(kind: number, none: Gap): Gap {
  if (kind === CLASS.close) return BY_BRACKET
  if (kind === CLASS.pause || kind === CLASS.colon) return BY_PAUSE
  if (kind === CLASS.stop || kind === CLASS.exclaim) return BY_STOP
  return none
}

/**
 * A typed space: half a cell beside Han, as between two names, but a word space in running text as in
 * Latin. Where Han and Latin keep a quarter em of their own, a typed space is that gap and never adds to it.
 * Source: CLREQ #handling_western_text_in_chinese_text_using_proportional_western_fonts
 */
function spaceBetween(before: number, after: number, style: GapStyle): Gap {
  if (isWestern(before) && isWestern(after)) return WORD_SPACE
  if (style.autospace && (isWestern(before) || isWestern(after))) return AUTO
  return style.spaces === "word" ? RUNNING_SPACE : NAME_SPACE
}

function isWestern(kind: number): boolean {
  return (
    (kind >= CLASS.latin && kind <= CLASS.latinOpen) ||
    kind === CLASS.letter ||
    kind === CLASS.smallFigure ||
    kind === CLASS.prefix ||
    kind === CLASS.postfix
  )
}

function isEastern(kind: number): boolean {
  return kind === CLASS.han
}

/** Marks with a blank half, which is part of their cell where nothing is trimmed. */
function isMark(kind: number): boolean {
  return hasTrail(kind) || kind === CLASS.open || kind === CLASS.wideInterpunct
}

/** Connectors and solidus hold on to their neighbours. Source: CLREQ #expansion_of_spaces */
function rigid(kind: number): boolean {
  return kind === CLASS.connector || kind === CLASS.solidus || kind === CLASS.longConnector
}
