import { DEMERITS } from "./demerits.ts"

/**
 * The tone of a line is how much blank its commas give, in quarters: 0 none, 4 all of it. A line
 * without commas has no tone: it parts the lines round it.
 */
export const NO_TONE = 5

/** Tones that there are. */
export const TONES = 6

/** The tone of a line whose commas give such a share of their blank; null where it has none. */
export function toneOf(share: number | null): number {
  return share === null ? NO_TONE : Math.round(share * 4)
}

/**
 * Demerits of two tones on neighbouring lines, by the square of their difference: commas that are
 * squeezed in one line and full in the next are seen. Source: peers.md, what Typst does after commas
 */
export function unevenness(tone: number, next: number): number {
  if (tone === NO_TONE || next === NO_TONE) return 0
  const apart = (tone - next) / 4
  return DEMERITS.uneven * apart * apart
}
