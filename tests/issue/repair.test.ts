import { describe, expect, it } from "vitest"
import { addPage } from "../../layouts/edits/add-page.ts"
import { applyPage } from "../../layouts/edits/apply-page.ts"
import { joinParagraphs } from "../../layouts/edits/join-paragraphs.ts"
import { linkFrames } from "../../layouts/edits/link-frames.ts"
import { moveFrames } from "../../layouts/edits/move-frames.ts"
import { movePage } from "../../layouts/edits/move-page.ts"
import { placeArticle } from "../../layouts/edits/place-article.ts"
import { removeArticle } from "../../layouts/edits/remove-article.ts"
import { renamePage } from "../../layouts/edits/rename-page.ts"
import { retype } from "../../layouts/edits/retype.ts"
import type { Edit } from "../../layouts/issue/change.ts"
import { newDocument, type OpenDocument } from "../../layouts/issue/document.ts"
import { brokenInvariants } from "../../layouts/issue/invariants.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { freeId, repairIds, repairOrder, repairRegion } from "../../layouts/issue/repair.ts"
import { reopened } from "../build/document-law.ts"
import { plainFrame, plainPage } from "../build/document-records.ts"
import {
  articleOf,
  frameOf,
  pageNamed,
  small,
  storyText,
  threadIds,
} from "../build/document-small.ts"

/** What two people have who made an edit each at once and then heard of the other's. */
function together(one: Edit, two: Edit): { readonly issue: Issue; readonly first: OpenDocument } {
  const first = newDocument(small)
  const second = reopened(first)
  first.perform(one)
  second.perform(two)
  const [said, heard] = [first.state("content"), second.state("content")]
  first.apply("content", heard)
  second.apply("content", said)
  expect(second.issue()).toEqual(first.issue())
  expect(brokenInvariants(first.issue())).toEqual([])
  return { issue: first.issue(), first }
}

describe("edits made at once", () => {
  it("make one page of a template and a frame moved out of its grid", () => {
    const page = { ...plainPage("A1"), frames: [plainFrame("new", null)] }
    const narrow = { ...page, grid: { ...page.grid, columns: 3, lines: 20 } }
    const { issue } = together(
      applyPage("A1", narrow),
      moveFrames("A1", ["f2"], { columns: 2, lines: 40 }),
    )
    expect(pageNamed(issue).frames.map(({ id }) => id)).toEqual(["new"])
    const placed = together(
      applyPage("A1", narrow),
      placeArticle("a3", "A1", [
        { ...plainFrame("far", null), region: { column: 3, columns: 1, line: 50, lines: 10 } },
      ]),
    )
    expect(frameOf(placed.issue, "far")!.region).toEqual({
      column: 2,
      columns: 1,
      line: 10,
      lines: 10,
    })
  })

  it("take the frames of a removed article along, and give them back when that is undone", () => {
    const { issue, first } = together(
      removeArticle("a3"),
      placeArticle("a3", "A2", [plainFrame("n", null)]),
    )
    expect(frameOf(issue, "n")).toBeUndefined()
    first.undo()
    expect(frameOf(first.issue(), "n")).toMatchObject({ article: "a3", order: 0 })
  })

  it("keep threads dense", () => {
    const { issue } = together(linkFrames("f4", "f1"), linkFrames("f2", "f3"))
    expect(threadIds(issue).toSorted()).toEqual(["f1", "f2", "f3", "f4"])
  })

  it("keep both pages of one number, and a page moved twice only once", () => {
    const { issue } = together(addPage(plainPage("A3")), renamePage("A2", "A3"))
    expect(issue.pages.map(({ id }) => id).toSorted()).toEqual(["A1", "A3", "A3-2"])
    const moved = together(movePage("A1", 1), movePage("A1", 1))
    expect(moved.issue.pages.map(({ id }) => id)).toEqual(["A2", "A1"])
  })

  it("keep what both typed, and words typed where a paragraph was joined", () => {
    const at = { paragraph: 1, offset: 0 }
    const { issue } = together(joinParagraphs("a1", 1), retype("a1", { from: at, to: at }, "新"))
    expect(storyText(articleOf(issue))[0]).toMatch(/新长棚底下$/)
  })
})

describe("the rules", () => {
  it("an order names every key once", () => {
    expect(repairOrder(["b", "a", "b", "gone"], ["a", "b", "d", "c"])).toEqual(["b", "a", "c", "d"])
    expect(repairOrder([], [])).toEqual([])
  })

  it("the least key keeps an id", () => {
    const holders = [
      { key: "2", id: "x" },
      { key: "1", id: "x" },
      { key: "3", id: "x-2" },
    ]
    expect(Object.fromEntries(repairIds(holders))).toEqual({ 1: "x", 2: "x-3", 3: "x-2" })
    expect(freeId("y", new Set(["x"]))).toBe("y")
  })

  it("a region comes into the grid as whole as it can, and one that is in it is not touched", () => {
    const { grid } = plainPage("A1")
    const good = { column: 1, columns: 2, line: 3, lines: 4 }
    expect(repairRegion(good, grid)).toBe(good)
    expect(repairRegion({ column: -2, columns: 2.4, line: 70, lines: 4 }, grid)).toEqual({
      column: 0,
      columns: 2,
      line: 56,
      lines: 4,
    })
    expect(repairRegion({ column: Number.NaN, columns: 0, line: 0, lines: 999 }, grid)).toEqual({
      column: 0,
      columns: 1,
      line: 0,
      lines: 60,
    })
  })

  it("an issue that breaks a promise is told of each", () => {
    const [page] = small.pages
    const frames = [
      { ...plainFrame("f", "nobody"), order: 3 },
      { ...plainFrame("f", null), order: 1, region: { column: 3, columns: 2, line: 0, lines: 1 } },
    ]
    const [article] = small.articles
    const story = [
      {
        ...article!.story[0]!,
        dateline: 99,
        text: "茶\n车",
        columnBreaks: [
          { offset: 9, before: "", after: "" },
          { offset: 1, before: "茶", after: "\n车" },
        ],
      },
    ]
    const broken = {
      ...small,
      articles: [article!, { ...article!, story }],
      pages: [{ ...page!, frames }, page!],
    }
    expect(brokenInvariants(broken)).toEqual([
      "two articles have the id a1",
      "two pages have the id A1",
      "two frames have the id f",
      "frame f is not in its grid",
      "frame f shows article nobody, which is not there",
      "frame f3 shows article a2, which is not there",
      "frame f is in no thread but has an order",
      "the thread of article nobody is not dense",
      "paragraph 0 of article a1: a line end in its text",
      "paragraph 0 of article a1: its dateline is longer than its text",
      "paragraph 0 of article a1: a column break outside its text",
      "paragraph 0 of article a1: column breaks out of order",
      "paragraph 0 of article a1: a column break misquoted",
    ])
  })
})
