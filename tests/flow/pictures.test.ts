import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { show, type Crop } from "../../layouts/flow/pictures.ts"
import type { Picture } from "../../layouts/issue/article.ts"
import { pt, type Box } from "../../layouts/units.ts"

const SIZE = { width: 3000, height: 2000 }
const room = (width: number, height: number): Box => ({
  x: pt(100),
  y: pt(200),
  width: pt(width),
  height: pt(height),
})
const picture = (change: Partial<Picture> = {}): Picture => ({
  id: "渡口.jpg",
  alt: "",
  aspect: 1.5,
  ...change,
})

describe("a picture in its frame", () => {
  test("fills it, cut evenly on the sides that stand over", () => {
    const { box, crop, ppi } = show(picture(), SIZE, room(144, 144))
    expect(box).toEqual(room(144, 144))
    expect(crop.width).toBeCloseTo(2 / 3, 9)
    expect(crop.x).toBeCloseTo(1 / 6, 9)
    expect(crop.height).toBe(1)
    expect(ppi).toBeCloseTo(1000, 6)
  })

  test("stands whole in its middle where that is asked", () => {
    const { box, crop, ppi } = show(picture({ fit: "whole" }), SIZE, room(144, 144))
    expect(crop).toEqual({ x: 0, y: 0, width: 1, height: 1 })
    expect(box).toEqual({ x: 100, y: 224, width: 144, height: 96 })
    expect(ppi).toBeCloseTo(1500, 6)
  })

  test("what was cut away stays away", () => {
    const crop = { x: 0.5, y: 0, width: 0.5, height: 0.5 }
    const filled = show(picture({ crop }), SIZE, room(288, 144))
    expect(filled.crop.x).toBe(0.5)
    expect(filled.crop.width).toBe(0.5)
    expect(filled.crop.height).toBeCloseTo(0.375, 9)
    expect(filled.ppi).toBeCloseTo(375, 6)
    expect(show(picture({ crop, fit: "whole" }), SIZE, room(288, 144)).crop).toEqual(crop)
  })

  test("is never stretched, and shows nothing outside what was kept", () => {
    const share = fc.double({ min: 0.05, max: 1, noNaN: true })
    const side = fc.integer({ min: 20, max: 900 })
    const part: fc.Arbitrary<Crop> = fc
      .tuple(share, share, share, share)
      .map(([x, y, width, height]) => ({
        x: (1 - width) * x,
        y: (1 - height) * y,
        width,
        height,
      }))
    fc.assert(
      fc.property(
        part,
        side,
        side,
        fc.constantFrom("fill" as const, "whole" as const),
        (kept, width, height, fit) => {
          const { box, crop } = show(picture({ crop: kept, fit }), SIZE, room(width, height))
          const across = box.width / (crop.width * SIZE.width)
          const down = box.height / (crop.height * SIZE.height)
          expect(across / down).toBeCloseTo(1, 6)
          expect(crop.x).toBeGreaterThanOrEqual(kept.x - 1e-9)
          expect(crop.y).toBeGreaterThanOrEqual(kept.y - 1e-9)
          expect(crop.x + crop.width).toBeLessThanOrEqual(kept.x + kept.width + 1e-9)
          expect(crop.y + crop.height).toBeLessThanOrEqual(kept.y + kept.height + 1e-9)
          expect(box.width).toBeLessThanOrEqual(width + 1e-6)
          expect(box.height).toBeLessThanOrEqual(height + 1e-6)
        },
      ),
    )
  })
})
