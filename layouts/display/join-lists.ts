import { pt, type Box } from "../units.ts"
import type { DisplayList, Ink, Item } from "./list.ts"

/**
 * Two pages side by side as one sheet (通版): the trim is both, the left page's id comes first. Each
 * page is cut where the other begins; the bleed is on the outer edges only.
 */
export function joinLists(left: DisplayList, right: DisplayList): DisplayList {
  const bleed = pt(Math.max(left.bleed, right.bleed))
  const width = left.trim.width + right.trim.width
  const height = Math.max(left.trim.height, right.trim.height)
  const part = (list: DisplayList, at: number, from: number): readonly Item[] => {
    const clip: Box = {
      x: pt(from),
      y: pt(-bleed),
      width: pt(list.trim.width + bleed),
      height: pt(height + 2 * bleed),
    }
    return [{ kind: "push", matrix: [1, 0, 0, 1, at, 0], clip }, ...list.items, { kind: "pop" }]
  }
  return {
    page: `${left.page}-${right.page}`,
    trim: { width: pt(width), height: pt(height) },
    bleed,
    inks: joinInks(left.inks, right.inks),
    items: [...part(left, 0, -bleed), ...part(right, left.trim.width, 0)],
  }
}

/** The inks of both. Throws when one name has two values: the inks are the issue's. */
function joinInks(left: readonly Ink[], right: readonly Ink[]): readonly Ink[] {
  const known = new Map(left.map((ink) => [ink.name, ink]))
  const more = right.filter((ink) => {
    const same = known.get(ink.name)
    if (same && JSON.stringify(same) !== JSON.stringify(ink))
      throw new Error(`the ink ${ink.name} has two values in one issue`)
    return same === undefined
  })
  return [...left, ...more]
}
