import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { blockShape } from "../../layouts/grid/block-shape.ts"
import { firstOverlap } from "../../layouts/grid/regions.ts"
import type { Region } from "../../layouts/issue/page.ts"

/** Regions written as `column+columns line+lines`. */
function regions(...words: readonly string[]): readonly Region[] {
  return words.map((one) => {
    const [column, columns, line, lines] = one.split(/[+ ]/).map(Number)
    return { column: column!, columns: columns!, line: line!, lines: lines! }
  })
}

/** The corners of a shape's loops, as `column,line`. */
function corners(own: readonly Region[], others: readonly Region[] = []): readonly string[] {
  return blockShape(own, others).map((loop) => loop.map((corner) => corner.join()).join(" "))
}

describe("the shape of an article's frames", () => {
  test("is a rectangle where they fill one, with the white between and under them", () => {
    const uneven = regions("0+3 0+4", "0+2 4+20", "2+1 5+9")
    expect(corners(uneven)).toEqual(["0,0 3,0 3,24 0,24"])
  })

  test("is an L round another article in its bend", () => {
    const own = regions("0+1 0+30", "1+2 20+10")
    expect(corners(own, regions("1+2 0+19"))).toEqual(["0,0 1,0 1,20 3,20 3,30 0,30"])
  })

  test("is a U, a Z and a six-sided block", () => {
    expect(corners(regions("0+1 0+20", "1+1 15+5", "2+1 0+20"), regions("1+1 0+15"))).toEqual([
      "0,0 1,0 1,15 2,15 2,0 3,0 3,20 0,20",
    ])
    const z = regions("0+2 0+10", "1+2 10+10")
    expect(corners(z, regions("2+1 0+10", "0+1 10+10"))).toEqual([
      "0,0 2,0 2,10 3,10 3,20 1,20 1,10 0,10",
    ])
    expect(corners(regions("0+3 0+5", "0+2 5+5"), regions("2+1 5+5"))).toEqual([
      "0,0 3,0 3,5 2,5 2,10 0,10",
    ])
  })

  test("goes round what stands inside it the other way", () => {
    const own = regions("0+3 0+5", "0+1 5+5", "2+1 5+5", "0+3 10+5")
    const [outer, inner] = corners(own, regions("1+1 5+5"))
    expect(outer).toBe("0,0 3,0 3,15 0,15")
    expect(inner!.split(" ").toSorted()).toEqual(["1,10", "1,5", "2,10", "2,5"])
  })

  test("is of two parts where its frames do not touch", () => {
    const own = regions("0+1 0+5", "2+1 0+5")
    expect(corners(own, regions("1+1 0+5"))).toHaveLength(2)
  })

  test("has all its own cells inside and no cell of another, each loop closed by level and upright sides", () => {
    const region = fc
      .tuple(fc.nat(4), fc.integer({ min: 1, max: 3 }), fc.nat(8), fc.integer({ min: 1, max: 6 }))
      .map(([column, columns, line, lines]): Region => ({ column, columns, line, lines }))
    const apart = fc
      .array(region, { minLength: 1, maxLength: 6 })
      .map((all) => all.filter((_, i) => firstOverlap(all.slice(0, i + 1)) === null))
    fc.assert(
      fc.property(apart, fc.nat(5), (all, many) => {
        const own = all.slice(0, 1 + (many % all.length))
        const others = all.slice(own.length)
        const shape = blockShape(own, others)
        for (const loop of shape)
          loop.forEach(([x, y], i) => {
            const [nx, ny] = loop[(i + 1) % loop.length]!
            expect((x === nx) !== (y === ny)).toBe(true)
          })
        for (let column = 0; column < 8; column += 1)
          for (let line = 0; line < 15; line += 1) {
            const here = (regions: readonly Region[]): boolean =>
              regions.some(
                (one) =>
                  one.column <= column &&
                  column < one.column + one.columns &&
                  one.line <= line &&
                  line < one.line + one.lines,
              )
            const inside = isInside(shape, column + 0.5, line + 0.5)
            if (here(own)) expect(inside).toBe(true)
            if (here(others)) expect(inside).toBe(false)
          }
      }),
      { numRuns: 200 },
    )
  })
})

/** Whether a place is inside: a way to the right crosses an odd number of upright sides. */
function isInside(shape: ReturnType<typeof blockShape>, column: number, line: number): boolean {
  let crossed = 0
  for (const loop of shape)
    loop.forEach(([x, y], i) => {
      const [nx, ny] = loop[(i + 1) % loop.length]!
      if (x === nx && x > column && Math.min(y, ny) < line && line < Math.max(y, ny)) crossed += 1
    })
  return crossed % 2 === 1
}
