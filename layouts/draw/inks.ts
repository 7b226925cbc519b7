import type { Ink } from "../display/list.ts"

/** Black alone: text and rules, printed over what lies below. */
export const BLACK: Ink = { name: "black", cmyk: [0, 0, 0, 1] }

/** Bare paper: reversed text. */
export const PAPER: Ink = { name: "paper", cmyk: [0, 0, 0, 0] }

/** A tint of black, 0 to 1; named by its percentage, `black-10`. */
export function tintOf(strength: number): Ink {
  const percent = Math.round(strength * 100)
  if (percent >= 100) return BLACK
  return { name: `black-${percent}`, cmyk: [0, 0, 0, percent / 100] }
}
