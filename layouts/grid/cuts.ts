import type { Region } from "../issue/page.ts"
import { tiles } from "./regions.ts"

/**
 * How straight cuts from edge to edge divide an area: a piece, pieces side by side, or pieces one
 * under another. `piece` is an index into the regions that were cut.
 */
export type Cuts =
  | { readonly kind: "piece"; readonly region: Region; readonly piece: number }
  | { readonly kind: "row"; readonly region: Region; readonly parts: readonly Cuts[] }
  | { readonly kind: "stack"; readonly region: Region; readonly parts: readonly Cuts[] }

/**
 * The guillotine tree of regions that tile `whole`; null when they do not tile it or when no
 * sequence of straight cuts parts them (a pinwheel). Cuts down the page are tried before cuts
 * across, because a page is stacks of columns first.
 */
export function cutsOf(whole: Region, regions: readonly Region[]): Cuts | null {
  if (!tiles(whole, regions)) return null
  return divide(
    whole,
    regions.map((_, index) => index),
    regions,
  )
}

/** Divides `area`, which the named pieces tile, until each part is one piece. */
function divide(area: Region, pieces: readonly number[], regions: readonly Region[]): Cuts | null {
  if (pieces.length === 1) return { kind: "piece", region: area, piece: pieces[0]! }
  const down = edges(pieces, regions, (r) => [r.column, r.column + r.columns])
  if (down.length > 2) return join("row", area, stripsAcross(area, down), { pieces, regions })
  const across = edges(pieces, regions, (r) => [r.line, r.line + r.lines])
  if (across.length > 2) return join("stack", area, stripsDown(area, across), { pieces, regions })
  return null
}

/** Divides each strip of `area` by the pieces whose top left stands in it. */
function join(
  kind: "row" | "stack",
  area: Region,
  strips: readonly Region[],
  all: { readonly pieces: readonly number[]; readonly regions: readonly Region[] },
): Cuts | null {
  const parts: Cuts[] = []
  for (const strip of strips) {
    const inside = all.pieces.filter((piece) => {
      const { column, line } = all.regions[piece]!
      return (
        column >= strip.column &&
        column < strip.column + strip.columns &&
        line >= strip.line &&
        line < strip.line + strip.lines
      )
    })
    const part = divide(strip, inside, all.regions)
    if (part === null) return null
    parts.push(part)
  }
  return { kind, region: area, parts }
}

/** Positions, by rising order, that no piece spans: where a straight cut can go, both ends included. */
function edges(
  pieces: readonly number[],
  regions: readonly Region[],
  span: (region: Region) => readonly [number, number],
): readonly number[] {
  const spans = pieces.map((piece) => span(regions[piece]!))
  const ends = [...new Set(spans.flat())].toSorted((a, b) => a - b)
  return ends.filter((at) => spans.every(([from, to]) => at <= from || at >= to))
}

/** The parts of `area` side by side between cuts at the given columns. */
function stripsAcross(area: Region, columns: readonly number[]): readonly Region[] {
  return columns
    .slice(1)
    .map((end, i) => ({ ...area, column: columns[i]!, columns: end - columns[i]! }))
}

/** The parts of `area` one under another between cuts at the given lines. */
function stripsDown(area: Region, lines: readonly number[]): readonly Region[] {
  return lines.slice(1).map((end, i) => ({ ...area, line: lines[i]!, lines: end - lines[i]! }))
}
