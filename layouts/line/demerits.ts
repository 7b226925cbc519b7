/**
 * What a line costs, by name; the breaker takes the paragraph whose lines cost least together.
 * Squeeze costs are for a step used to its full capacity and grow with the square of its use, so
 * that squeezing spreads over neighbouring lines; a stretch costs by the square of the em that it
 * puts between two ideographs. Kept as data, so that a house can weigh them anew.
 */
export const DEMERITS = {
  /**
   * By squeeze step 0 to 7: word space, interpunct, bracket, pause, Han–Latin gap, full stop. They
   * rise, so that no line pays less for a later step. Source: CLREQ #compression_of_spaces
   */
  squeeze: [0, 0, 4, 6, 12, 16, 20, 40],
  /** Commas full in one line and squeezed to nothing in the next; × (difference of their share)². */
  uneven: 200,
  /** Word spaces and Han–Latin gaps opened to their bound. */
  openSpaces: 40,
  /** A mark at a line's end keeps its whole cell. */
  wholeEndMark: 60,
  /** An opening mark keeps its whole cell behind a paragraph's indent, where it is not seen. */
  wholeFirstMark: 20,
  /** The same at another line's start, where the edge of the column shows it. */
  wholeStartMark: 240,
  /**
   * Ideographs are pushed apart at all, be it little: marks give first, evenness buys none of it, and
   * one line takes what it must rather than two.
   */
  stretched: 300,
  /** × (em between ideographs)²: 0.03 em costs 270 more. */
  stretch: 300_000,
  /** A word divided at a place that its patterns give: as much as lines stretched by a tenth of an em. */
  hyphen: 3000,
  /** A line begins with …… or ——, which GB permits and a good page avoids. */
  dashAtStart: 100_000,
  /** An original column break whose line cannot be filled within the bounds: it ends short. */
  shortBreak: 1e6,
  /** Ideographs pushed further apart than STRETCH_BOUND. */
  beyondBound: 1e7,
  /** The last line is one character, with or without marks (孤字). */
  lonely: 1e9,
  /** A word or number divided where it may not be. */
  brokenWord: 1e10,
  /** A forbidden mark at a line's edge, or a line wider than its measure. */
  forbidden: 1e12,
} as const

/** What a line can cost something for. */
export type DemeritName = keyof typeof DEMERITS

/** Ideographs are pushed no further apart than this, in em, unless nothing else fits. Source: JLREQ table 6 */
export const STRETCH_BOUND = 0.25
