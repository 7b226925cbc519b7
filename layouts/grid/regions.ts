import type { Region } from "../issue/page.ts"

/** Whether two regions share a basic column and a line. Touching edges do not overlap. */
export function overlaps(a: Region, b: Region): boolean {
  return (
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns &&
    a.line < b.line + b.lines &&
    b.line < a.line + a.lines
  )
}

/** Whether `inner` lies in `outer`, edges included. */
export function contains(outer: Region, inner: Region): boolean {
  return (
    inner.column >= outer.column &&
    inner.line >= outer.line &&
    inner.column + inner.columns <= outer.column + outer.columns &&
    inner.line + inner.lines <= outer.line + outer.lines
  )
}

/** The least region that holds all; throws when there is none. */
export function regionAround(regions: readonly Region[]): Region {
  if (regions.length === 0) throw new Error("no region to go around")
  const column = Math.min(...regions.map((region) => region.column))
  const line = Math.min(...regions.map((region) => region.line))
  return {
    column,
    columns: Math.max(...regions.map((region) => region.column + region.columns)) - column,
    line,
    lines: Math.max(...regions.map((region) => region.line + region.lines)) - line,
  }
}

/** Whether two regions that do not overlap share part of an edge; corners alone do not touch. */
export function touches(a: Region, b: Region): boolean {
  const across = Math.min(a.column + a.columns, b.column + b.columns) - Math.max(a.column, b.column)
  const down = Math.min(a.line + a.lines, b.line + b.lines) - Math.max(a.line, b.line)
  return (across === 0 && down > 0) || (down === 0 && across > 0)
}

/** Size of a region in column lines: basic columns × body lines. */
export function areaOf(region: Region): number {
  return region.columns * region.lines
}

/** The first two regions that overlap, as indices by rising order; null when none do. */
export function firstOverlap(regions: readonly Region[]): readonly [number, number] | null {
  for (let i = 0; i < regions.length; i += 1)
    for (let j = i + 1; j < regions.length; j += 1)
      if (overlaps(regions[i]!, regions[j]!)) return [i, j]
  return null
}

/** Whether the regions cover `whole` exactly: none outside, none overlapping, nothing left bare. */
export function tiles(whole: Region, regions: readonly Region[]): boolean {
  return (
    regions.every((region) => contains(whole, region)) &&
    firstOverlap(regions) === null &&
    regions.reduce((sum, region) => sum + areaOf(region), 0) === areaOf(whole)
  )
}

/**
 * The bare runs of one basic column of `whole`: where no region stands, top down.
 * Regions may overlap and may stick out of `whole`.
 */
export function bareRuns(
  whole: Region,
  regions: readonly Region[],
  column: number,
): readonly { readonly line: number; readonly lines: number }[] {
  const end = whole.line + whole.lines
  const taken = regions
    .filter((region) => region.column <= column && column < region.column + region.columns)
    .toSorted((a, b) => a.line - b.line)
  const runs: { line: number; lines: number }[] = []
  let line = whole.line
  for (const region of taken) {
    const top = Math.min(region.line, end)
    if (top > line) runs.push({ line, lines: top - line })
    line = Math.max(line, region.line + region.lines)
  }
  if (line < end) runs.push({ line, lines: end - line })
  return runs
}

/**
 * Where nothing stands in a part of the page, as regions: neighbouring columns that are bare over
 * the same lines are one region.
 */
export function bareRegions(whole: Region, taken: readonly Region[]): readonly Region[] {
  const bare: Region[] = []
  for (let column = whole.column; column < whole.column + whole.columns; column += 1)
    for (const run of bareRuns(whole, taken, column)) {
      const beside = bare.findIndex(
        (other) =>
          other.column + other.columns === column &&
          other.line === run.line &&
          other.lines === run.lines,
      )
      if (beside >= 0) bare[beside] = { ...bare[beside]!, columns: bare[beside]!.columns + 1 }
      else bare.push({ column, columns: 1, ...run })
    }
  return bare
}
