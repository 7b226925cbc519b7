import type { Ink } from "../display/list.ts"

/** Black alone: text and rules, printed over what lies below. */
export const BLACK: Ink = { name: "black", cmyk: [0, 0, 0, 1] }

/** Bare paper: reversed text. */
export const PAPER: Ink = { name: "paper", cmyk: [0, 0, 0, 0] }

/** The ink that something is printed in by its name and strength; black where none is named. */
export function inkName(ink: string | undefined, strength = 1): string {
  if (ink === undefined || ink === BLACK.name) return tintOf(strength).name
  const percent = Math.round(strength * 100)
  return percent >= 100 || ink === PAPER.name ? ink : `${ink} ${percent}%`
}

/** A tint of black, 0 to 1; named by its percentage, `black-10`. */
export function tintOf(strength: number): Ink {
  const percent = Math.round(strength * 100)
  if (percent >= 100) return BLACK
  return { name: `black-${percent}`, cmyk: [0, 0, 0, percent / 100] }
}
