import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cutsOf } from "../../layouts/grid/cuts.ts"
import { filledUp } from "../../layouts/grid/fill-up.ts"
import { contains, firstOverlap } from "../../layouts/grid/regions.ts"
import type { Region } from "../../layouts/issue/page.ts"

const whole = { column: 0, columns: 6, line: 0, lines: 40 }
const head = { column: 0, columns: 6, line: 0, lines: 8 }

function at(column: number, columns: number, line: number, lines: number): Region {
  return { column, columns, line, lines }
}

describe("filling a page up", () => {
  it("gives white at a column's foot to what stands over it, and air to what is under nothing", () => {
    const filled = filledUp(whole, [], [at(0, 3, 0, 20), at(0, 3, 22, 10), at(3, 3, 1, 30)])!
    expect(filled.map(({ region }) => region)).toEqual([
      at(0, 3, 0, 22),
      at(0, 3, 22, 18),
      at(3, 3, 0, 40),
    ])
  })

  it("makes one of regions that interlock so that no cut parts them", () => {
    const pinwheel = [at(0, 4, 0, 10), at(4, 2, 0, 30), at(2, 4, 30, 10), at(0, 2, 10, 30)]
    const filled = filledUp(whole, [], [...pinwheel, at(2, 2, 10, 20)])!
    expect(filled.length).toBeLessThan(5)
    expect(filled.flatMap(({ from }) => from).toSorted()).toEqual([0, 1, 2, 3, 4])
  })

  it("leaves room that nothing can take up to itself, and a bare page is one region", () => {
    expect(filledUp(whole, [head], [])!.map(({ region }) => region)).toEqual([at(0, 6, 8, 32)])
  })

  it("always fills the page by straight cuts, each region in one that names it", () => {
    const regions = fc.array(
      fc
        .tuple(
          fc.nat(5),
          fc.integer({ min: 1, max: 6 }),
          fc.nat(31),
          fc.integer({ min: 1, max: 32 }),
        )
        .map(([column, columns, line, lines]) =>
          at(column, Math.min(columns, 6 - column), 8 + line, Math.min(lines, 32 - line)),
        ),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(regions, (given) => {
        const filled = filledUp(whole, [head], given)!
        expect(cutsOf(whole, [head, ...filled.map(({ region }) => region)])).not.toBeNull()
        given.forEach((region, i) => {
          const own = filled.filter(({ from }) => from.includes(i))
          expect(own).toHaveLength(1)
          expect(contains(own[0]!.region, region)).toBe(true)
        })
        if (firstOverlap(given) !== null)
          expect(filled.some(({ from }) => from.length > 1)).toBe(true)
      }),
    )
  })
})
