import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { balancedDepths, originalDepths } from "../../layouts/flow/balance.ts"
import { blocksOf, type Block } from "../../layouts/flow/blocks.ts"
import { fill } from "../../layouts/flow/fill.ts"
import { articleOf, para, paraAs } from "../build/article.ts"
import { paragraph } from "../build/chinese.ts"
import { COLUMN } from "../build/column.ts"

const FORTY = "瑞河港的清晨从汽笛声里醒来渔船归来茶香满城老桥上的行人停下脚步看江水缓缓东去啊"

/** All lines of the blocks, as block:line. */
function allLines(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block, b) => block.lines.map((_, i) => `${b}:${i}`))
}

describe("filling columns", () => {
  test("placed and overset lines are the story, in order, whatever the rooms", () => {
    const stories = fc.array(
      fc.oneof(
        { weight: 5, arbitrary: paragraph.map((text) => para(text)) },
        { weight: 1, arbitrary: fc.constant(paraAs("subhead", "新港从淤泥里长出来")) },
      ),
      { minLength: 1, maxLength: 12 },
    )
    const rooms = fc.array(fc.nat(30), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(stories, rooms, (story, lines) => {
        const blocks = blocksOf(articleOf("a1", story), COLUMN)
        const { columns, rest } = fill(blocks, lines)
        const placed = columns.flatMap(({ parts }) =>
          parts.flatMap(({ block, from, to }) =>
            Array.from({ length: to - from }, (_, i) => `${block}:${from + i}`),
          ),
        )
        const over = rest
          ? blocks
              .flatMap((block, b) => block.lines.map((_, i) => ({ b, i })))
              .filter(({ b, i }) => b > rest.block || (b === rest.block && i >= rest.line))
              .map(({ b, i }) => `${b}:${i}`)
          : []
        expect([...placed, ...over]).toEqual(allLines(blocks))
        columns.forEach((column, i) => expect(column.used).toBeLessThanOrEqual(lines[i]!))
      }),
      { numRuns: 150 },
    )
  })

  test("a column ends at its original break, the line before it full", () => {
    const text = `${FORTY.slice(0, 24)}‖${FORTY}。`
    const blocks = blocksOf(articleOf("a1", [para(text)]), COLUMN)
    const { columns, rest } = fill(blocks, [9, 9])
    expect(rest).toBeNull()
    const last = columns[0]!.parts.at(-1)!
    const line = blocks[0]!.lines[last.to - 1]!
    expect(line.end).toBe("columnBreak")
    expect(line.to).toBe(24)
    expect(line.full).toBe(true)
    expect(columns[1]!.parts[0]!.from).toBe(last.to)
  })

  test("in the last column an original break is only a line's end", () => {
    const blocks = blocksOf(articleOf("a1", [para(`${FORTY.slice(0, 24)}‖${FORTY}。`)]), COLUMN)
    expect(fill(blocks, [20]).rest).toBeNull()
  })

  test("a subhead never stands at a column's foot without two lines under it", () => {
    const story = [para(`${FORTY}。`), paraAs("subhead", "茶山有路"), para(`${FORTY}。`)]
    const blocks = blocksOf(articleOf("a1", story), COLUMN)
    for (let room = 4; room < 12; room += 1) {
      const { columns } = fill(blocks, [room, 30])
      const end = columns[0]!.parts.at(-1)!
      expect(blocks[end.block]!.role === "subhead").toBe(false)
      if (end.block === 2) expect(end.to).toBeGreaterThanOrEqual(2)
    }
  })

  test("a credit with room beside it shares the last line", () => {
    const short = blocksOf(
      articleOf("a1", [para("江风徐来。"), paraAs("credit", "（林汐）")]),
      COLUMN,
    )
    expect(short[1]!.runIn).toBe(true)
    const full = blocksOf(
      articleOf("a1", [para(FORTY.slice(0, 24)), paraAs("credit", "（林汐 周望）")]),
      COLUMN,
    )
    expect(full[1]!.runIn).toBe(false)
  })
})

describe("balancing", () => {
  test("columns hold the story and differ by what the text allows", () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        (texts, columns) => {
          const blocks = blocksOf(
            articleOf(
              "a1",
              texts.map((text) => para(text)),
            ),
            COLUMN,
          )
          const total = blocks.reduce((sum, block) => sum + block.height, 0)
          const depths = balancedDepths(blocks, columns)
          expect(depths.reduce((a, b) => a + b, 0)).toBe(total)
          expect(Math.max(...depths)).toBe(Math.ceil(total / columns))
        },
      ),
      { numRuns: 100 },
    )
  })

  test("original breaks give each stretch its own columns", () => {
    const text = `${FORTY.slice(0, 24)}‖${FORTY}${FORTY}${FORTY}。`
    const blocks = blocksOf(articleOf("a1", [para(text)]), COLUMN)
    const [first, ...others] = originalDepths(blocks, 3)!
    expect(originalDepths(blocks, 1)).toBeNull()
    expect(first).toBe(2)
    expect(others).toHaveLength(2)
    expect(Math.abs(others[0]! - others[1]!)).toBeLessThanOrEqual(1)
  })
})
