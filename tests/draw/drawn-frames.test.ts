import { expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import type { Segment } from "../../layouts/display/list.ts"
import { boxOf, gutterMiddle } from "../../layouts/grid/geometry.ts"
import { pt } from "../../layouts/units.ts"
import { plainArticle } from "../build/document-records.ts"
import { frame, pageWith } from "../build/frame.ts"
import { press } from "../build/type.ts"

const GRID = pageWith([]).grid
const date = { year: 2026, month: 11, day: 23 }

/** The items that a page of such frames prints beside text. */
function shapesOn(...frames: readonly ReturnType<typeof frame>[]) {
  const page = pageWith(frames, { grid: GRID })
  const issue = { paper: "瑞河日报", date, articles: [plainArticle("a1")], pages: [page] }
  const { list } = composePage(issue, "A1", press, "free")
  return { list, grid: page.grid, shapes: list.items.filter(isShape) }
}

function isShape(item: { readonly kind: string }): boolean {
  return item.kind === "fill" || item.kind === "stroke"
}

it("a rule stands across the middle of its line, an upright one in the gutter on its left", () => {
  const across = frame("rule - 1+2 10+1", { look: { rule: pt(1), tint: 0 } })
  const upright = frame("rule - 2+1 4+9", { look: { rule: pt(0.4), tint: 0, upright: true } })
  const { shapes, grid } = shapesOn(across, upright)
  const line = boxOf(grid, across.region)
  const middle = line.y + line.height / 2
  const gutter = gutterMiddle(grid, 2)
  const down = boxOf(grid, upright.region)
  const path = (x1: number, y1: number, x2: number, y2: number): readonly Segment[] => [
    ["M", x1, y1],
    ["L", x2, y2],
  ]
  expect(shapes).toEqual([
    {
      kind: "stroke",
      ink: "black",
      width: 1,
      dash: [],
      path: path(line.x, middle, line.x + line.width, middle),
    },
    {
      kind: "stroke",
      ink: "black",
      width: 0.4,
      dash: [],
      path: path(gutter, down.y, gutter, down.y + down.height),
    },
  ])
})

it("a box stands half a gutter outside its region, its ground under all text", () => {
  const box = frame("box - 0+2 5+9", { look: { rule: pt(0.5), tint: 0.12 } })
  const { list, shapes, grid } = shapesOn(frame("body a1 0+2 5+9"), box)
  expect(shapes.map(({ kind }) => kind)).toEqual(["fill", "stroke"])
  expect(list.items[0]).toMatchObject({ kind: "fill", ink: "black-12" })
  expect(list.inks).toContainEqual({ name: "black-12", cmyk: [0, 0, 0, 0.12] })
  const { x, y } = boxOf(grid, box.region)
  expect(list.items[0]).toMatchObject({ path: [["M", x - 9, y - 9], {}, {}, {}, ["Z"]] })
  expect(list.items.slice(-2)).toMatchObject([{ kind: "tag", role: "rule" }, { kind: "stroke" }])
})

it("what has neither rule nor ground prints nothing, and what did not change is the same item", () => {
  const bare = frame("box - 0+2 5+9", { look: { rule: pt(0), tint: 0 } })
  expect(shapesOn(bare).list.items).toEqual([])
  const rule = frame("rule - 1+2 10+1")
  expect(shapesOn(rule).shapes[0]).toBe(shapesOn(rule).shapes[0])
})

it("a rule lies where it is in the stack: under what is above it, over what is below", () => {
  const text = frame("body a1 0+2 5+9")
  const rule = frame("rule - 0+2 8+1")
  expect(shapesOn(rule, text).list.items[0]).toBe(shapesOn(rule, text).shapes[0])
  const { list } = shapesOn(text, rule)
  expect(list.items.slice(-2)).toMatchObject([{ kind: "tag", role: "rule" }, { kind: "stroke" }])
  const between = shapesOn(text, rule, frame("body a1 0+2 5+4", { order: 1 })).list.items
  expect(between.at(-1)).toMatchObject({ kind: "stroke" })
})
