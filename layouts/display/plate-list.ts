import type { DisplayList, Ink } from "./list.ts"
import { printsOver } from "./overprint.ts"

/** The plates of every press, as PDF and Ghostscript name them. */
export const PROCESS_PLATES = ["Cyan", "Magenta", "Yellow", "Black"] as const

/** The plates that a page is printed from: the four, then its spot inks' own. */
export function platesOf({ inks }: Pick<DisplayList, "inks">): readonly string[] {
  const spots = inks.flatMap(({ spot }) => (spot ? [spot.plate] : []))
  return [...PROCESS_PLATES, ...new Set(spots)]
}

/** The share of an ink on a plate, 0 to 1. */
export function shareOn({ cmyk, spot }: Ink, plate: string): number {
  if (spot) return spot.plate === plate ? spot.tint : 0
  const at = PROCESS_PLATES.findIndex((known) => known === plate)
  return at < 0 ? 0 : cmyk[at]!
}

/**
 * What one plate of a page prints (分色), as a list of black tints that every painter can draw: what
 * is not on the plate knocks out of it, or is left out where its ink prints over. Pictures stay; who
 * paints them takes the plate's part of them.
 */
export function plateList(list: DisplayList, plate: string): DisplayList {
  const inks = new Map(list.inks.map((ink) => [ink.name, ink]))
  const items = list.items.filter((item) => {
    if (item.kind !== "glyphs" && item.kind !== "fill" && item.kind !== "stroke") return true
    const ink = inks.get(item.ink)
    return !ink || shareOn(ink, plate) > 0 || !printsOver(ink, item.kind)
  })
  const shares = list.inks.map((ink): Ink => ({
    name: ink.name,
    cmyk: [0, 0, 0, shareOn(ink, plate)],
  }))
  return { ...list, inks: shares, items }
}
