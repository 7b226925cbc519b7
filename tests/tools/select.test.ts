import { describe, expect, test } from "vitest"
import { boxOf } from "../../layouts/grid/geometry.ts"
import type { Frame, Grid } from "../../layouts/issue/page.ts"
import { pt, zi } from "../../layouts/units.ts"
import { IDLE, selectTool, type Select } from "../../renderer/tools/select.ts"
import type { Act, Bench, ToolEvent } from "../../renderer/tools/tool.ts"

const grid: Grid = {
  x: pt(50),
  y: pt(80),
  bodySize: pt(9),
  linePitch: pt(11.25),
  columns: 6,
  measure: zi(17),
  gutter: zi(1.8),
  lines: 120,
}

function frame(id: string, region: Frame["region"]): Frame {
  return { id, role: "body", article: id, region, order: 0, slot: id }
}

const frames = [
  frame("a", { column: 0, columns: 2, line: 0, lines: 20 }),
  frame("b", { column: 2, columns: 2, line: 0, lines: 30 }),
  frame("c", { column: 4, columns: 2, line: 90, lines: 30 }),
]

/** Drives the tool as a hand does, and remembers what it asked for. */
function driver(selection: readonly string[] = []) {
  let state: Select = IDLE
  let chosen = selection
  const acts: Act[] = []
  const bench = (): Bench => ({ frames, grid, selection: chosen })
  const send = (event: ToolEvent): void => {
    const next = selectTool.step(state, event, bench())
    state = next.state
    if (next.selection) chosen = next.selection
    if (next.act) acts.push(next.act)
  }
  return {
    acts,
    selection: () => chosen,
    state: () => state,
    press(id: string, more = false) {
      const box = boxOf(grid, frames.find((f) => f.id === id)!.region)
      send({ kind: "down", at: { x: box.x + 40, y: box.y + 40 }, more, handle: null })
      return { x: box.x + 40, y: box.y + 40 }
    },
    pressAt: (x: number, y: number) =>
      send({ kind: "down", at: { x, y }, more: false, handle: null }),
    pull: (id: string, across: -1 | 0 | 1, down: -1 | 0 | 1) =>
      send({
        kind: "down",
        at: { x: 0, y: 0 },
        more: false,
        handle: { id, handle: { across, down } },
      }),
    drag: (x: number, y: number) => send({ kind: "move", at: { x, y } }),
    release: () => send({ kind: "up", at: { x: 0, y: 0 } }),
    cancel: () => send({ kind: "cancel" }),
  }
}

const COLUMN = (17 + 1.8) * 9

describe("the select tool", () => {
  test("a click chooses, a click with shift adds and takes away", () => {
    const hand = driver()
    hand.press("a")
    hand.release()
    expect(hand.selection()).toEqual(["a"])
    hand.press("b", true)
    hand.release()
    expect(hand.selection()).toEqual(["a", "b"])
    hand.press("a", true)
    hand.release()
    expect(hand.selection()).toEqual(["b"])
    expect(hand.acts).toEqual([])
  })

  test("a press that wanders two points is no drag", () => {
    const hand = driver()
    const at = hand.press("a")
    hand.drag(at.x + 2, at.y + 2)
    expect(hand.state().kind).toBe("pressing")
  })

  test("a drag moves by whole columns and lines, once, at its end", () => {
    const hand = driver()
    const at = hand.press("a")
    hand.drag(at.x + 0.7 * COLUMN, at.y + 3.4 * 11.25)
    expect(hand.acts).toEqual([])
    hand.release()
    expect(hand.acts).toEqual([{ kind: "move", ids: ["a"], columns: 1, lines: 3 }])
  })

  test("frames stay on the grid, however far the hand goes", () => {
    const hand = driver(["b", "c"])
    const at = hand.press("b")
    hand.drag(at.x + 5000, at.y + 5000)
    hand.release()
    expect(hand.acts).toEqual([])
    const left = hand.press("b")
    hand.drag(left.x - 5000, left.y - 5000)
    hand.release()
    expect(hand.acts).toEqual([{ kind: "move", ids: ["b", "c"], columns: -2, lines: 0 }])
  })

  test("an edge is pulled to whole lines, never through its opposite", () => {
    const hand = driver(["a"])
    hand.pull("a", 1, 1)
    hand.drag(50 + 3.1 * COLUMN, 80 + 24.6 * 11.25)
    hand.release()
    hand.pull("a", 0, 1)
    hand.drag(0, -900)
    hand.release()
    expect(hand.acts).toEqual([
      { kind: "resize", id: "a", region: { column: 0, columns: 3, line: 0, lines: 25 } },
      { kind: "resize", id: "a", region: { column: 0, columns: 2, line: 0, lines: 1 } },
    ])
  })

  test("Escape leaves everything as it was", () => {
    const hand = driver()
    const at = hand.press("a")
    hand.drag(at.x + COLUMN, at.y)
    hand.cancel()
    hand.release()
    expect(hand.acts).toEqual([])
    expect(hand.state()).toEqual(IDLE)
  })

  test("a sweep over bare page chooses what it touches", () => {
    const hand = driver()
    hand.pressAt(52, 80 + 60 * 11.25)
    hand.drag(50 + 3 * COLUMN, 80 + 10 * 11.25)
    expect(hand.selection()).toEqual(["a", "b"])
  })
})
