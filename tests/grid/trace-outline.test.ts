import { expect, it } from "vitest"
import { outlineInRoom, traceOutline } from "../../layouts/grid/trace-outline.ts"
import { pt } from "../../layouts/units.ts"

/** Pixels of a disk on a ground, its radius a part of the width. */
function disk(size: number, radius: number, ground: readonly [number, number, number, number]) {
  const data: number[] = []
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const inside = Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2) < radius * size
      data.push(...(inside ? [40, 60, 50, 255] : ground))
    }
  return { width: size, height: size, data }
}

it("a cut-out and a picture on white are traced along what they show", () => {
  for (const ground of [[0, 0, 0, 0] as const, [252, 250, 255, 255] as const]) {
    const outline = traceOutline(disk(100, 0.3, ground))!
    const xs = outline.map(([x]) => x)
    const ys = outline.map(([, y]) => y)
    expect(Math.min(...xs)).toBeCloseTo(0.2, 1)
    expect(Math.max(...xs)).toBeCloseTo(0.8, 1)
    expect(Math.min(...ys)).toBeCloseTo(0.2, 1)
    expect(Math.max(...ys)).toBeCloseTo(0.8, 1)
    for (const [x, y] of outline) expect(Math.hypot(x - 0.5, y - 0.5)).toBeLessThan(0.34)
    expect(outline.length).toBeLessThanOrEqual(400)
  }
})

it("a picture that fills its box has no outline, nor has a white one", () => {
  expect(traceOutline(disk(40, 2, [255, 255, 255, 255]))).toBeNull()
  expect(traceOutline(disk(40, 0, [255, 255, 255, 255]))).toBeNull()
})

it("an outline of a picture that stands whole in its frame is one of the frame", () => {
  const room = { x: pt(10), y: pt(20), width: pt(200), height: pt(100) }
  const shown = { x: pt(60), y: pt(20), width: pt(100), height: pt(100) }
  expect(
    outlineInRoom(
      [
        [0, 0],
        [1, 1],
        [0.5, 0.5],
      ],
      shown,
      room,
    ),
  ).toEqual([
    [0.25, 0],
    [0.75, 1],
    [0.5, 0.5],
  ])
})
