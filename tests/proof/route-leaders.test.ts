import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { routeLeaders, type Leader, type Margins } from "../../layouts/proof/route-leaders.ts"

const MARGINS: Margins = {
  ...{ left: 40, right: 1060, noteLeft: 34, noteRight: 1066 },
  ...{ top: 20, foot: 1540 },
}

type Point = readonly [number, number]

function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

function inBox(a: Point, b: Point, c: Point): boolean {
  return (
    Math.min(a[0], b[0]) <= c[0] &&
    c[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= c[1] &&
    c[1] <= Math.max(a[1], b[1])
  )
}

/** Whether two straight pieces touch at all. */
function meet([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const [p, q, r, s] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (p * q < 0 && r * s < 0) return true
  return (
    (p === 0 && inBox(a, b, c)) ||
    (q === 0 && inBox(a, b, d)) ||
    (r === 0 && inBox(c, d, a)) ||
    (s === 0 && inBox(c, d, b))
  )
}

function piecesOf({ path }: Leader): readonly (readonly [Point, Point])[] {
  return path.slice(1).map((end, i) => [path[i]!, end] as const)
}

function crossings(leaders: readonly Leader[]): number {
  let count = 0
  leaders.forEach((one, i) => {
    for (const other of leaders.slice(i + 1))
      if (piecesOf(one).some((a) => piecesOf(other).some((b) => meet(a, b)))) count += 1
  })
  return count
}

describe("routeLeaders", () => {
  const lines = fc.record({
    x: fc.integer({ min: 40, max: 1060 }),
    line: fc.nat(122),
    size: fc.constantFrom(9, 9, 9, 10.5, 21),
  })

  it("crosses no leader of 60 marks on lines anywhere on a page", () => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 60, maxLength: 60 }), (marks) => {
        const wanting = marks.map(({ x, line, size }) => {
          return { x, y: 60 + line * 11.25 - (size - 9), note: 12 }
        })
        const leaders = routeLeaders(wanting, MARGINS)
        expect(leaders).toHaveLength(60)
        expect(crossings(leaders)).toBe(0)
      }),
      { numRuns: 200 },
    )
  })

  it("crosses none where all marks crowd into a few lines and the same places", () => {
    const crowd = fc.array(
      fc.record({
        x: fc.oneof(fc.integer({ min: 100, max: 110 }), fc.integer({ min: 549, max: 551 })),
        y: fc.double({ min: 80, max: 110, noNaN: true }),
      }),
      { minLength: 20, maxLength: 60 },
    )
    fc.assert(
      fc.property(crowd, (marks) => {
        const leaders = routeLeaders(
          marks.map((mark) => ({ ...mark, note: 30 })),
          MARGINS,
        )
        expect(crossings(leaders)).toBe(0)
      }),
      { numRuns: 200 },
    )
  })

  it("keeps notes on the page and, where there is room, none over another", () => {
    const notes = fc.array(fc.tuple(fc.integer({ min: 41, max: 1059 }), fc.nat(1500)), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(notes, (marks) => {
        const leaders = routeLeaders(
          marks.map(([x, y]) => ({ x, y, note: 20 })),
          MARGINS,
        )
        for (const side of ["left", "right"]) {
          const tops = leaders
            .filter((leader) => leader.side === side)
            .map(({ noteTop }) => noteTop)
            .toSorted((a, b) => a - b)
          tops.forEach((top, i) => {
            expect(top).toBeGreaterThanOrEqual(MARGINS.top - 1e-6)
            expect(top).toBeLessThanOrEqual(MARGINS.foot)
            if (i > 0) expect(top - tops[i - 1]!).toBeGreaterThanOrEqual(20 - 1e-6)
          })
        }
      }),
    )
  })
})
