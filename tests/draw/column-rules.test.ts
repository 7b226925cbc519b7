import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { columnRules, headlineRules, innerRules } from "../../layouts/draw/column-rules.ts"
import { reachOf } from "../../layouts/draw/borders/border.ts"
import { surroundOf } from "../../layouts/draw/surround.ts"
import { frameBands } from "../../layouts/grid/bands.ts"
import { boxOf, gutterMiddle, lineTop } from "../../layouts/grid/geometry.ts"
import { frameColumns } from "../../layouts/grid/own-columns.ts"
import { LINE_STYLES, RULE_WEIGHTS, weightsOf } from "../../layouts/issue/line-style.ts"
import { ruleFindings } from "../../layouts/proof/rule-findings.ts"
import type { Frame, Furniture } from "../../layouts/issue/page.ts"
import { pt, zi } from "../../layouts/units.ts"
import { frame, pageWith } from "../build/frame.ts"

const { grid } = pageWith([])
const WIDTH = pt(0.3)

/** Column rules as `gutter: from–to`, in lines. */
function rulesOf(...frames: readonly string[]): readonly string[] {
  return columnRules(
    grid,
    frames.map((words) => frame(words)),
    { width: WIDTH },
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

describe("the rules of an article", () => {
  const look = { rule: pt(0.3), tint: 0, line: "dots" } as const
  const inner = (...frames: readonly string[]): readonly Furniture[] =>
    innerRules(
      grid,
      frames.map((words) => frame(words)),
      { id: "a", look },
    )

  it("stand between its own columns, never through a headline or a picture", () => {
    const [whole, ...rest] = inner("headline a 0+2 0+4", "body a 0+2 4+20", "body b 2+2 4+20")
    expect(rest).toEqual([])
    expect(whole).toMatchObject({ x1: gutterMiddle(grid, 1), y1: lineTop(grid, 4), line: "dots" })
    expect(whole).toMatchObject({ y2: lineTop(grid, 24) })
    const parts = inner("body a 0+2 0+30", "picture b 0+2 10+8", "picture a 0+1 20+5")
    const spans = parts.flatMap((rule) => (rule.kind === "rule" ? [[rule.y1, rule.y2]] : []))
    expect(spans).toEqual([
      [lineTop(grid, 0), lineTop(grid, 10)],
      [lineTop(grid, 18), lineTop(grid, 30)],
    ])
  })

  it("keep off the text: a rule is no broader than its gutter", () => {
    const rules = innerRules(grid, [frame("body a 0+2 0+30")], {
      id: "a",
      look: { rule: pt(18), tint: 0, line: "vine" },
    })
    const [rule] = rules as readonly (Furniture & { kind: "rule" })[]
    expect(reachOf({ style: "vine", weight: rule!.width })).toBeLessThan((grid.gutter * 9) / 2 - 1)
  })

  it.each(LINE_STYLES)("are as broad as their gutter holds, else plain: %s", (line) => {
    for (let gutter = 0.1; gutter < 2; gutter += 0.1) {
      const ownColumns = { count: 3, mode: "free", gutter: zi(gutter) } as const
      const text = frame("body a 0+4 0+30", { ownColumns })
      const [rule] = innerRules(grid, [text], {
        id: "a",
        look: { rule: pt(weightsOf(line).usual), tint: 0, line },
      }) as readonly (Furniture & { kind: "rule" })[]
      const reach = reachOf({ style: rule!.line, weight: rule!.width })
      expect(rule!.width).toBeGreaterThanOrEqual(RULE_WEIGHTS.least)
      const room = (gutter * grid.bodySize) / 2 - 1.2
      if (rule!.line || room > RULE_WEIGHTS.least / 2)
        expect(reach).toBeLessThanOrEqual(room + 1e-9)
      const findings = ruleFindings(pageWith([text]), [
        { id: "a", kind: "news", columnRule: { rule: pt(weightsOf(line).usual), tint: 0, line } },
      ])
      expect(findings.length).toBe(rule!.line ? 0 : 1)
    }
  })

  it("stand in the gutters of a frame's own columns, not in the page's under them", () => {
    const ownColumns = { count: 3, mode: "absolute", gutter: zi(1) } as const
    const text = frame("body a 0+4 0+30", { ownColumns })
    const rules = innerRules(grid, [text, frame("picture a 0+2 10+5")], {
      id: "a",
      look: { rule: pt(0.3), tint: 0 },
    }) as readonly (Furniture & { kind: "rule" })[]
    const [first, second] = frameColumns(grid, text).map(({ box }) => box)
    const middle = (first!.x + first!.width + second!.x) / 2
    expect(new Set(rules.map(({ x1 }) => x1)).size).toBe(2)
    expect(
      rules.filter(({ x1 }) => Math.abs(x1 - middle) < 0.01).map(({ y1, y2 }) => [y1, y2]),
    ).toEqual([
      [lineTop(grid, 0), lineTop(grid, 10)],
      [lineTop(grid, 15), lineTop(grid, 30)],
    ])
  })

  it("stand level between the bands of a vertical frame, off what lies on them", () => {
    const bands = { count: 2, mode: "absolute", gutter: zi(2) } as const
    const text = frame("body a 0+4 0+32", { vertical: true, bands })
    const rules = innerRules(grid, [text, frame("picture a 1+2 10+12")], {
      id: "a",
      look: { rule: pt(0.3), tint: 0 },
    }) as readonly (Furniture & { kind: "rule" })[]
    const [upper, lower] = frameBands(grid, text).map(({ box }) => box)
    const picture = boxOf(grid, { column: 1, columns: 2, line: 10, lines: 12 })
    const middle = (upper!.y + upper!.height + lower!.y) / 2
    expect(rules.map(({ x1, y1, x2, y2 }) => [x1, y1, x2, y2])).toEqual([
      [upper!.x, middle, picture.x, middle],
      [picture.x + picture.width, middle, upper!.x + upper!.width, middle],
    ])
  })

  it("can be none, beside it too", () => {
    const page = pageWith(
      ["body a 0+1 0+60", "body b 1+1 0+60", "body c 2+1 0+60"].map((words) => frame(words)),
      { rules: { column: pt(0.3), slot: null } },
    )
    const off = { id: "a", kind: "news", columnRule: { rule: pt(0), tint: 0 } } as const
    const rules = surroundOf(page, [off]) as readonly (Furniture & { kind: "rule" })[]
    expect(rules.map(({ x1 }) => x1)).toEqual([gutterMiddle(grid, 2)])
  })
})

it("an article's box stands round all its frames in the gutters", () => {
  const page = pageWith([frame("headline a 0+2 4+4"), frame("body a 0+2 8+9")])
  const surround = { rule: pt(0.5), tint: 0.1, line: "double" } as const
  const [box, ...rest] = surroundOf(page, [{ id: "a", kind: "news", surround }])
  expect(rest).toEqual([])
  expect(box).toMatchObject({ kind: "box", x: grid.x - grid.gutter * 4.5, ...surround })
  const { y, height } = box as Furniture & { kind: "box" }
  expect(y).toBeLessThan(lineTop(grid, 4))
  expect(y + height).toBeGreaterThan(lineTop(grid, 17))
})

describe("what stands round articles", () => {
  const rules = { column: pt(0.3), slot: pt(0.3) }

  it("is drawn only as the page says, with boxes round fillers and advertisements", () => {
    const frames = ["body a 0+2 0+60", "filler b 2+2 0+20", "body c 2+2 30+20"].map((words) =>
      frame(words),
    )
    const kinds = (page: Parameters<typeof surroundOf>[0]): readonly string[] =>
      surroundOf(page, [{ id: "c", kind: "ad" }]).map((piece) =>
        piece.kind === "text" ? piece.text : piece.kind,
      )
    expect(kinds(pageWith(frames))).toEqual(["box", "box", "广告"])
    expect(kinds(pageWith(frames, { rules }))).toEqual(["rule", "box", "box", "广告"])
    expect(kinds(pageWith([frame("filler - 0+2 0+20")]))).toEqual([])
  })

  it("keeps the identity of what comes out as before", () => {
    const [a, b] = [frame("body a 0+2 0+60"), frame("filler b 2+2 0+20")]
    const page = pageWith([a, b], { rules })
    const first = surroundOf(page, [])
    const moved = frame("body a 0+2 1+59")
    expect(surroundOf({ ...page, frames: [a, b] }, [])).toBe(first)
    const second = surroundOf({ ...page, frames: [moved, b] }, [])
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
        for (const piece of surroundOf(pageWith(all, { rules }), [])) {
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
