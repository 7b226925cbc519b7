import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readOutline } from "../../fonts/made/outline-path.ts"
import { described, firstCut, withOperator } from "../../renderer/type/glyph-description.ts"
import { keptInCell, partPath, partsOf } from "../../renderer/type/glyph-parts.ts"
import { song } from "../build/type.ts"

/** The ink of path data, from left to right and from top to bottom. */
function inkOf(path: string) {
  const points = readOutline(path)!.flat()
  const [x, y] = [points.map((point) => point.x), points.map((point) => point.y)]
  return [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)] as const
}

describe("parts of a character", () => {
  it("stand side by side as the description says, none over the other", () => {
    const parts = partsOf("⿰氵恩", song)!
    expect(parts.map(({ character }) => character)).toEqual(["氵", "恩"])
    const [water, grace] = parts.map((part) => inkOf(partPath(part, song)))
    expect(water![0]).toBeGreaterThan(0)
    expect(water![1]).toBeLessThan(grace![0])
    expect(grace![1]).toBeLessThan(1000)
    expect(parts[0]!.height).toBe(1000)
  })

  it("stand over each other, and in each other to any depth", () => {
    const [top, foot] = partsOf("⿱艹⿰木木", song)!.map((part) => inkOf(partPath(part, song)))
    expect(top![3]).toBeLessThan(foot![2])
    expect(partsOf("⿱艹⿰木木", song)).toHaveLength(3)
    const [gate, inner] = partsOf("⿵门马", song)!.map((part) => inkOf(partPath(part, song)))
    expect(inner![0]).toBeGreaterThan(gate![0])
    expect(inner![1]).toBeLessThan(gate![1])
  })

  it.each(["", "⿰", "⿰氵", "⿰氵恩恩", "恩恩", "⿰氵\u{f0000}"])("are none of %j", (words) =>
    expect(partsOf(words, song)).toBeNull(),
  )
})

describe("a part in its cell", () => {
  it("keeps its ink in the cell, wherever it is moved and however large it is made", () => {
    const number = fc.integer({ min: -4000, max: 4000 })
    const long = fc.integer({ min: 60, max: 4000 })
    fc.assert(
      fc.property(number, number, long, long, (x, y, width, height) => {
        const part = { character: "恩", x, y, width, height }
        const held = keptInCell(part, song)
        const [left, right, top, foot] = inkOf(partPath(held, song))
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(-1)
        expect(Math.max(right, foot)).toBeLessThanOrEqual(1001)
        expect(keptInCell(held, song)).toEqual(held)
      }),
    )
    const still = { character: "恩", x: 100, y: 100, width: 600, height: 700 }
    expect(keptInCell(still, song)).toEqual(still)
    expect(keptInCell({ ...still, character: "\u{f0000}" }, song).x).toBe(100)
  })

  it("moves with the first cut of the cell", () => {
    const [narrow] = partsOf("⿰木恩", song, 0.3)!.map((part) => inkOf(partPath(part, song)))
    const [wide] = partsOf("⿰木恩", song, 0.6)!.map((part) => inkOf(partPath(part, song)))
    expect(narrow![1]).toBeLessThan(310)
    expect(wide![1]).toBeGreaterThan(narrow![1])
    expect(firstCut("⿰木恩")).toBe(0.36)
    expect(firstCut("⿱艹恩")).toBe(0.36)
    expect(firstCut("⿱恩心")).toBe(0.62)
    expect(firstCut("⿴囗恩")).toBeNull()
  })
})

describe("a description that is picked together", () => {
  it.each([
    ["", "⿰", "⿰"],
    ["氵恩", "⿰", "⿰氵恩"],
    ["⿰氵恩", "⿱", "⿱氵恩"],
    ["⿰氵", "⿱", "⿰氵⿱"],
    ["⿲木木木", "⿳", "⿳木木木"],
    ["⿰氵恩", "⿳", "⿰氵恩⿳"],
  ])("%j and %j are %j", (description, sign, whole) =>
    expect(withOperator(description, sign)).toBe(whole),
  )

  it("parts bare characters side by side", () => {
    expect(["氵恩", "木木木", "恩", "⿱艹恩"].map(described)).toEqual([
      ...["⿰氵恩", "⿲木木木", "恩", "⿱艹恩"],
    ])
  })
})
