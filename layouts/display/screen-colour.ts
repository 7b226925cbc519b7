import type { Ink } from "./list.ts"

/** Red, green and blue, 0 to 255. */
export type ScreenColour = readonly [number, number, number]

/**
 * A plain screen colour for an ink: paper shows through what no plate prints. The canvas and the
 * picture of a page take the same, so that what is exported looks as what was seen.
 */
export function screenColour({ cmyk: [c, m, y, k] }: Ink): ScreenColour {
  const channel = (ink: number): number => Math.round(255 * (1 - ink) * (1 - k))
  return [channel(c), channel(m), channel(y)]
}
