import fc from "fast-check"
import { expect, it } from "vitest"
import { drawGround } from "../../layouts/draw/grounds.ts"
import { GROUND_PATTERNS, RULE_WEIGHTS } from "../../layouts/issue/line-style.ts"
import { pt } from "../../layouts/units.ts"

const BOX = { x: pt(20), y: pt(30), width: pt(240), height: pt(160) }

/** How much of a stroked ground is covered, crossings counted twice. */
function covered(item: ReturnType<typeof drawGround>[number]): number {
  if (item.kind !== "stroke") throw new Error(item.kind)
  let length = 0
  for (let i = 0; i + 1 < item.path.length; i += 2) {
    const [, x1, y1] = item.path[i] as readonly ["M", number, number]
    const [, x2, y2] = item.path[i + 1] as readonly ["L", number, number]
    length += Math.hypot(x2 - x1, y2 - y1)
  }
  const [on = 1, off = 0] = item.dash
  return (length * item.width * on) / (on + off) / (BOX.width * BOX.height)
}

it("a pattern covers as much of its ground as its strength says, and stays on it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...GROUND_PATTERNS),
      fc.integer({ min: 5, max: 50 }),
      (pattern, percent) => {
        const tint = percent / 100
        const [item, ...others] = drawGround(BOX, { tint, pattern, ground: "朱红" })
        expect(others).toEqual([])
        if (item?.kind !== "stroke") throw new Error("no strokes")
        expect(item.ink).toBe("朱红")
        expect(item.width).toBeGreaterThanOrEqual(RULE_WEIGHTS.least)
        const crossings = pattern === "squares" ? 1 + tint / 2 : 1
        expect(covered(item) / tint / crossings).toBeGreaterThan(0.85)
        expect(covered(item) / tint / crossings).toBeLessThan(1.15)
        for (const segment of item.path) {
          const [, x, y] = segment as readonly ["M", number, number]
          expect(x).toBeGreaterThanOrEqual(BOX.x - 0.01)
          expect(x).toBeLessThanOrEqual(BOX.x + BOX.width + 0.01)
          expect(y).toBeGreaterThanOrEqual(BOX.y - 0.01)
          expect(y).toBeLessThanOrEqual(BOX.y + BOX.height + 0.01)
        }
      },
    ),
  )
})

it("paper has no ground, and a screen is one fill", () => {
  expect(drawGround(BOX, { tint: 0, pattern: "slant" })).toEqual([])
  expect(drawGround(BOX, { tint: 0.1 })).toMatchObject([{ kind: "fill", ink: "black-10" }])
})
