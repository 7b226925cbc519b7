import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cutsOf, type Cuts } from "../../layouts/grid/cuts.ts"
import { bareRuns, firstOverlap, overlaps, tiles } from "../../layouts/grid/regions.ts"
import type { Region } from "../../layouts/issue/page.ts"

/** A region in four numbers: column, columns, line, lines. */
function at(column: number, columns: number, line: number, lines: number): Region {
  return { column, columns, line, lines }
}

/** Cuts a region by a list of numbers: a tiling that straight cuts made. */
function cutUp(region: Region, numbers: readonly number[]): readonly Region[] {
  const [first, ...rest] = numbers
  const { column, columns, line, lines } = region
  if (first === undefined) return [region]
  const down = first % 2 === 0
  const span = down ? columns : lines
  if (span < 2) return [region]
  const part = 1 + (first % (span - 1))
  const half = Math.ceil(rest.length / 2)
  const one = down ? at(column, part, line, lines) : at(column, columns, line, part)
  const other = down
    ? at(column + part, columns - part, line, lines)
    : at(column, columns, line + part, lines - part)
  return [...cutUp(one, rest.slice(0, half)), ...cutUp(other, rest.slice(half))]
}

/** The regions of a tree's pieces. */
function pieces(cuts: Cuts): readonly (readonly [number, Region])[] {
  return cuts.kind === "piece" ? [[cuts.piece, cuts.region]] : cuts.parts.flatMap(pieces)
}

/** A tree in a line: pieces as numbers, rows in parentheses, stacks in brackets. */
function print(cuts: Cuts): string {
  if (cuts.kind === "piece") return String(cuts.piece)
  const inside = cuts.parts.map(print).join(" ")
  return cuts.kind === "row" ? `(${inside})` : `[${inside}]`
}

describe("cuts", () => {
  const whole = at(0, 8, 0, 120)

  it("find stacks of columns", () => {
    const regions = [
      at(0, 5, 0, 80),
      at(0, 3, 80, 40),
      at(3, 2, 80, 40),
      at(5, 3, 0, 50),
      at(5, 3, 50, 70),
    ]
    expect(print(cutsOf(whole, regions)!)).toBe("([0 (1 2)] [3 4])")
  })

  it("find a masthead over the columns", () => {
    const regions = [at(0, 8, 0, 20), at(0, 4, 20, 100), at(4, 4, 20, 100)]
    expect(print(cutsOf(whole, regions)!)).toBe("[0 (1 2)]")
  })

  it("find no tree for a pinwheel", () => {
    const square = at(0, 3, 0, 3)
    const regions = [at(0, 2, 0, 1), at(2, 1, 0, 2), at(1, 2, 2, 1), at(0, 1, 1, 2), at(1, 1, 1, 1)]
    expect(tiles(square, regions)).toBe(true)
    expect(cutsOf(square, regions)).toBeNull()
  })

  it("find no tree where something is bare or overlaps", () => {
    expect(cutsOf(whole, [at(0, 8, 0, 119)])).toBeNull()
    expect(cutsOf(whole, [at(0, 8, 0, 120), at(0, 1, 0, 1)])).toBeNull()
    expect(cutsOf(whole, [])).toBeNull()
  })

  it("give back the pieces of any page that straight cuts made", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 20 }), (numbers) => {
        const regions = cutUp(whole, numbers)
        expect(tiles(whole, regions)).toBe(true)
        const cuts = cutsOf(whole, regions)
        expect(cuts).not.toBeNull()
        const found = pieces(cuts!).toSorted(([a], [b]) => a - b)
        expect(found).toEqual(regions.map((region, i) => [i, region]))
      }),
    )
  })
})

describe("regions", () => {
  it("that touch do not overlap", () => {
    expect(overlaps(at(0, 2, 0, 10), at(2, 2, 0, 10))).toBe(false)
    expect(overlaps(at(0, 2, 0, 10), at(0, 2, 10, 5))).toBe(false)
    expect(overlaps(at(0, 2, 0, 10), at(1, 1, 9, 5))).toBe(true)
  })

  it("name the first pair that overlaps", () => {
    expect(firstOverlap([at(0, 1, 0, 5), at(1, 1, 0, 5), at(0, 1, 4, 5)])).toEqual([0, 2])
    expect(firstOverlap([])).toBeNull()
  })

  it("leave bare runs between them", () => {
    const runs = bareRuns(at(0, 2, 0, 20), [at(0, 1, 3, 5), at(0, 2, 15, 10)], 0)
    expect(runs).toEqual([
      { line: 0, lines: 3 },
      { line: 8, lines: 7 },
    ])
    expect(bareRuns(at(0, 2, 0, 20), [], 1)).toEqual([{ line: 0, lines: 20 }])
  })
})
