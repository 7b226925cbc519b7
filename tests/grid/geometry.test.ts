import { describe, expect, it } from "vitest"
import {
  baselineOf,
  boxOf,
  columnLeft,
  gutterMiddle,
  longMeasure,
  longWidth,
  typeArea,
} from "../../layouts/grid/geometry.ts"
import type { Grid } from "../../layouts/issue/page.ts"
import { pt, zi } from "../../layouts/units.ts"

const broadsheet: Grid = {
  x: pt(50),
  y: pt(96),
  bodySize: pt(9),
  linePitch: pt(11.25),
  columns: 8,
  measure: zi(13),
  gutter: zi(1),
  lines: 123,
}

describe("long columns", () => {
  it("have n basic columns and n − 1 gutters", () => {
    const measures = [1, 2, 3, 4, 5, 6, 7, 8].map((columns) => longMeasure(broadsheet, columns))
    expect(measures).toEqual([13, 27, 41, 55, 69, 83, 97, 111])
  })

  it("are 999 pt wide over the whole broadsheet", () => {
    expect(longWidth(broadsheet, 8)).toBe(999)
  })

  it("have no width without a column", () => {
    expect(longWidth(broadsheet, 0)).toBe(0)
  })

  it("take gutters that are no whole characters", () => {
    const six = { ...broadsheet, columns: 6, measure: zi(17), gutter: zi(1.8) }
    expect(longWidth(six, 6)).toBeCloseTo(999, 9)
  })
})

describe("places on the grid", () => {
  it("has baselines 0.88 em below the top of each line", () => {
    expect(baselineOf(broadsheet, 0)).toBeCloseTo(96 + 7.92, 9)
    expect(baselineOf(broadsheet, 100)).toBeCloseTo(96 + 1125 + 7.92, 9)
  })

  it("has the same baseline in every column of a line", () => {
    const cell = { columns: 1, line: 40, lines: 10 }
    const tops = [0, 3, 7].map((column) => boxOf(broadsheet, { ...cell, column }).y)
    expect(new Set(tops).size).toBe(1)
  })

  it("puts columns a measure and a gutter apart", () => {
    expect(columnLeft(broadsheet, 1) - columnLeft(broadsheet, 0)).toBe(126)
    expect(gutterMiddle(broadsheet, 1)).toBe(50 + 117 + 4.5)
  })

  it("resolves a region to points", () => {
    const box = boxOf(broadsheet, { column: 2, columns: 3, line: 10, lines: 20 })
    expect(box).toEqual({ x: 50 + 252, y: 96 + 112.5, width: 369, height: 225 })
  })

  it("has a type area of 123 lines", () => {
    expect(typeArea(broadsheet).height).toBe(1383.75)
  })
})
