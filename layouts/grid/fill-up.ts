import type { Region } from "../issue/page.ts"
import { cutsOf } from "./cuts.ts"
import { bareRegions, overlaps, regionAround } from "./regions.ts"

/** A way in which a region may grow: one column or line at a time. */
type Way = "down" | "up" | "right" | "left"

/** In which order regions take up bare room: white at a column's foot belongs to what stands over it. */
const ORDERS: readonly (readonly Way[])[] = [
  ["down", "up", "right", "left"],
  ["up", "down", "right", "left"],
  ["right", "left", "down", "up"],
  ["left", "right", "up", "down"],
]

/** Regions that fill an area, and what they were made from. */
export interface Filled {
  readonly region: Region
  /** Indices of the given regions that lie in it; empty where none did. */
  readonly from: readonly number[]
}

/**
 * Makes regions fill `whole` round some fast ones, so that straight cuts part them all: regions that
 * overlap become one, bare room goes to a neighbour, and what no straight cut parts becomes one.
 * Room that no region can take up becomes regions of its own. The given regions lie in `whole`, off
 * the fast ones, which overlap nothing and stand at its head. Null when even so no cut parts them.
 */
export function filledUp(
  whole: Region,
  fast: readonly Region[],
  given: readonly Region[],
): readonly Filled[] | null {
  let parts = merged(given.map((region, i) => ({ region, from: [i] })))
  for (;;) {
    for (const order of ORDERS) {
      const all = withRest(whole, fast, grown(whole, fast, parts, order))
      if (cutsOf(whole, [...fast, ...all.map(({ region }) => region)]) !== null) return all
    }
    if (parts.length < 2) return null
    parts = merged(joinedNearest(parts, fast))
  }
}

/** Overlapping parts made one, again and again until none overlap. */
function merged(parts: readonly Filled[]): readonly Filled[] {
  for (let i = 0; i < parts.length; i += 1) {
    const other = parts.findIndex((part, j) => j > i && overlaps(part.region, parts[i]!.region))
    if (other >= 0) return merged(joined(parts, i, other))
  }
  return parts
}

/** The parts with two of them made one, in the place of the first. */
function joined(parts: readonly Filled[], i: number, j: number): readonly Filled[] {
  const [a, b] = [parts[i]!, parts[j]!]
  const both = {
    region: regionAround([a.region, b.region]),
    from: [...a.from, ...b.from].toSorted(byNumber),
  }
  return parts.with(i, both).toSpliced(j, 1)
}

/** The two parts made one whose common region is least, and touches nothing fast where that can be. */
function joinedNearest(parts: readonly Filled[], fast: readonly Region[]): readonly Filled[] {
  let best = { i: 0, j: 1, size: Infinity }
  parts.forEach((a, i) =>
    parts.slice(i + 1).forEach((b, k) => {
      const region = regionAround([a.region, b.region])
      const off = fast.every((one) => !overlaps(one, region))
      const size = region.columns * region.lines * (off ? 1 : 1000)
      if (size < best.size) best = { i, j: i + 1 + k, size }
    }),
  )
  return joined(parts, best.i, best.j)
}

/** Parts grown into bare room, in the order given, until none can grow. */
function grown(
  whole: Region,
  fast: readonly Region[],
  parts: readonly Filled[],
  order: readonly Way[],
): readonly Filled[] {
  const regions = parts.map(({ region }) => region)
  for (let before = ""; before !== JSON.stringify(regions);) {
    before = JSON.stringify(regions)
    for (const way of order)
      regions.forEach((_, i) => {
        const others = [...fast, ...regions.filter((_, j) => j !== i)]
        regions[i] = stretched(whole, others, regions[i]!, way)
      })
  }
  return parts.map((part, i) => ({ ...part, region: regions[i]! }))
}

/** A region grown one way as far as nothing stands in it. */
function stretched(whole: Region, others: readonly Region[], region: Region, way: Way): Region {
  let grownTo = region
  for (;;) {
    const strip = stripBeside(grownTo, way)
    const inside =
      strip.line >= whole.line &&
      strip.line < whole.line + whole.lines &&
      strip.column >= whole.column &&
      strip.column < whole.column + whole.columns
    if (!inside || others.some((other) => overlaps(other, strip))) return grownTo
    grownTo = regionAround([grownTo, strip])
  }
}

/** The line or column right beside a region. */
function stripBeside(region: Region, way: Way): Region {
  switch (way) {
    case "down":
      return { ...region, line: region.line + region.lines, lines: 1 }
    case "up":
      return { ...region, line: region.line - 1, lines: 1 }
    case "right":
      return { ...region, column: region.column + region.columns, columns: 1 }
    case "left":
      return { ...region, column: region.column - 1, columns: 1 }
  }
}

/** The parts, and room that is still bare as regions of its own. */
function withRest(
  whole: Region,
  fast: readonly Region[],
  parts: readonly Filled[],
): readonly Filled[] {
  const taken = [...fast, ...parts.map(({ region }) => region)]
  return [...parts, ...bareRegions(whole, taken).map((region) => ({ region, from: [] }))]
}

function byNumber(a: number, b: number): number {
  return a - b
}
