import { describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { setBreaks } from "../../layouts/edits/set-breaks.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { breakMarksOn, breakPlaceAt } from "../../renderer/state/break-marks.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { press } from "../build/type.ts"

const sample = setPages(await sampleArticles(), { breaks: "original" })
const compose = (issue: Issue) => composePage(issue, "A1", press, "original")

describe("the marks of original column breaks", () => {
  it("stand where their lines end, full where the page keeps them", () => {
    const marks = breakMarksOn(sample.pages[0]!, "original")
    const all = sample.issue.articles.flatMap(({ story }) =>
      story.flatMap((one) => one.columnBreaks),
    )
    expect(marks).toHaveLength(all.length)
    expect(marks.map(({ before, after }) => before + after)).toEqual(
      all.map(({ before, after }) => before + after),
    )
    for (const { box, state } of marks) {
      if (state !== "full") continue
      expect(box.x).toBeCloseTo(box.column.x + box.column.width, 2)
    }
    expect(marks.some(({ state }) => state === "full")).toBe(true)
  })

  it("are free for one story alone when it was set so", () => {
    const document = newDocument(sample.issue)
    const { article } = breakMarksOn(sample.pages[0]!, "original")[0]!
    document.perform(setBreaks(article, "free"))
    for (const mark of breakMarksOn(compose(document.issue()), "original"))
      expect(mark.state === "free").toBe(mark.article === article)
    const free = breakMarksOn(compose(document.issue()), "free")
    expect(free.every(({ state }) => state === "free")).toBe(true)
  })

  it("are found again from their own place on the page, and nothing outside a paragraph is a place", () => {
    const page = sample.pages[0]!
    for (const { box, place, article } of breakMarksOn(page, "original")) {
      const point = { x: box.x - 0.1, y: box.y + box.height / 2 }
      expect(breakPlaceAt(page, point, article)).toEqual({ article, ...place })
    }
    const { box, article } = breakMarksOn(page, "original")[0]!
    const set = page.articles.find((one) => one.article.id === article)!
    const first = set.story.columns[0]!.lines[0]!
    expect(
      breakPlaceAt(page, { x: first.x, y: first.baseline - box.height / 4 }, article),
    ).toBeNull()
  })
})
