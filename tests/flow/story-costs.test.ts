import { expect, test } from "vitest"
import { storyCosts } from "../../layouts/flow/story-costs.ts"
import { lineCosts } from "../../layouts/line/line-costs.ts"
import { breakLines } from "../../layouts/line/break.ts"
import { textPage } from "../build/text-page.ts"
import { articleOf, para, paraAs } from "../build/article.ts"
import { cellsOf, SIZE, textOf } from "../build/type.ts"

const BREAKING = { measure: 13 * SIZE, indent: 2 * SIZE, forced: [], endMarks: "fit" } as const

test("a line's demerits are told by name, and the lines' sums are the paragraph's cost", () => {
  const cells = cellsOf("“每逢涨水我都想起那位老船工，他说江水有信，人更要有信。”老人说完笑了。")
  const { ends, cost } = breakLines(cells, BREAKING)
  const costs = lineCosts(cells, BREAKING, ends)
  expect(costs.length).toBe(ends.length)
  expect(costs.reduce((total, { sum }) => total + sum, 0)).toBeCloseTo(cost, 6)
  const names = costs.map(({ parts }) => parts.map(({ name }) => name))
  expect(names).toMatchInlineSnapshot(`
    [
      [
        "wholeFirstMark",
      ],
      [],
      [],
    ]
  `)
})

test("every placed line of a story has its cost, those of a subhead none", () => {
  const text =
    "瑞河港的清晨从汽笛声里醒来，渔船归来，茶香满城；老桥上的行人停下脚步看江水缓缓东去。"
  const article = articleOf("a", [para(text), paraAs("subhead", "新港从淤泥里长出来"), para(text)])
  const { set } = textPage(article)
  const costed = storyCosts(set.story)
  const lines = set.story.columns.flatMap(({ lines }) => lines)
  const body = lines.filter(({ role }) => role === "body")
  expect(costed.map(({ placed }) => textOf(placed.line))).toEqual(
    body.map(({ line }) => textOf(line)),
  )
  expect(storyCosts(set.story)[0]!.parts).toBe(costed[0]!.parts)
})
