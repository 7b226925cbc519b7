import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { TextRun } from "../../layouts/line/cells.ts"
import { collect } from "../../layouts/line/collect.ts"
import type { Line } from "../../layouts/line/line.ts"
import { setParagraph } from "../../layouts/line/paragraph.ts"
import { pt } from "../../layouts/units.ts"
import { anyText, measure, paragraph } from "../build/chinese.ts"
import { library, NEWSPAPER, SIZE, song, steps, textOf } from "../build/type.ts"

const hei = library.faces({ family: "hei", weight: 700 })

/** Runs that cover a text, each to an offset, in a size and a tracking. */
function runsOf(...parts: readonly (readonly [to: number, size: number, tracking: number])[]) {
  return parts.map(([to, size, tracking], i): TextRun => ({
    from: parts[i - 1]?.[0] ?? 0,
    to,
    faces: i % 2 === 0 ? song : hei,
    size: pt(size),
    tracking,
  }))
}

function layRuns(text: string, runs: readonly TextRun[], zi: number): readonly Line[] {
  const style = { ...NEWSPAPER, indent: 0, size: SIZE }
  return setParagraph(collect(text, runs, style), {
    measure: pt(zi * SIZE),
    indent: pt(0),
    align: "justify",
    endMarks: "fit",
    columnBreaks: [],
    breaking: "total",
  })
}

describe("tracking", () => {
  const tracked = (text: string, tracking: number, zi = 40): Line =>
    layRuns(text, runsOf([text.length, SIZE, tracking]), zi)[0]!

  test("stands between characters and vanishes at the line's edges", () => {
    expect(tracked("老桥新灯", 0.02).width).toBeCloseTo(4 * SIZE + 3 * 0.02 * SIZE, 9)
    expect(steps(tracked("老桥新灯", -0.015))).toEqual([0.985, 0.985, 0.985])
    expect(steps(tracked("老，桥", 0.02))).toEqual([1.02, 1.02])
    expect(steps(tracked("12月", 0.02))).toEqual([0.52, 0.52])
  })

  test("adds nothing before a space, so that none stands at a line's end", () => {
    expect(tracked("老桥 ", 0.02).width).toBeCloseTo(2 * SIZE + 0.02 * SIZE, 9)
    expect(steps(tracked("林汐 周望", 0.02))).toEqual([1.02, 1, 0.52, 1.02])
  })

  test("brings more characters to a line, or fewer", () => {
    const text = "瑞河港的清晨从汽笛声里醒来渔船归来茶香满城老桥上的行人停下脚步看江水缓缓东去"
    const first = (tracking: number): number =>
      layRuns(text.repeat(3), runsOf([text.length * 3, SIZE, tracking]), 60)[0]!.to
    expect(first(-0.02)).toBeGreaterThan(first(0.02))
  })
})

test("a character of two units that a run ends inside is shown once", () => {
  const [line] = layRuns("老𠮷桥", runsOf([2, SIZE, 0], [4, 12, 0]), 40)
  expect(textOf(line!)).toBe("老𠮷桥")
  expect(line!.stops.at).toEqual([0, 1, 3, 4])
})

describe("runs of several sizes", () => {
  test("a mark's blank half is of the mark's own size", () => {
    const text = "读《江》书"
    const line = layRuns(text, runsOf([1, SIZE, 0], [4, 18, 0], [5, SIZE, 0]), 40)[0]!
    expect(line.width).toBeCloseTo(SIZE + 18 * 3 + SIZE, 9)
    const plain = layRuns(text, runsOf([1, SIZE, 0], [4, SIZE, 0], [5, SIZE, 0]), 40)[0]!
    expect(plain.width).toBeCloseTo(5 * SIZE, 9)
  })

  const sized = fc.tuple(
    fc.nat(60),
    fc.nat(60),
    fc.constantFrom(9, 10.5, 14),
    fc.integer({ min: -20, max: 20 }),
  )
  const cut = (text: string, [a, b, size, tracking]: [number, number, number, number]) => {
    const whole = (at: number): number =>
      /[\ud800-\udbff]/.test(text[Math.min(at, text.length) - 1] ?? "")
        ? 0
        : Math.min(at, text.length)
    const [from, to] = [whole(a), whole(b)].toSorted((x, y) => x - y) as [number, number]
    const parts = [
      [from, SIZE, tracking / 1000],
      [to, size, 0],
      [text.length, SIZE, tracking / 1000],
    ] as const
    return runsOf(...parts).filter((run) => run.to > run.from)
  }

  test("no character is lost, doubled or moved", () => {
    fc.assert(
      fc.property(anyText, measure, sized, (text, m, draw) => {
        const lines = layRuns(text, cut(text, draw), m)
        expect(lines.map(textOf).join("")).toBe(text)
      }),
      { numRuns: 150 },
    )
  })

  test("every line but the last is exactly as wide as its measure", () => {
    fc.assert(
      fc.property(paragraph, measure, sized, (text, m, draw) => {
        for (const line of layRuns(text, cut(text, draw), m)) {
          const room = m * SIZE - line.x - line.width
          if (line.end === "line") expect(Math.abs(room)).toBeLessThan(0.01)
          else expect(room).toBeGreaterThan(-0.01)
        }
      }),
      { numRuns: 150 },
    )
  })
})
