import fc from "fast-check"
import { expect, test } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { placeHead } from "../../layouts/edits/place-head.ts"
import { tiles } from "../../layouts/grid/regions.ts"
import { HEAD_PLACES, headedRegion, type HeadPlace } from "../../layouts/head/head-places.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { articleOf, para } from "../build/article.ts"
import { expectEdit } from "../build/document-law.ts"
import { frame, issueWith, pageWith } from "../build/frame.ts"
import { press } from "../build/type.ts"

test("headline and text tile their region, whatever it is", () => {
  fc.assert(
    fc.property(
      fc.record({
        column: fc.nat(3),
        columns: fc.integer({ min: 1, max: 8 }),
        line: fc.nat(40),
        lines: fc.integer({ min: 1, max: 80 }),
      }),
      fc.constantFrom(...HEAD_PLACES),
      fc.integer({ min: 1, max: 30 }),
      (around, place, lines) => {
        const parts = headedRegion(around, place, lines)
        if (!parts) return
        expect(tiles(around, [parts.head, ...parts.text])).toBe(true)
        expect(parts.head.lines).toBe(lines)
      },
    ),
  )
})

const where: readonly (readonly [HeadPlace, readonly string[]])[] = [
  ["over", ["headline 0+4 2+6", "body 0+4 8+24"]],
  ["left", ["headline 0+2 2+6", "body 0+2 8+24", "body 2+2 2+30"]],
  ["right", ["headline 2+2 2+6", "body 0+2 2+30", "body 2+2 8+24"]],
  ["amid", ["headline 1+2 2+6", "body 0+1 2+30", "body 1+2 8+24", "body 3+1 2+30"]],
  [
    "inside",
    ["headline 1+2 14+6", "body 0+1 2+30", "body 1+2 2+12", "body 1+2 20+12", "body 3+1 2+30"],
  ],
]

const told = ({ pages }: Issue): readonly string[] =>
  pages[0]!.frames
    .filter(({ article }) => article === "a1")
    .toSorted((a, b) => a.order - b.order)
    .map(({ role, region: { column, columns, line, lines } }) =>
      [role, `${column}+${columns}`, `${line}+${lines}`].join(" "),
    )

test.each(where)("a headline stands %s its text, which reads on in order", (place, frames) => {
  const start = issueWith(frame("headline a1 0+4 2+5"), frame("body a1 0+4 7+25"))
  const document = newDocument(start)
  expectEdit(document, placeHead("A1", "a1", { place, lines: 6 }), (after) =>
    expect(told(after)).toEqual(frames),
  )
  expectEdit(document, placeHead("A1", "a1", { place: "over", lines: 6 }), (after) =>
    expect(told(after)).toEqual(where[0]![1]),
  )
})

test("nothing moves where a stranger or a lock is in the way, or the region is too small", () => {
  const refused = [
    [frame("headline a1 0+4 2+5"), frame("body a1 0+4 7+25", { locked: true })],
    [frame("headline a1 0+4 2+5"), frame("body a1 0+2 7+25"), frame("body a2 2+2 7+25")],
    [frame("headline a1 0+1 2+5"), frame("body a1 0+1 7+25")],
    [frame("headline a1 0+4 2+5"), frame("body a1 0+4 7+3")],
  ]
  for (const frames of refused) {
    const start = issueWith(...frames)
    const document = newDocument(start)
    const before = document.issue()
    document.perform(placeHead("A1", "a1", { place: "inside", lines: 6 }))
    expect(document.issue()).toBe(before)
    expect(told(document.issue())).toEqual(told(start))
  }
})

test("text over and lines short are counted by what the headline leaves, in every place", () => {
  const text = "瑞河市的码头工人今天又装完了一船茶叶，船在傍晚离港，沿江而下。".repeat(14)
  const article = articleOf("a1", [para(text)])
  const sums = HEAD_PLACES.map((place) => {
    const { head, text: parts } = headedRegion(
      { column: 0, columns: 4, line: 0, lines: 30 },
      place,
      6,
    )!
    const at = (role: string, { column, columns, line, lines }: typeof head, order: number) =>
      frame(`${role} a1 ${column}+${columns} ${line}+${lines}`, { order })
    const frames = [at("headline", head, 0), ...parts.map((region, i) => at("body", region, i))]
    const issue: Issue = {
      ...{ paper: "瑞河日报", date: { year: 2026, month: 11, day: 23 } },
      ...{ articles: [article], pages: [pageWith(frames)] },
    }
    const { story } = composePage(issue, "A1", press, "free").articles[0]!
    const used = story.columns.reduce((sum, { lines }) => sum + lines.length, 0)
    const room = parts.reduce((sum, { columns, lines }) => sum + columns * lines, 0)
    expect(story.overset.characters).toBe(0)
    return { used, left: room - used - story.underset }
  })
  for (const { left } of sums) expect(left).toBe(0)
})
