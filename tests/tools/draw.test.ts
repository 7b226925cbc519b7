import { describe, expect, test } from "vitest"
import { alignMarks } from "../../renderer/tools/align-marks.ts"
import { boxTool, frameTool, pictureTool, ruleTool } from "../../renderer/tools/draw-frame.ts"
import { handTool, zoomTool } from "../../renderer/tools/look-round.ts"
import { handWith, pointOf } from "../build/hand.ts"

describe("drawing", () => {
  test("a text frame takes the whole columns and lines that the drag touches", () => {
    const busy = handWith(frameTool, []).press([3.5, 40]).drag(-2, -9.5)
    expect(busy.sketch().ghosts).toEqual([
      { role: "body", region: { column: 1, columns: 3, line: 30, lines: 11 } },
    ])
    busy
      .release()
      .expectActs({
        kind: "draw",
        role: "body",
        region: { column: 1, columns: 3, line: 30, lines: 11 },
      })
      .expectState("idle")
  })

  test("frames never leave the type area", () => {
    handWith(pictureTool, [])
      .press([-3, -20])
      .drag(40, 500)
      .release()
      .expectActs({
        kind: "draw",
        role: "picture",
        region: { column: 0, columns: 6, line: 0, lines: 120 },
      })
  })

  test("a press alone draws nothing, and Escape gives up", () => {
    handWith(boxTool, [])
      .click([1, 1])
      .expectActs()
      .press([1.5, 1])
      .drag(1, 5)
      .cancel()
      .release()
      .expectActs()
      .expectState("idle")
  })

  test("a rule runs across its line or down the nearest gutter, whichever way the drag goes", () => {
    handWith(ruleTool, [])
      .press([0.2, 30.4])
      .drag(2, 3)
      .release()
      .expectActs({
        kind: "draw",
        role: "rule",
        region: { column: 0, columns: 3, line: 30, lines: 1 },
      })
      .press([1.8, 10.2])
      .drag(0.3, 20)
      .release()
      .expectActs({
        kind: "draw",
        role: "rule",
        region: { column: 2, columns: 1, line: 10, lines: 21 },
        upright: true,
      })
  })
})

describe("looking round", () => {
  test("the hand keeps the point that it took under the pointer", () => {
    const { x, y } = pointOf(1, 10)
    handWith(handTool, [])
      .press([1, 10])
      .expectState("holding")
      .hover([2, 12])
      .expectActs({ kind: "pan", x: x - pointOf(2, 12).x, y: y - pointOf(2, 12).y })
      .release()
      .expectState("idle")
      .hover([4, 4])
      .expectActs()
  })

  test("a press of the zoom tool comes nearer, with Alt goes away, a drag frames", () => {
    const at = pointOf(1, 10)
    handWith(zoomTool, [])
      .click([1, 10])
      .expectActs({ kind: "zoom", at, factor: 1.5 })
      .click([1, 10], { alt: true })
      .expectActs({ kind: "zoom", at, factor: 1 / 1.5 })
      .press([1, 10])
      .hover([3, 40])
      .release()
      .expectActs({ kind: "zoomTo", from: at, to: pointOf(3, 40) })
      .expectState("idle")
  })
})

describe("marks of alignment", () => {
  const still = { column: 0, columns: 2, line: 10, lines: 20 }

  test("stand at the edges that what is dragged shares with a frame that stands", () => {
    expect(alignMarks([{ column: 3, columns: 1, line: 10, lines: 5 }], [still])).toEqual([
      { kind: "line", at: 10, from: 0, to: 4 },
    ])
    expect(alignMarks([{ column: 2, columns: 2, line: 40, lines: 5 }], [still])).toEqual([
      { kind: "column", at: 2, from: 10, to: 45 },
    ])
    expect(alignMarks([{ column: 3, columns: 1, line: 41, lines: 5 }], [still])).toEqual([])
    expect(alignMarks([], [still])).toEqual([])
  })
})
