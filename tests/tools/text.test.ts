import { describe, expect, test } from "vitest"
import { pt, zi } from "../../layouts/units.ts"
import { textTool, type TextHand } from "../../renderer/tools/text.ts"
import { NO_SKETCH, type Act, type Bench, type ToolEvent } from "../../renderer/tools/tool.ts"

const bench: Bench = {
  frames: [],
  grid: {
    x: pt(50),
    y: pt(80),
    bodySize: pt(9),
    linePitch: pt(11.25),
    columns: 6,
    measure: zi(17),
    gutter: zi(1.8),
    lines: 120,
  },
  selection: [],
}

/** Drives the tool and remembers what it asked for. */
function hand() {
  let state: TextHand = textTool.idle
  const acts: (Act | null)[] = []
  const send = (event: ToolEvent): void => {
    const next = textTool.step(state, event, bench)
    state = next.state
    acts.push(next.act)
    expect(next.selection).toBeNull()
    expect(textTool.sketch(state, bench)).toBe(NO_SKETCH)
  }
  const down = (clicks?: number, more = false): void =>
    send({
      kind: "down",
      at: { x: 60, y: 90 },
      more,
      handle: null,
      ...(clicks === undefined ? {} : { clicks }),
    })
  return { acts, down, send, idle: () => state === textTool.idle }
}

describe("the text tool", () => {
  test("a press asks for a caret, a drag for all between, until it is let go", () => {
    const { acts, down, send, idle } = hand()
    down()
    send({ kind: "move", at: { x: 99, y: 120 } })
    send({ kind: "up", at: { x: 99, y: 120 } })
    send({ kind: "move", at: { x: 7, y: 7 } })
    const from = { x: 60, y: 90 }
    const swept = { kind: "selectText", from, unit: "character", more: false }
    expect(acts).toEqual([{ ...swept, to: from }, { ...swept, to: { x: 99, y: 120 } }, null, null])
    expect(idle()).toBe(true)
  })

  test("two presses take words, three and more paragraphs, with shift it lengthens", () => {
    const { acts, down } = hand()
    down(2)
    down(3)
    down(5)
    down(1, true)
    expect(acts.map((act) => act?.kind === "selectText" && [act.unit, act.more])).toEqual([
      ["word", false],
      ["paragraph", false],
      ["paragraph", false],
      ["character", true],
    ])
  })

  test("a press given up asks for nothing more", () => {
    const { acts, down, send, idle } = hand()
    down()
    send({ kind: "cancel" })
    expect(acts.at(-1)).toBeNull()
    expect(idle()).toBe(true)
  })
})
