import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Item, Segment } from "../../layouts/display/list.ts"
import { drawBorder, drawRule, reachOf } from "../../layouts/draw/borders/border.ts"
import { MOTIFS } from "../../layouts/draw/borders/motifs.ts"
import { heightFor, unitsOn } from "../../layouts/draw/borders/ornament.ts"
import { runsRound } from "../../layouts/draw/borders/sides.ts"
import {
  LINE_STYLES,
  ORNAMENTS,
  RULE_WEIGHTS,
  SIDES,
  weightsOf,
  type LineStyle,
} from "../../layouts/issue/line-style.ts"
import { pt, type Box } from "../../layouts/units.ts"

const length = fc.double({ min: 60, max: 900, noNaN: true })
const box = fc
  .tuple(length, length)
  .map(([width, height]): Box => ({ x: pt(30), y: pt(40), width: pt(width), height: pt(height) }))
const style = fc.constantFrom(undefined, ...LINE_STYLES)
const BOX: Box = { x: pt(10), y: pt(20), width: pt(200), height: pt(90) }

/** The points of all outlines, curves by their ends and their halves. */
function pointsOf(items: readonly Item[]): readonly (readonly [number, number])[] {
  const paths = items.flatMap((item) =>
    item.kind === "fill" || item.kind === "stroke" ? [item.path] : [],
  )
  return paths.flatMap((path) => {
    let last: readonly [number, number] = [0, 0]
    return path.flatMap((segment: Segment) => {
      if (segment[0] === "Z") return []
      const end = segment.slice(-2) as unknown as readonly [number, number]
      const points = [end]
      if (segment[0] === "C") {
        const [, ax, ay, bx, by, x, y] = segment
        points.push([(last[0] + 3 * ax + 3 * bx + x) / 8, (last[1] + 3 * ay + 3 * by + y) / 8])
      }
      last = end
      return points
    })
  })
}

describe("a border", () => {
  it("stays on its edge, in one ink, no finer than newsprint holds", () => {
    fc.assert(
      fc.property(box, style, (at, of) => {
        const weight = of === undefined ? 0.5 : weightsOf(of).usual
        const items = drawBorder(at, { style: of, weight, ink: "black" })
        expect(items.length).toBeGreaterThan(0)
        const reach = reachOf({ style: of, weight }) + 0.01
        for (const item of items) {
          if (item.kind !== "fill" && item.kind !== "stroke") throw new Error(item.kind)
          expect(item.ink).toBe("black")
          if (item.kind === "stroke") expect(item.width).toBeGreaterThanOrEqual(RULE_WEIGHTS.least)
        }
        for (const [x, y] of pointsOf(items)) {
          const across = Math.min(Math.abs(x - at.x), Math.abs(x - at.x - at.width))
          const down = Math.min(Math.abs(y - at.y), Math.abs(y - at.y - at.height))
          expect(Math.min(across, down)).toBeLessThanOrEqual(reach)
          expect(x).toBeGreaterThanOrEqual(at.x - reach)
          expect(x).toBeLessThanOrEqual(at.x + at.width + reach)
          expect(y).toBeGreaterThanOrEqual(at.y - reach)
          expect(y).toBeLessThanOrEqual(at.y + at.height + reach)
        }
      }),
      { numRuns: 60 },
    )
  })

  it("of an ornament has whole units that close at the corners, hardly stretched", () => {
    fc.assert(
      fc.property(box, fc.constantFrom(...ORNAMENTS), (at, of) => {
        const { pitch } = MOTIFS[of]
        const runs = runsRound(at, [])
        const height = heightFor(runs, pitch, 5)
        expect(Math.abs(height / 5 - 1)).toBeLessThanOrEqual(0.1001)
        for (const run of runs) {
          const { from, count, stretch } = unitsOn(run, pitch, height)
          expect(from + count * pitch * stretch * height).toBeCloseTo(run.length - height / 2, 6)
          expect(Math.abs(stretch - 1)).toBeLessThan(0.08)
        }
      }),
    )
  })

  it("leaves open sides out, and two parallel lines are mitred where sides meet", () => {
    for (const side of SIDES) {
      const drawing = { style: "double", weight: 0.4, ink: "black" } as const
      const edge = { top: BOX.y, right: 210, bottom: 110, left: BOX.x }[side]
      const level = side === "top" || side === "bottom"
      for (const item of drawBorder(BOX, drawing, [side])) {
        if (item.kind !== "stroke") throw new Error(item.kind)
        expect(item.path.map(([kind]) => kind)).toEqual(["M", "L", "L", "L"])
        const on = item.path.filter(
          (segment) => Math.abs((segment[level ? 2 : 1] as number) - edge) < 0.01,
        )
        expect(on).toHaveLength(2)
      }
    }
    const [outer, inner] = drawBorder(BOX, { style: "double", weight: 0.4, ink: "black" })
    expect(outer).toMatchObject({ path: [["M", 10 - 0.65, 20 - 0.65], {}, {}, {}, ["Z"]] })
    expect(inner).toMatchObject({ path: [["M", 10 + 0.65, 20 + 0.65], {}, {}, {}, ["Z"]] })
  })

  it("of a thick and a thin line has the thick one outside, or inside", () => {
    const weights = (style: "thickThin" | "thinThick") =>
      drawBorder(BOX, { style, weight: 2, ink: "black" })
        .filter((item) => item.kind === "stroke")
        .toSorted((a, b) => (a.path[0]![1] as number) - (b.path[0]![1] as number))
        .map(({ width }) => width)
    expect(weights("thickThin")).toEqual([2, 0.5])
    expect(weights("thinThick")).toEqual([0.5, 2])
  })

  it("is nothing without a weight or without sides", () => {
    expect(drawBorder(BOX, { style: "vine", weight: 0, ink: "black" })).toEqual([])
    expect(drawBorder(BOX, { style: "vine", weight: 6, ink: "black" }, SIDES)).toEqual([])
  })
})

it("a style of a newer Banxin has weights, and is drawn as a plain line", () => {
  const newer = "comet" as LineStyle
  expect(weightsOf(newer)).toEqual(weightsOf("double"))
  const drawing = { style: newer, weight: 0, ink: "black" }
  expect(drawBorder(BOX, drawing)).toEqual([])
  expect(drawBorder(BOX, { ...drawing, weight: 1 })).toEqual(
    drawBorder(BOX, { style: undefined, weight: 1, ink: "black" }),
  )
})

it("a rule has no corners and ends where it is said to", () => {
  for (const of of LINE_STYLES) {
    const { usual } = weightsOf(of)
    const level = drawRule(
      { x1: 0, y1: 5, x2: 120, y2: 5 },
      { style: of, weight: usual, ink: "black" },
    )
    const upright = drawRule(
      { x1: 5, y1: 0, x2: 5, y2: 120 },
      { style: of, weight: usual, ink: "black" },
    )
    const along = [pointsOf(level).map(([x]) => x), pointsOf(upright).map(([, y]) => y)]
    for (const places of along) {
      expect(Math.min(...places)).toBeGreaterThan(-0.1 * usual - 0.46)
      expect(Math.max(...places)).toBeLessThan(120 + 0.1 * usual + 0.46)
      expect(Math.max(...places) - Math.min(...places)).toBeGreaterThan(115)
    }
  }
})
