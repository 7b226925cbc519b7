/** Drawn ornamental borders (花边), each a repeating unit and a corner. */
export const ORNAMENTS = [
  "meander",
  "wan",
  "cloud",
  "vine",
  "wheat",
  "bamboo",
  "diamond",
  "beads",
  "sea",
  "plum",
  "rope",
  "teeth",
] as const
export type Ornament = (typeof ORNAMENTS)[number]

/**
 * What a rule is that is not one plain stroke (线型): 双线, 文武线 with its thick or its thin line
 * outside, 点线, 虚线, 曲线, or an ornament. 正线 and 反线 are plain strokes, thin and thick.
 */
export const LINE_STYLES = [
  "double",
  "thickThin",
  "thinThick",
  "dots",
  "dashes",
  "wave",
  ...ORNAMENTS,
] as const
export type LineStyle = (typeof LINE_STYLES)[number]

/** The sides of a box. */
export const SIDES = ["top", "right", "bottom", "left"] as const
export type Side = (typeof SIDES)[number]

/** Grounds that are drawn rather than screened (底纹): slanting lines, dots, level lines, squares. */
export const GROUND_PATTERNS = ["slant", "dots", "lines", "squares"] as const
export type GroundPattern = (typeof GROUND_PATTERNS)[number]

/** The thinnest rule that newsprint holds, 0.1 mm, and the heaviest that is still a rule, pt. */
export const RULE_WEIGHTS = { least: 0.2835, most: 20 } as const

/**
 * Weights that a style is drawn in, pt: the one it is chosen with, and the least that shows what it
 * is. Of an ornament it is the height of its band, of 双线 that of each line, of 文武线 of the thick one.
 */
export function weightsOf(style: LineStyle): { readonly usual: number; readonly least: number } {
  if (isOrnament(style)) return { usual: 6, least: 3 }
  // A style of a newer Banxin is drawn as the plainest that is known.
  return WEIGHTS[style] ?? WEIGHTS.double
}

const WEIGHTS = {
  double: { usual: 0.4, least: RULE_WEIGHTS.least },
  thickThin: { usual: 1.6, least: 0.8 },
  thinThick: { usual: 1.6, least: 0.8 },
  dots: { usual: 0.9, least: 0.5 },
  dashes: { usual: 0.5, least: RULE_WEIGHTS.least },
  wave: { usual: 0.5, least: RULE_WEIGHTS.least },
} as const satisfies Record<Exclude<LineStyle, Ornament>, unknown>

/** Whether a style is a drawn ornament. */
export function isOrnament(style: LineStyle | undefined): style is Ornament {
  return ORNAMENTS.some((known) => known === style)
}
