import { describe, expect, it } from "vitest"
import { drawOutline } from "../../layouts/draw/borders/border.ts"
import { columnRules } from "../../layouts/draw/column-rules.ts"
import { drawFurniture } from "../../layouts/draw/furniture.ts"
import { stripsIn } from "../../layouts/draw/grounds.ts"
import { surroundOf } from "../../layouts/draw/surround.ts"
import { gutterMiddle, lineTop } from "../../layouts/grid/geometry.ts"
import { ORNAMENTS } from "../../layouts/issue/line-style.ts"
import type { Furniture, Look } from "../../layouts/issue/page.ts"
import { boxFindings } from "../../layouts/proof/box-findings.ts"
import { pt } from "../../layouts/units.ts"
import { frame, pageWith } from "../build/frame.ts"
import { press } from "../build/type.ts"

/** An L of one article, another article in its bend, a third below. */
const L_PAGE = pageWith(
  [
    "headline a 0+1 0+4",
    "body a 0+1 4+36",
    "body a 1+3 30+10",
    "headline b 1+3 0+4",
    "body b 1+3 4+25",
    "body c 0+4 41+19",
  ].map((words) => frame(words)),
  { rules: { column: pt(0.3), slot: null } },
)

const LOOK: Look = { rule: pt(0.5), tint: 0.1 }

/** The box round article `a`. */
function boxWith(look: Look): Furniture & { kind: "box" } {
  const found = surroundOf(L_PAGE, [{ id: "a", kind: "news", surround: look }])
  return found.find((piece) => piece.kind === "box") as Furniture & { kind: "box" }
}

describe("a block of many sides", () => {
  const { grid } = L_PAGE

  it("is drawn along one outline, and no line goes through it", () => {
    const { outline } = boxWith(LOOK)
    expect(outline).toHaveLength(1)
    const loop = outline![0]!
    expect(loop).toHaveLength(6)
    const items = drawFurniture([boxWith(LOOK)], press)
    const strokes = items.filter(({ kind }) => kind === "stroke")
    expect(strokes).toHaveLength(1)
    expect(items.filter(({ kind }) => kind === "fill")).toHaveLength(1)
    // The bend stands in the gutter beside the other article, above the article's own second part.
    const bend = loop.find(
      ([x, y]) =>
        x > gutterMiddle(grid, 1) - 1 && x < gutterMiddle(grid, 1) + 1 && y > lineTop(grid, 28),
    )
    expect(bend![1]).toBeLessThan(lineTop(grid, 30))
    expect(bend![1]).toBeGreaterThan(lineTop(grid, 29))
  })

  it("keeps column rules to where another article stands beside it", () => {
    const rules = columnRules(grid, L_PAGE.frames, { width: pt(0.3) })
    expect(rules).toHaveLength(1)
    expect(rules[0]).toMatchObject({
      x1: gutterMiddle(grid, 1),
      y1: lineTop(grid, 0),
      y2: lineTop(grid, 29),
    })
  })

  it("has its line beside the words of its neighbours, not in them", () => {
    const surround = { rule: pt(0.5), tint: 0.5 }
    const found = boxFindings(L_PAGE, [{ id: "a", kind: "news", surround }], undefined)
    expect(found.map(({ rule }) => rule)).toEqual(["page/dark-ground"])
  })

  it("is covered by strips as its outline is", () => {
    const { outline } = boxWith(LOOK)
    const area = stripsIn(outline!).reduce((sum, { width, height }) => sum + width * height, 0)
    const shoelace = outline!.flatMap((loop) =>
      loop.map(([x, y], i) => {
        const [nx, ny] = loop[(i + 1) % loop.length]!
        return (x * ny - nx * y) / 2
      }),
    )
    expect(area).toBeCloseTo(
      shoelace.reduce((sum, one) => sum + one, 0),
      3,
    )
  })

  it("takes every line style, mitred in its bend", () => {
    const corners = [
      [0, 0],
      [40, 0],
      [40, 30],
      [100, 30],
      [100, 80],
      [0, 80],
    ] as const
    const [stroke] = drawOutline([corners], { style: undefined, weight: 2, ink: "black" })
    expect(stroke).toMatchObject({
      path: [
        ["M", 0, 0],
        ["L", 40, 0],
        ["L", 40, 30],
        ["L", 100, 30],
        ["L", 100, 80],
        ["L", 0, 80],
        ["Z"],
      ],
    })
    const double = drawOutline([corners], { style: "double", weight: 1, ink: "black" })
    const [outer, inner] = double.map((item) => (item.kind === "stroke" ? item.path : []))
    expect(outer![2]).toEqual(["L", 41.5, 28.5])
    expect(inner![2]).toEqual(["L", 38.5, 31.5])
    for (const style of ORNAMENTS)
      expect(drawOutline([corners], { style, weight: 6, ink: "black" }).length).toBeGreaterThan(0)
  })
})
