import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { frameBands } from "../../layouts/grid/bands.ts"
import { boxOf, lineTop } from "../../layouts/grid/geometry.ts"
import { USUAL_WRAP, presetOutline, type Wrap } from "../../layouts/issue/wrap.ts"
import { stretchesOf } from "../../layouts/grid/turned.ts"
import type { Bands, ColumnMode } from "../../layouts/issue/page.ts"
import { pt, zi, type Box } from "../../layouts/units.ts"
import { plainPage } from "../build/document-records.ts"

const { grid } = plainPage("A1")

/** The bands of a frame of so many lines: where each begins and how long it is, 字. */
function cut(lines: number, bands?: Bands): readonly (readonly [at: number, measure: number])[] {
  const region = { column: 1, columns: 2, line: 4, lines }
  const top = lineTop(grid, 4)
  return frameBands(grid, { region, ...(bands ? { bands } : {}) }).map(({ box, measure }) => [
    Math.round((100 * (box.y - top)) / grid.bodySize) / 100,
    Math.round(100 * measure) / 100,
  ])
}

describe("the bands of a vertical frame", () => {
  const two = (mode: ColumnMode): Bands => ({ count: 2, mode, gutter: zi(1) })

  // 32 lines of 11.25 pt are 40 字 of 9 pt.
  test("are one where none are asked for: as many whole 字 as it is high", () => {
    expect(cut(32)).toEqual([[0, 40]])
    expect(cut(33)).toEqual([[0, 41]])
    expect(cut(32, { ...two("absolute"), count: 1 })).toEqual([[0, 40]])
  })

  test("share out its height as columns share out a width", () => {
    expect(cut(32, two("absolute"))).toEqual([
      [0, 19],
      [21, 19],
    ])
    expect(cut(32, two("relative"))).toEqual([
      [0, 19],
      [20, 20],
    ])
    expect(cut(32, two("free"))).toEqual([
      [0, 19.5],
      [20.5, 19.5],
    ])
  })

  test("stand on the page's lines, one line between two, where they are on its grid", () => {
    expect(cut(32, two("auto"))).toEqual([
      [0, 18],
      [20, 20],
    ])
    expect(cut(1, { ...two("auto"), count: 5 })).toEqual([[0, 1]])
  })

  test("stand inside their frame, in order, off each other, at least one 字 long", () => {
    const modes = fc.constantFrom<ColumnMode>("absolute", "relative", "free", "auto")
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 0, max: 12 }),
        modes,
        (lines, count, gutter, mode) => {
          const region = { column: 0, columns: 1, line: 0, lines }
          const all = frameBands(grid, { region, bands: { count, mode, gutter: zi(gutter) } })
          const whole = boxOf(grid, region)
          let foot = whole.y - 1e-6
          for (const { box, measure } of all) {
            expect(box.y).toBeGreaterThanOrEqual(foot)
            expect(measure).toBeGreaterThanOrEqual(1)
            expect(measure * grid.bodySize).toBeLessThanOrEqual(box.height + 1e-6)
            foot = box.y + box.height - 1e-6
          }
          expect(foot).toBeLessThanOrEqual(whole.y + whole.height)
          expect(all.length).toBeLessThanOrEqual(count)
        },
      ),
    )
  })
})

describe("what is free of a vertical line", () => {
  const band: Box = { x: pt(0), y: pt(0), width: pt(200), height: pt(270) }
  const box: Box = { x: pt(60), y: pt(90), width: pt(60), height: pt(45) }
  const wrap: Wrap = { ...USUAL_WRAP, sides: "both", clearance: 1 }
  const free = (middle: number, how: Partial<Wrap> = {}) =>
    stretchesOf(band, middle, [{ box, wrap: { ...wrap, ...how } }], grid).map(
      ({ x, width }) => [x / grid.bodySize, width / grid.bodySize] as const,
    )

  test("is whole 字 above and below a thing, at the distance that it asks for", () => {
    expect(free(90)).toEqual([
      [0, 9],
      [16, 14],
    ])
    expect(free(90, { sides: "wider" })).toEqual([[16, 14]])
    expect(free(90, { least: 10 })).toEqual([[16, 14]])
    expect(free(90, { shape: "band" })).toEqual([])
  })

  test("is all of it beside a thing, whose distance is kept on its left and right too", () => {
    const whole = [[0, 30]]
    expect(free(120 + 9 + 4.5 + 0.1)).toEqual(whole)
    expect(free(120 + 9 + 4.5 - 0.1)).not.toEqual(whole)
    expect(free(60 - 9 - 4.5 - 0.1)).toEqual(whole)
    expect(free(60 - 9 - 4.5 + 0.1)).not.toEqual(whole)
  })

  test("follows an outline: less is taken near the ends of a circle than in its middle", () => {
    const round = { shape: "outline", outline: presetOutline("ellipse"), clearance: 0 } as const
    const taken = (middle: number): number => {
      const [over, under] = free(middle, { ...round, least: 1 })
      return under![0] - over![1]
    }
    expect(taken(90)).toBe(5)
    expect(taken(122)).toBeLessThan(5)
    expect(taken(122)).toBe(taken(58))
  })
})
