import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { scaled, slid, stretched, wholeAround, zoomOf } from "../../renderer/tools/crop.ts"

const share = fc.double({ min: 0.05, max: 1, noNaN: true })
const part = fc.tuple(share, share, share, share).map(([x, y, width, height]) => ({
  x: (1 - width) * x,
  y: (1 - height) * y,
  width,
  height,
}))
const step = fc.double({ min: -2, max: 2, noNaN: true })

function expectInside({
  x,
  y,
  width,
  height,
}: {
  x: number
  y: number
  width: number
  height: number
}) {
  expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-9)
  expect(x + width).toBeLessThanOrEqual(1 + 1e-9)
  expect(y + height).toBeLessThanOrEqual(1 + 1e-9)
  expect(Math.min(width, height)).toBeGreaterThan(0)
}

describe("the part of a picture that is shown", () => {
  test("slides as far as the picture goes", () => {
    const half = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 }
    expect(slid(half, 0.1, -0.1)).toEqual({ ...half, x: 0.35, y: 0.15 })
    expect(slid(half, 3, -3)).toEqual({ ...half, x: 0.5, y: 0 })
  })

  test("scales about its middle in its own proportions", () => {
    const quarter = { x: 0.4, y: 0.4, width: 0.25, height: 0.125 }
    const twice = scaled(quarter, 2)
    expect(twice.width).toBeCloseTo(0.5, 9)
    expect(twice.height).toBeCloseTo(0.25, 9)
    expect(zoomOf(quarter)).toBeCloseTo(4, 9)
    expect(scaled(quarter, 100).width).toBeCloseTo(1, 9)
  })

  test("stays inside the picture and keeps its proportions, whatever is done to it", () => {
    fc.assert(
      fc.property(
        part,
        step,
        step,
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        (p, a, b, by) => {
          expectInside(slid(p, a, b))
          const bigger = scaled(p, by)
          expectInside(bigger)
          expect(bigger.width / bigger.height).toBeCloseTo(p.width / p.height, 6)
          for (const across of [-1, 1] as const)
            for (const down of [-1, 1] as const) {
              const kept = stretched(p, { across, down }, { x: a, y: b }, false)
              expectInside(kept)
              expect(kept.width / kept.height).toBeCloseTo(p.width / p.height, 6)
              expectInside(stretched(p, { across, down }, { x: a, y: b }, true))
            }
        },
      ),
    )
  })
})

test("all of a picture stands so round its box that the part is the box", () => {
  const box = { x: 40, y: 60, width: 120, height: 90 }
  fc.assert(
    fc.property(part, (one) => {
      const whole = wholeAround(box, one)
      expect(whole.x + one.x * whole.width).toBeCloseTo(box.x)
      expect(whole.y + one.y * whole.height).toBeCloseTo(box.y)
      expect(one.width * whole.width).toBeCloseTo(box.width)
      expect(one.height * whole.height).toBeCloseTo(box.height)
    }),
  )
})
