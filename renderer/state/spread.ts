import type { Page } from "../../layouts/issue/page.ts"
import { mmToPt } from "../../layouts/units.ts"
import type { Extent, SpreadMode } from "./view.ts"

/** Desk between two pages side by side that do not share a fold, pt. */
const GAP = 36

/** A page of a spread, pt; `offset` is how far its left edge lies from that of the page worked on. */
export interface Leaf {
  readonly page: string
  readonly offset: number
  readonly width: number
  readonly height: number
}

/** A page's section and number: `B3` is third in B. A page without a number has 0. */
export function folioOf(id: string): { readonly section: string; readonly number: number } {
  const found = /^(.*?)(\d+)$/.exec(id)
  return { section: found?.[1] ?? id, number: Number(found?.[2] ?? 0) }
}

/**
 * The pages that are seen with a page, left to right. In a spread (通版) the first page of a section
 * stands alone, then 2 and 3 face each other at the fold, 4 and 5, and so on; a page whose partner
 * the issue has not stands alone. Side by side goes by the order of the issue: first and second,
 * third and fourth.
 */
export function facing(pages: readonly Page[], id: string, mode: SpreadMode): readonly Page[] {
  const at = pages.findIndex((page) => page.id === id)
  const page = pages[at]
  if (!page) return []
  if (mode === "single") return [page]
  if (mode === "sides") {
    const first = at - (at % 2)
    return pages.slice(first, first + 2)
  }
  const { section, number } = folioOf(id)
  const partner = number % 2 === 0 ? number + 1 : number - 1
  const other =
    number < 2
      ? undefined
      : pages.find((one) => {
          const folio = folioOf(one.id)
          return folio.section === section && folio.number === partner
        })
  if (!other) return [page]
  return partner < number ? [other, page] : [page, other]
}

/** Where the pages of a spread lie beside the page that is worked on, left to right. */
export function leavesOf(pages: readonly Page[], id: string, mode: SpreadMode): readonly Leaf[] {
  const gap = mode === "sides" ? GAP : 0
  let left = 0
  const leaves = facing(pages, id, mode).map(({ id: page, sheet }): Leaf => {
    const width = mmToPt(sheet.width)
    const leaf = { page, offset: left, width, height: mmToPt(sheet.height) }
    left += width + gap
    return leaf
  })
  const own = leaves.find(({ page }) => page === id)?.offset ?? 0
  return leaves.map((leaf) => ({ ...leaf, offset: leaf.offset - own }))
}

/**
 * All other pages as they would lie when they are turned to, the nearest first; at the same distance
 * those of turning on.
 */
export function leavesOfTurns(
  pages: readonly Page[],
  id: string,
  mode: SpreadMode,
): readonly Leaf[] {
  const own = facing(pages, id, mode)
  if (own.length === 0) return []
  const after = spreadsOf(pages.slice(pages.indexOf(own.at(-1)!) + 1), mode)
  const before = spreadsOf(pages.slice(0, pages.indexOf(own[0]!)), mode).toReversed()
  const turns = Array.from({ length: Math.max(after.length, before.length) }, (_, i) => [
    after[i]?.at(0),
    before[i]?.at(-1),
  ])
  return turns.flat().flatMap((page) => (page ? leavesOf(pages, page.id, mode) : []))
}

/** Pages as they lie side by side. */
function spreadsOf(pages: readonly Page[], mode: SpreadMode): readonly (readonly Page[])[] {
  const spreads: (readonly Page[])[] = []
  const seen = new Set<Page>()
  for (const page of pages) {
    if (seen.has(page)) continue
    const spread = facing(pages, page.id, mode)
    spread.forEach((one) => seen.add(one))
    spreads.push(spread)
  }
  return spreads
}

/** What all leaves take together, for a window that is to show them. */
export function extentOf(leaves: readonly Leaf[]): Extent {
  const left = Math.min(...leaves.map(({ offset }) => offset))
  const right = Math.max(...leaves.map(({ offset, width }) => offset + width))
  return { left, width: right - left, height: Math.max(...leaves.map(({ height }) => height)) }
}

/** The leaf at a point of the page that is worked on; null for bare desk. */
export function leafAt(
  leaves: readonly Leaf[],
  { x, y }: { readonly x: number; readonly y: number },
): Leaf | null {
  const under = ({ offset, width, height }: Leaf): boolean =>
    x >= offset && x < offset + width && y >= 0 && y < height
  return leaves.find(under) ?? null
}
