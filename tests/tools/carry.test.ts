import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { boxOf } from "../../layouts/grid/geometry.ts"
import { carry, cellAt, EMPTY_HANDED, type CarryEvent } from "../../renderer/tools/carry.ts"
import { plainPage } from "../build/document-records.ts"

const over = { page: "A1", cell: { column: 2, line: 30 } }
const down: CarryEvent = { kind: "down", article: "a1", at: { x: 20, y: 90 } }
const move = (x: number, y: number, on: typeof over | null = null): CarryEvent => ({
  kind: "move",
  at: { x, y },
  over: on,
})

/** Sends events one after another; the last state and all that was let go over a page. */
function after(...events: readonly CarryEvent[]) {
  let state = EMPTY_HANDED
  const drops = events.flatMap((event) => {
    const next = carry(state, event)
    state = next.state
    return next.drop ? [next.drop] : []
  })
  return { state, drops }
}

describe("an article carried from the tray", () => {
  it("is let go over a page once the press became a drag", () => {
    expect(after(down, move(22, 92)).state.kind).toBe("pressing")
    expect(after(down, move(300, 200, over)).state).toMatchObject({ kind: "carrying", over })
    const { state, drops } = after(down, move(300, 200, over), { kind: "up" })
    expect(drops).toEqual([{ article: "a1", over }])
    expect(state).toBe(EMPTY_HANDED)
  })

  it("goes nowhere when it is cancelled, let go over nothing, or only pressed", () => {
    expect(after(down, move(300, 200, over), { kind: "cancel" }, { kind: "up" }).drops).toEqual([])
    expect(after(down, move(300, 200, over), move(0, 0), { kind: "up" }).drops).toEqual([])
    expect(after(down, { kind: "up" }).drops).toEqual([])
    expect(after(move(300, 200, over), { kind: "up" }).drops).toEqual([])
  })
})

describe("the cell under a point", () => {
  const { grid } = plainPage("A1")

  it("is on the grid wherever the point is", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (x, y) => {
        const { column, line } = cellAt(grid, { x, y })
        expect(column >= 0 && column < grid.columns && line >= 0 && line < grid.lines).toBe(true)
      }),
    )
  })

  it("is the one whose box holds the point", () => {
    for (let column = 0; column < grid.columns; column += 1)
      for (const line of [0, 17, grid.lines - 1]) {
        const box = boxOf(grid, { column, columns: 1, line, lines: 1 })
        const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
        expect(cellAt(grid, middle)).toEqual({ column, line })
      }
  })
})
