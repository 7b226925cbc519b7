import { expect, test } from "vitest"
import { columnBreakTool } from "../../renderer/tools/column-break.ts"
import type { Bench, ToolEvent } from "../../renderer/tools/tool.ts"

const at = { x: 10, y: 20 }
const bench = { frames: [], selection: [] } as unknown as Bench

function acts(...events: readonly ToolEvent[]) {
  let state = columnBreakTool.idle
  return events.flatMap((event) => {
    const next = columnBreakTool.step(state, event, bench)
    state = next.state
    return next.act ? [next.act] : []
  })
}

test("a press asks for a break where it ends; a cancelled one for nothing", () => {
  const down: ToolEvent = { kind: "down", at, more: false, handle: null }
  const end = { x: 12, y: 20 }
  const moved: ToolEvent = { kind: "move", at: end }
  expect(acts(down, moved, { kind: "up", at: end })).toEqual([{ kind: "insertBreak", at: end }])
  expect(acts(down, { kind: "cancel" }, { kind: "up", at })).toEqual([])
  expect(acts({ kind: "up", at })).toEqual([])
})
