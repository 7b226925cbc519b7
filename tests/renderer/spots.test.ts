import { describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { boxOf } from "../../layouts/grid/geometry.ts"
import { endSpot, spotOf } from "../../renderer/state/spots.ts"
import { retyped, sampleArticles, setPages } from "../build/issue.ts"
import { press } from "../build/type.ts"

const { pages, issue } = setPages(await sampleArticles(), { breaks: "original" })
const lead = pages[0]!.articles.find(({ article }) => article.kind === "lead")!

describe("where something stands", () => {
  it("is the line that ends at an original break", () => {
    const [paragraph, { offset }] = lead.article.story
      .flatMap(({ columnBreaks }, i) => columnBreaks.map((mark) => [i, mark] as const))
      .at(0)!
    const spot = spotOf(pages, { article: lead.article.id, paragraph, from: offset })!
    const column = lead.story.columns.find(({ lines }) =>
      lines.some((placed) => placed.paragraph === paragraph && placed.line.to === offset),
    )!
    expect(spot.page).toBe("A1")
    expect(spot.boxes).toHaveLength(1)
    expect(spot.boxes[0]).toMatchObject({ x: column.column.box.x, width: column.column.box.width })
  })

  it("is every line of a paragraph, and the first line for its beginning", () => {
    const all = spotOf(pages, { article: lead.article.id, paragraph: 2 })!
    const lines = lead.story.columns.flatMap((column) => column.lines)
    expect(all.boxes).toHaveLength(lines.filter(({ paragraph }) => paragraph === 2).length)
    const first = spotOf(pages, { article: lead.article.id, paragraph: 2, from: 0 })!
    expect(first.boxes).toEqual([all.boxes[0]])
  })

  it("is the heading's frame, an article's frames, a page, or nowhere", () => {
    const { thread, article } = lead
    const heading = thread.frames.find(({ frame }) => frame.role === "headline")!
    const box = boxOf(heading.page.grid, heading.frame.region)
    expect(spotOf(pages, { article: article.id, paragraph: -1 })!.boxes).toEqual([box])
    expect(spotOf(pages, { article: article.id })!.boxes).toHaveLength(thread.frames.length)
    expect(spotOf(pages, { page: "A1" })).toEqual({ page: "A1", boxes: [] })
    expect(spotOf(pages, { article: "gone" })).toBeNull()
    expect(spotOf(pages, { page: "Z9" })).toBeNull()
  })

  it("is the foot of the last column for words that are over", () => {
    const last = lead.article.story.length - 2
    const longer = retyped(issue, lead.article.id, last, (text) => text + "添".repeat(500))
    const over = composePage(longer, "A1", press, "free")
    const set = over.articles.find((one) => one.article.id === lead.article.id)!
    const { length } = set.article.story[last]!.text
    const spot = spotOf([over], { article: set.article.id, paragraph: last, from: length - 2 })!
    expect(spot).toEqual(endSpot(set))
    const { box } = set.story.columns.at(-1)!.column
    expect(spot.boxes[0]!.y + spot.boxes[0]!.height).toBeCloseTo(box.y + box.height)
  })
})
