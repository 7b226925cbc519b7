/**
 * What placement pays for each blemish. Only the ratios matter; the unit is one line of white at
 * the foot of one column.
 */
export const WEIGHTS = {
  /** White at a column's foot, by its lines 0 to 4; more is filled by a notice. */
  hole: [0, 1, 3, 6, 10],
  /** A notice that has to fill a short column: a fixed price and one for each line. */
  well: 70,
  wellLine: 0.5,
  /** Extra air in a headline block, for each column, by lines 0 to 2. */
  air: [0, 1.2, 4],
  /** A notice of the paper's own at the foot of a stack: a fixed price and one for each column line. */
  house: 45,
  houseArea: 0.2,
  /** A notice across the foot of the page, likewise; such a strip is an everyday sight. */
  band: 40,
  bandArea: 0.06,
  /** A stack with nothing but a notice in it. */
  bare: 60,
  /** A picture away from its wished height, times the square of the part it is off. */
  picture: 160,
  /** A photo smaller or larger than its usual share of the page, for each hundredth. */
  photoSmall: 16,
  photoLarge: 2.5,
  /** A picture of the text's own that is larger than becomes it, for each hundredth of the page. */
  ownLarge: 6,
  /** A stack one column wider or narrower than the template has it. */
  width: 4,
  /** A stack of the template left out. */
  dropped: 16,
  /** A photo or filler in a stack that has no slot for it. */
  stranger: 9,
  /** A short piece under the lead in the lead's own width. */
  underLead: 14,
  /** A headline over a column too narrow for it, or text too thin under a wide headline. */
  narrow: 8,
  thin: 12,
  /** A long text set narrower or wider than reads easily, for each 字. */
  measure: 2.5,
  /** Columns of an article's own beside the page's, and headlines that do not stand over their text. */
  broken: 3,
  heads: { over: 0, left: 6, right: 6, amid: 9, inside: 12, down: 8 },
  /** What a piece is worth that is set as its slot shows it. */
  wish: 30,
  /** A news piece wider than this many 字 pays for each one more. */
  wide: 0.4,
  /** Two headlines side by side (碰题), and one beside the lead's, which is larger. */
  clash: 22,
  leadClash: 3,
  /** A straight white line across the whole page (断版). */
  cut: 30,
  /** A stack of more headlines than five, for each one more: a page wants some variety. */
  crowd: 10,
  /** A headline wider than the lead's, for each. */
  overLead: 14,
  /** An important piece low and right on the page. */
  rank: 14,
  /** A photo at the foot, a filler not at the foot. */
  photoLow: 8,
  fillerHigh: 8,
} as const

/** Lines of white that may stay at the foot of a column. */
export const MOST_HOLE = 4

/** Lines of air over a block that brings no headline. */
export const AIR = 1

/** A notice needs this many lines, the air above it included. */
export const LEAST_HOUSE = 5

/** Extra lines of air that a headline block may take. */
export const MOST_AIR = 2

/** The price of `lines` of white under one column. */
export function holeCost(lines: number): number {
  return lines <= MOST_HOLE ? WEIGHTS.hole[lines]! : WEIGHTS.well + WEIGHTS.wellLine * lines
}
