import { describe, expect, test } from "vitest"
import { cursorAt } from "../../renderer/tools/cursor.ts"
import { inReadingOrder, neighbourOf } from "../../renderer/tools/reading-order.ts"
import { toolFor } from "../../renderer/tools/tools.ts"
import { named } from "../build/frame.ts"
import { GRID, pointOf } from "../build/hand.ts"

const frames = [
  named("low", "body a 0+2 20+9"),
  named("rule", "rule - 0+2 0+1"),
  named("right", "body b 2+2 0+9"),
  named("left", "headline a 0+2 0+4"),
]

test("frames are read from the head down, side by side from the left, drawn ones last", () => {
  expect(inReadingOrder(frames).map(({ id }) => id)).toEqual(["left", "right", "low", "rule"])
})

test("the next frame is the one read next; the ends lead out of the page", () => {
  expect(neighbourOf(frames, undefined, 1)?.id).toBe("left")
  expect(neighbourOf(frames, undefined, -1)?.id).toBe("rule")
  expect(neighbourOf(frames, "left", 1)?.id).toBe("right")
  expect(neighbourOf(frames, "left", -1)).toBeNull()
  expect(neighbourOf(frames, "rule", 1)).toBeNull()
  expect(neighbourOf([], undefined, 1)).toBeNull()
})

describe("the cursor", () => {
  const bench = { frames, grid: GRID, selection: ["low"] }

  test("tells which way the handle under it pulls", () => {
    expect(cursorAt(toolFor("select"), bench, pointOf(0, 20))).toBe("nwse-resize")
    expect(cursorAt(toolFor("select"), bench, pointOf(0, 24.5))).toBe("ew-resize")
    expect(cursorAt(toolFor("select"), bench, pointOf(0.5, 24))).toBe("default")
  })

  test("is the tool's own with every other tool", () => {
    expect(cursorAt(toolFor("frame"), bench, pointOf(0, 20))).toBe("crosshair")
    expect(cursorAt(toolFor("hand"), bench, pointOf(0, 20))).toBe("grab")
  })
})
