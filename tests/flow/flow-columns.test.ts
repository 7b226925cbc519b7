import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { flowColumns, type Flown, type Room } from "../../layouts/flow/flow-columns.ts"
import type { Line } from "../../layouts/line/line.ts"
import { lineCosts } from "../../layouts/line/line-costs.ts"
import { breakTurning } from "../../layouts/line/break-turning.ts"
import { pt } from "../../layouts/units.ts"
import { articleOf, para, paraAs } from "../build/article.ts"
import { paragraph } from "../build/chinese.ts"
import { COLUMN } from "../build/column.ts"
import { SIZE, textOf } from "../build/type.ts"

const FORTY = "瑞河港的清晨从汽笛声里醒来渔船归来茶香满城老桥上的行人停下脚步看江水缓缓东去啊"

/** A column of so many lines and 字. */
function room(lines: number, zi: number): Room {
  return { lines, measure: pt(zi * SIZE) }
}

/** The lines of each column. */
function columnsOf({ blocks, flow }: Flown): readonly (readonly Line[])[] {
  return flow.columns.map(({ parts }) =>
    parts.flatMap(({ block, from, to }) => blocks[block]!.lines.slice(from, to)),
  )
}

const storyLaw = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: paragraph.map((text) => para(text)) },
    { weight: 1, arbitrary: fc.constant(paraAs("subhead", "新港从淤泥里长出来")) },
    { weight: 1, arbitrary: fc.constant(paraAs("credit", "（林汐）")) },
    { weight: 1, arbitrary: fc.constant(para(`${FORTY.slice(0, 24)}‖${FORTY}。`)) },
    { weight: 1, arbitrary: fc.constant({ ...para(`${FORTY}。${FORTY}。`), look: { drop: 3 } }) },
  ),
  { minLength: 1, maxLength: 8 },
)

const roomsLaw = fc.array(
  fc.record({
    lines: fc.nat(14),
    zi: fc.constantFrom(4, 9, 9.5, 11, 13, 20, 27),
  }),
  { minLength: 1, maxLength: 7 },
)

describe("text that turns from one measure to another", () => {
  test("no character is lost or doubled, and each line is as wide as its column", () => {
    fc.assert(
      fc.property(storyLaw, roomsLaw, (story, widths) => {
        const rooms = widths.map(({ lines, zi }) => room(lines, zi))
        const flown = flowColumns(articleOf("a1", story), COLUMN, rooms)
        const { blocks, flow } = flown
        for (const block of blocks) {
          expect(block.lines[0]!.from).toBe(0)
          block.lines.forEach((line, i) => {
            const next = block.lines[i + 1]?.from ?? story[block.paragraph]!.text.length
            expect(line.to).toBe(next)
          })
        }
        const placed = flow.columns.flatMap(({ parts }) =>
          parts.flatMap(({ block, from, to }) =>
            Array.from({ length: to - from }, (_, i) => `${block}:${from + i}`),
          ),
        )
        const { rest } = flow
        const over = blocks.flatMap((block, b) =>
          block.lines.flatMap((_, i) =>
            rest && (b > rest.block || (b === rest.block && i >= rest.line)) ? [`${b}:${i}`] : [],
          ),
        )
        const all = blocks.flatMap((block, b) => block.lines.map((_, i) => `${b}:${i}`))
        expect([...placed, ...over]).toEqual(all)
        columnsOf(flown).forEach((lines, i) => {
          const { measure, lines: most } = rooms[i]!
          expect(flow.columns[i]!.used).toBeLessThanOrEqual(most)
          for (const line of lines) {
            if (line.strained) continue
            expect(line.x + line.width).toBeLessThanOrEqual(measure + 0.01)
            if (line.full && line.end === "line")
              expect(line.x + line.width).toBeCloseTo(measure, 1)
          }
        })
      }),
      { numRuns: 200 },
    )
  })

  test("a paragraph two long columns long goes on in a short one, and back again", () => {
    const text = `${FORTY}，${FORTY}。`.repeat(6)
    const flown = flowColumns(articleOf("a1", [para(text)]), COLUMN, [
      room(4, 27),
      room(6, 13),
      room(20, 27),
    ])
    const [long, short, last] = columnsOf(flown)
    expect(long!.map(({ full }) => full)).toEqual([true, true, true, true])
    expect(long![3]!.width).toBeCloseTo(27 * SIZE, 2)
    expect(short!.every(({ width }) => Math.abs(width - 13 * SIZE) < 0.01)).toBe(true)
    expect(last![0]!.width).toBeCloseTo(27 * SIZE, 2)
    expect(last!.at(-1)!.to).toBe(text.length)
  })

  test("the lines before and behind the turn cost no more than the rest set by itself", () => {
    fc.assert(
      fc.property(paragraph, fc.integer({ min: 1, max: 5 }), (words, before) => {
        const text = `${words}${FORTY}，${FORTY}。`
        const { blocks } = flowColumns(articleOf("a1", [para(text)]), COLUMN, [
          room(before, 20),
          room(99, 13),
        ])
        const { cells, breaking, lines } = blocks[0]!.set
        if (!breaking || !("widths" in breaking)) return
        const ends = lines.map(({ to }) => cells.from.indexOf(to))
        const best = breakTurning(cells, breaking)
        expect(ends).toEqual(best.ends)
        const sum = lineCosts(cells, breaking, ends).reduce((all, one) => all + one.sum, 0)
        expect(sum).toBeCloseTo(best.cost, 3)
      }),
      { numRuns: 100 },
    )
  })

  test("columns of one measure are filled as ever", () => {
    const story = [para(`${FORTY}。`), paraAs("credit", "（林汐）")]
    const same = flowColumns(articleOf("a1", story), COLUMN, [room(2, 13), room(9, 13)])
    expect(columnsOf(same).map((lines) => lines.length)).toEqual([2, 3])
    expect(same.blocks[1]!.runIn).toBe(true)
  })

  test("a credit does not run into the last line of another column", () => {
    const story = [para("江风徐来。"), paraAs("credit", "（林汐）")]
    const turned = flowColumns(articleOf("a1", story), COLUMN, [room(1, 9), room(9, 13)])
    expect(columnsOf(turned).map((lines) => lines.length)).toEqual([1, 1])
  })
})

test("behind a turn tabs lead to the stops of the column that they are in, none is lost", () => {
  const row = `${FORTY.slice(0, 12)}\t甲${FORTY.slice(12, 20)}\t乙`
  const text = Array(6).fill(row).join("")
  const list = { ...para(text), look: { tabs: "8l 12.5l", indent: 0 } }
  const { blocks, flow } = flowColumns(articleOf("a1", [list]), COLUMN, [room(3, 20), room(40, 14)])
  const lines = blocks[0]!.lines
  expect(lines.map(textOf).join("")).toBe(text)
  const behind = flow.columns[1]!.parts.flatMap(({ from, to }) => lines.slice(from, to))
  const places = behind.flatMap((line) =>
    line.runs.flatMap(({ texts, dx }) =>
      texts.flatMap((one, i) => (one === "甲" ? [(line.x + dx[i]!) / SIZE] : [])),
    ),
  )
  expect(places.length).toBeGreaterThan(2)
  for (const at of places) expect(at).toBeCloseTo(12.5)
})
