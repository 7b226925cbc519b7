import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { presetOutline, soundWrap, USUAL_WRAP } from "../../layouts/issue/wrap.ts"
import { pointAdded, pointMoved, pointRemoved } from "../../renderer/tools/outline.ts"

const SQUARE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const
const room = { width: 200, height: 100 }

describe("points of an outline", () => {
  it("are moved one at a time, and stay inside the room", () => {
    expect(pointMoved(SQUARE, 1, [-0.25, 0.5])[1]).toEqual([0.75, 0.5])
    expect(pointMoved(SQUARE, 1, [3, -3])).toEqual(SQUARE)
  })

  it("are added on the nearest edge, the last one to the first too", () => {
    expect(pointAdded(SQUARE, [0.4, 0.05], room)).toEqual({
      outline: [[0, 0], [0.4, 0], ...SQUARE.slice(1)],
      at: 1,
    })
    expect(pointAdded(SQUARE, [0.02, 0.5], room)).toEqual({ outline: [...SQUARE, [0, 0.5]], at: 4 })
    // Nearer across in shares of the room, nearer down on paper.
    expect(pointAdded(SQUARE, [0.1, 0.15], room)!.at).toBe(1)
    const full = Array.from({ length: 400 }, () => [0.5, 0.5] as const)
    expect(pointAdded(full, [0, 0], room)).toBeNull()
  })

  it("are taken away until three are left", () => {
    const three = pointRemoved(SQUARE, 0)
    expect(three).toEqual(SQUARE.slice(1))
    expect(pointRemoved(three, 0)).toBe(three)
  })

  it("make a sound outline whatever is done to them", () => {
    const number = fc.double({ min: -2, max: 2, noNaN: true })
    const done = fc.array(fc.tuple(fc.nat(2), fc.nat(60), number, number), { maxLength: 30 })
    fc.assert(
      fc.property(done, (steps) => {
        let outline = presetOutline("ellipse")
        for (const [what, at, x, y] of steps) {
          const point = at % outline.length
          if (what === 0) outline = pointMoved(outline, point, [x, y])
          else if (what === 1) outline = pointRemoved(outline, point)
          else outline = pointAdded(outline, [x, y], room)?.outline ?? outline
        }
        expect(soundWrap({ ...USUAL_WRAP, shape: "outline", outline })?.outline).toEqual(outline)
      }),
    )
  })
})
