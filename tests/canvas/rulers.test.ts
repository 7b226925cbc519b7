import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { baselineOf, columnLeft, lineTop, longWidth } from "../../layouts/grid/geometry.ts"
import { snapped, ticksOf, unitOf, zeroOf } from "../../renderer/canvas/ruler-scale.ts"
import { plainPage } from "../build/document-records.ts"

const { grid } = plainPage("A1")
const axis = fc.constantFrom("x" as const, "y" as const)
const unit = fc.constantFrom("zi" as const, "mm" as const)
const px = fc.double({ min: 0.06, max: 42, noNaN: true })
const from = fc.double({ min: -400, max: 1600, noNaN: true })

describe("a ruler", () => {
  it("marks all that is seen evenly, and never so densely that marks or numbers run together", () => {
    fc.assert(
      fc.property(axis, unit, px, from, (a, u, scale, left) => {
        const seen = { from: left, to: left + 1000 / scale, px: scale }
        const ticks = ticksOf(grid, a, u, seen)
        expect(ticks[0]!.at).toBeLessThanOrEqual(seen.from)
        expect(ticks.at(-1)!.at).toBeGreaterThanOrEqual(seen.to)
        const steps = ticks.slice(1).map(({ at }, i) => (at - ticks[i]!.at) * scale)
        for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 4)
        expect(steps[0]!).toBeGreaterThanOrEqual(4)
        const labels = ticks.filter(({ label }) => label !== null)
        for (const [i, { at }] of labels.slice(1).entries())
          expect((at - labels[i]!.at) * scale).toBeGreaterThanOrEqual(30)
      }),
    )
  })

  it("has its zero at the type area and counts 字, lines and millimetres", () => {
    const seen = { from: grid.x - 20, to: grid.x + 200, px: 6 }
    const zero = ticksOf(grid, "x", "zi", seen).find(({ label }) => label === "0")
    expect(zero?.at).toBe(grid.x)
    const fifth = ticksOf(grid, "x", "zi", seen).find(({ label }) => label === "5")
    expect(fifth?.at).toBeCloseTo(grid.x + 5 * grid.bodySize, 9)
    const down = { from: grid.y, to: grid.y + 200, px: 6 }
    const line = ticksOf(grid, "y", "zi", down).find(({ label }) => label === "5")
    expect(line?.at).toBeCloseTo(lineTop(grid, 5), 9)
    expect(unitOf(grid, "y", "mm")).toBeCloseTo(72 / 25.4, 9)
    expect(zeroOf(grid, "y")).toBe(grid.y)
  })
})

describe("a guide", () => {
  it("snaps to something of its unit, at most half a unit away", () => {
    fc.assert(
      fc.property(axis, unit, from, (a, u, at) => {
        const stood = snapped(grid, a, u, at)
        expect(Math.abs(stood - at)).toBeLessThanOrEqual(unitOf(grid, a, u) / 2 + 1e-9)
        expect(snapped(grid, a, u, stood)).toBeCloseTo(stood, 9)
      }),
    )
  })

  it("finds the edges of columns, of whatever gutter, and the tops of lines", () => {
    const odd = { ...grid, columns: 3, gutter: 1.4 as typeof grid.gutter }
    for (const column of [0, 1, 2]) {
      const left = columnLeft(odd, column)
      const right = left + longWidth(odd, 1)
      expect(snapped(odd, "x", "zi", left + 0.3)).toBeCloseTo(left, 9)
      expect(snapped(odd, "x", "zi", right - 0.3)).toBeCloseTo(right, 9)
    }
    expect(snapped(grid, "y", "zi", baselineOf(grid, 4))).toBeCloseTo(lineTop(grid, 5), 9)
  })
})
