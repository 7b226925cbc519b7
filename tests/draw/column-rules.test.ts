import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { columnRules, headlineRules } from "../../layouts/draw/column-rules.ts"
import { surroundOf } from "../../layouts/draw/surround.ts"
import { gutterMiddle, lineTop } from "../../layouts/grid/geometry.ts"
import type { Frame, Furniture } from "../../layouts/issue/page.ts"
import { pt } from "../../layouts/units.ts"
import { frame, pageWith } from "../build/frame.ts"

const { grid } = pageWith([])
const WIDTH = pt(0.3)

/** Column rules as `gutter: from–to`, in lines. */
function rulesOf(...frames: readonly string[]): readonly string[] {
  return columnRules(
    grid,
    frames.map((words) => frame(words)),
    WIDTH,
  ).map((rule) => {
    if (rule.kind !== "rule" || rule.x1 !== rule.x2) throw new Error("no upright rule")
    const gutter = [1, 2, 3].find((column) => gutterMiddle(grid, column) === rule.x1)
    const lineOf = (y: number): number => Math.round((y - grid.y) / grid.linePitch)
    return `${gutter}: ${lineOf(rule.y1)}–${lineOf(rule.y2)}`
  })
}

describe("column rules", () => {
  it("part two articles side by side as long as both stand there", () => {
    expect(rulesOf("body a 0+2 0+30", "body b 2+2 5+40")).toEqual(["2: 5–30"])
  })

  it("go through air, and to the page's foot where only air is left", () => {
    const frames = ["body a 0+2 0+20", "body c 0+2 22+36", "body b 2+2 0+60"]
    expect(rulesOf(...frames)).toEqual(["2: 0–60"])
  })

  it("never run inside an article or through a frame that spans the gutter", () => {
    expect(rulesOf("body a 0+2 0+30", "picture a 2+2 0+30")).toEqual([])
    const frames = ["body a 0+2 0+20", "body b 2+2 0+20", "house - 0+4 20+10"]
    expect(rulesOf(...frames, "body c 0+2 30+20", "body d 2+2 30+20")).toEqual([
      "2: 0–20",
      "2: 30–50",
    ])
  })

  it("do not part an article from the filler in its white", () => {
    expect(rulesOf("body a 0+2 0+40", "body a 2+2 0+20", "filler b 2+2 21+19")).toEqual([])
  })

  it("leave out what was drawn by hand", () => {
    expect(rulesOf("body a 0+2 0+30", "box - 2+2 0+30")).toEqual([])
  })
})

describe("rules over headlines", () => {
  const over = (...frames: readonly string[]): readonly Furniture[] =>
    headlineRules(
      grid,
      frames.map((words) => frame(words)),
      WIDTH,
    )

  it("stand in the air under the article above, as wide as the headline", () => {
    const [rule] = over("body a 0+4 0+20", "headline b 0+2 22+4", "body b 0+2 26+9")
    expect(rule).toMatchObject({ kind: "rule", x1: grid.x, width: WIDTH })
    const { y1, y2, x2 } = rule as Furniture & { kind: "rule" }
    expect(y1).toBeCloseTo(lineTop(grid, 22) + (0.35 - 1) * grid.linePitch)
    expect(y2).toBe(y1)
    expect(x2 - grid.x).toBeCloseTo((2 * 17 + 2) * 9)
  })

  it("are not drawn at the head of the page, nor under the article's own picture", () => {
    expect(over("headline b 0+2 0+4", "body c 2+2 0+9")).toEqual([])
    expect(over("picture b 0+2 0+9", "headline b 0+2 9+4")).toEqual([])
  })
})

describe("what stands round articles", () => {
  const rules = { column: pt(0.3), slot: pt(0.3) }

  it("is drawn only as the page says, with boxes round fillers and advertisements", () => {
    const frames = ["body a 0+2 0+60", "filler b 2+2 0+20", "body c 2+2 30+20"].map((words) =>
      frame(words),
    )
    const kinds = (page: Parameters<typeof surroundOf>[0]): readonly string[] =>
      surroundOf(page, new Set(["c"])).map((piece) =>
        piece.kind === "text" ? piece.text : piece.kind,
      )
    expect(kinds(pageWith(frames))).toEqual(["box", "box", "广告"])
    expect(kinds(pageWith(frames, { rules }))).toEqual(["rule", "box", "box", "广告"])
    expect(kinds(pageWith([frame("filler - 0+2 0+20")]))).toEqual([])
  })

  it("keeps the identity of what comes out as before", () => {
    const [a, b] = [frame("body a 0+2 0+60"), frame("filler b 2+2 0+20")]
    const page = pageWith([a, b], { rules })
    const first = surroundOf(page, new Set())
    const moved = frame("body a 0+2 1+59")
    expect(surroundOf({ ...page, frames: [a, b] }, new Set())).toBe(first)
    const second = surroundOf({ ...page, frames: [moved, b] }, new Set())
    expect(second[0]).not.toBe(first[0])
    expect(second[1]).toBe(first[1])
  })

  it("lies on the page whatever the frames are", () => {
    const region = fc.record({
      column: fc.nat(3),
      columns: fc.integer({ min: 1, max: 4 }),
      line: fc.nat(59),
      lines: fc.integer({ min: 1, max: 60 }),
    })
    const frames = fc.array(
      fc.record({
        role: fc.constantFrom<Frame["role"]>("headline", "body", "picture", "filler", "house"),
        article: fc.constantFrom("a", "b", "c", null),
        region: region.map((one) => ({
          ...one,
          columns: Math.min(one.columns, 4 - one.column),
          lines: Math.min(one.lines, 60 - one.line),
        })),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(frames, (drawn) => {
        const all = drawn.map((one, i) => ({ id: `f${i}`, order: 0, slot: "", ...one }))
        for (const piece of surroundOf(pageWith(all, { rules }), new Set())) {
          if (piece.kind !== "rule") continue
          expect(piece.y1).toBeGreaterThanOrEqual(grid.y - 2 * grid.linePitch)
          expect(piece.y2).toBeLessThanOrEqual(lineTop(grid, 60))
          expect(piece.y2).toBeGreaterThanOrEqual(piece.y1)
          if (piece.x1 === piece.x2) expect(piece.y2).toBeGreaterThan(piece.y1)
        }
      }),
    )
  })
})
