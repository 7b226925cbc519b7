import { describe, expect, it } from "vitest"
import { shiftFoot } from "../../layouts/grid/shift-foot.ts"
import type { Frame, FrameRole } from "../../layouts/issue/page.ts"

type Box = readonly [column: number, columns: number, line: number, lines: number]

const frame = (id: string, role: FrameRole, [column, columns, line, lines]: Box): Frame => ({
  ...{ id, role, article: "a1", order: 0, slot: "s" },
  region: { column, columns, line, lines },
})

/** A headline over two pictures side by side with their text under them, and a column of text. */
const head = frame("head", "headline", [0, 3, 0, 6])
const left = frame("left", "picture", [0, 1, 6, 20])
const right = frame("right", "picture", [1, 1, 6, 20])
const under = frame("under", "body", [0, 2, 27, 30])
const beside = frame("beside", "body", [2, 1, 6, 51])
const all = [head, left, right, under, beside]

const lines = (shifted: ReturnType<typeof shiftFoot>) =>
  shifted &&
  Object.fromEntries(shifted.map((one) => [one.frame, [one.region.line, one.region.lines]]))

describe("a foot that is moved", () => {
  it("takes the top of the text under it along", () => {
    const two = [left, frame("text", "body", [0, 1, 27, 30])]
    expect(lines(shiftFoot(two, [left], -3))).toEqual({ left: [6, 17], text: [24, 33] })
    expect(lines(shiftFoot(two, [left], 4))).toEqual({ left: [6, 24], text: [31, 26] })
  })

  it("moves what stands between it and the text", () => {
    const wide = frame("wide", "picture", [0, 2, 6, 20])
    expect(lines(shiftFoot([head, wide, under, beside], [head], -2))).toEqual({
      head: [0, 4],
      wide: [4, 20],
      under: [25, 32],
      beside: [4, 53],
    })
  })

  it("is that of frames side by side", () => {
    expect(lines(shiftFoot(all, [left, right], -2))).toEqual({
      left: [6, 18],
      right: [6, 18],
      under: [25, 32],
    })
  })

  it("is refused where text would lie beside it, or nothing is under it", () => {
    expect(shiftFoot(all, [left], -2)).toBeNull()
    expect(shiftFoot(all, [under], -2)).toBeNull()
    expect(shiftFoot([left], [left], 2)).toBeNull()
  })

  it("is refused where something would be too small, or is locked", () => {
    const text = frame("text", "body", [0, 1, 26, 4])
    expect(shiftFoot([left, text], [left], 3)).toBeNull()
    expect(shiftFoot([left, text], [left], -19)).toBeNull()
    expect(shiftFoot([left, { ...text, locked: true }], [left], -1)).toBeNull()
    expect(shiftFoot([{ ...left, locked: true }, text], [{ ...left, locked: true }], -1)).toBeNull()
  })
})
