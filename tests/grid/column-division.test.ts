import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { brokenMeasure, divided } from "../../layouts/grid/column-division.ts"
import { boxOf, longMeasure } from "../../layouts/grid/geometry.ts"
import { frameColumns, joinedColumns, partedColumns } from "../../layouts/grid/own-columns.ts"
import type { ColumnMode, OwnColumns } from "../../layouts/issue/page.ts"
import { zi } from "../../layouts/units.ts"
import { plainPage } from "../build/document-records.ts"
import { frame } from "../build/frame.ts"

/** The grids of the textbook: 对开 8 × 13 字, 四开 6 × 11 字, gutters of one 字. */
const BROADSHEET = { ...plainPage("A1").grid, columns: 8, measure: zi(13), gutter: zi(1) }
const TABLOID = { ...BROADSHEET, columns: 6, measure: zi(11) }

/** The long column of so many basic ones, broken into so many. */
function broken(grid: typeof BROADSHEET, long: number, count: number): string {
  const { measure, remainder } = brokenMeasure(longMeasure(grid, long), count)
  return remainder === 0 ? `${measure}` : `${measure}r${remainder}`
}

describe("long columns (长栏)", () => {
  test("of the 对开 page: n basic columns and the gutters between them", () => {
    const long = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => longMeasure(BROADSHEET, n))
    expect(long).toEqual([13, 27, 41, 55, 69, 83, 97, 111])
  })

  test("of the 四开 page", () => {
    const long = [1, 2, 3, 4, 5, 6].map((n) => longMeasure(TABLOID, n))
    expect(long).toEqual([11, 23, 35, 47, 59, 71])
  })
})

describe("broken columns (破栏)", () => {
  test.each([
    [2, 3, "8r1"],
    [3, 2, "20"],
    [4, 3, "17r2"],
    [5, 2, "34"],
    [5, 3, "22r1"],
    [5, 4, "16r2"],
    [6, 4, "20"],
    [6, 5, "15r4"],
    [8, 5, "21r2"],
    [8, 6, "17r4"],
    [8, 7, "15"],
  ])("对开 %i 破 %i", (long, count, measure) => {
    expect(broken(BROADSHEET, long, count)).toBe(measure)
  })

  test.each([
    [3, 2, "17"],
    [4, 3, "15"],
    [5, 4, "14"],
  ])("四开 %i 破 %i", (long, count, measure) => {
    expect(broken(TABLOID, long, count)).toBe(measure)
  })
})

/** Measures and the gutters between them, such as `9+9 gap 2`. */
function said(width: number, count: number, mode: Exclude<ColumnMode, "auto">): string {
  const shares = divided(zi(width), count, zi(1), mode)
  const gaps = shares.slice(1).map(({ at }, i) => at - shares[i]!.at - shares[i]!.measure)
  return `${shares.map(({ measure }) => measure).join("+")} gap ${[...new Set(gaps)].join()}`
}

describe("the four modes of columns (栏式)", () => {
  test("20 字 in two columns with a gutter of 1", () => {
    expect(said(20, 2, "absolute")).toBe("9+9 gap 2")
    expect(said(20, 2, "relative")).toBe("9+10 gap 1")
    expect(said(20, 2, "free")).toBe("9.5+9.5 gap 1")
  })

  test("五破三 leaves one 字: to the gutters, or to a column", () => {
    expect(said(69, 3, "absolute")).toBe("22+22+22 gap 1.5")
    expect(said(69, 3, "relative")).toBe("22+22+23 gap 1")
    expect(said(69, 3, "free").startsWith("22.333")).toBe(true)
  })

  test("自动 stands on the page's basic columns", () => {
    const region = { column: 1, columns: 5, line: 0, lines: 9 }
    const columns = (count: number): readonly number[] =>
      frameColumns(BROADSHEET, {
        region,
        ownColumns: { count, mode: "auto", gutter: zi(3) },
      }).map(({ measure }) => measure)
    expect(columns(5)).toEqual([13, 13, 13, 13, 13])
    expect(columns(2)).toEqual([27, 41])
    expect(columns(1)).toEqual([69])
    expect(columns(9)).toEqual(columns(5))
  })

  test("fill their block, stay in it, and keep what their mode keeps", () => {
    const block = fc.record({
      width: fc.integer({ min: 1, max: 111 }),
      count: fc.integer({ min: 1, max: 24 }),
      gutter: fc.constantFrom(0, 0.5, 1, 1.5, 2),
      mode: fc.constantFrom("absolute" as const, "relative" as const, "free" as const),
    })
    fc.assert(
      fc.property(block, ({ width, count, gutter, mode }) => {
        const shares = divided(zi(width), count, zi(gutter), mode)
        expect(shares.length).toBeGreaterThan(0)
        expect(shares.length).toBeLessThanOrEqual(count)
        expect(shares[0]!.at).toBe(0)
        const last = shares.at(-1)!
        const left = width - last.at - last.measure
        expect(left).toBeGreaterThan(-1e-6)
        // Half gutters leave half a 字, which no whole column can take; one column leaves it too.
        if (mode === "free" || (mode === "absolute" && shares.length > 1))
          expect(left).toBeCloseTo(0, 6)
        else expect(left).toBeLessThan(1)
        const measures = shares.map(({ measure }) => measure)
        for (const measure of measures) expect(measure).toBeGreaterThanOrEqual(1)
        if (mode !== "free") expect(measures.every(Number.isInteger)).toBe(true)
        const spread = Math.max(...measures) - Math.min(...measures)
        expect(spread).toBeLessThanOrEqual(mode === "relative" ? 1 : 1e-9)
        shares.slice(1).forEach(({ at }, i) => {
          const gap = at - shares[i]!.at - shares[i]!.measure
          if (mode === "absolute") expect(gap).toBeGreaterThanOrEqual(gutter - 1e-9)
          else expect(gap).toBeCloseTo(gutter, 9)
        })
      }),
    )
  })
})

describe("a frame's own columns", () => {
  const own: OwnColumns = { count: 3, mode: "relative", gutter: zi(1) }

  test("absent are the basic columns of its region", () => {
    const { region } = frame("body a1 1+2 4+9")
    const columns = frameColumns(BROADSHEET, { region })
    expect(columns.map(({ measure }) => measure)).toEqual([13, 13])
    expect(columns[1]!.box).toEqual(boxOf(BROADSHEET, { ...region, column: 2, columns: 1 }))
  })

  test("stand in its region, on the page's lines", () => {
    const { region } = frame("body a1 1+5 4+9")
    const columns = frameColumns(BROADSHEET, { region, ownColumns: own })
    const box = boxOf(BROADSHEET, region)
    expect(columns.map(({ measure }) => measure)).toEqual([22, 22, 23])
    for (const { box: each } of columns) {
      expect(each.y).toBe(box.y)
      expect(each.height).toBe(box.height)
    }
    const last = columns.at(-1)!.box
    expect(last.x + last.width).toBeCloseTo(box.x + box.width, 6)
  })

  test("are shared out when it is cut, and together again when it is merged", () => {
    const [left, right] = partedColumns(own, 2, 5)
    expect([left.count, right.count]).toEqual([1, 2])
    const parts = [
      frame("body a1 0+2 0+9", { ownColumns: left }),
      frame("body a1 2+3 0+9", { ownColumns: right }),
    ]
    expect(joinedColumns(parts)).toEqual(own)
    expect(joinedColumns([parts[0]!, frame("body a1 2+3 0+9")])).toEqual({ ...left, count: 4 })
    expect(partedColumns({ ...own, count: 1 }, 2, 5).map(({ count }) => count)).toEqual([1, 1])
  })
})
