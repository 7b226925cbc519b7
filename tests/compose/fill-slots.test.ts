import { beforeAll, describe, expect, test } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { takeCopy } from "../../layouts/edits/take-copy.ts"
import { fillSlots } from "../../layouts/fill-slots.ts"
import { areaOf } from "../../layouts/grid/regions.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { blankPage } from "../../layouts/placement/blank.ts"
import { templateById } from "../../layouts/templates/shelf.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { expectEdit } from "../build/document-law.ts"
import { press } from "../build/type.ts"

let articles: readonly Article[]
let issue: Issue

beforeAll(async () => {
  articles = await sampleArticles()
  const page = blankPage(templateById("broadsheet-inside-six")!, "A1")
  issue = { ...setPages(articles).issue, articles: [], pages: [page] }
})

describe("copy for a page with empty slots", () => {
  test("goes into slots that it fits, one each, with no text over", () => {
    const slots = fillSlots(issue, { page: "A1", articles }, press, "free")
    expect(slots.length).toBeGreaterThan(1)
    const taken = slots.flatMap(({ frames }) => frames.map(({ id }) => id))
    expect(new Set(taken).size).toBe(taken.length)
    expectEdit(newDocument(issue), takeCopy(articles, [], slots), (after) => {
      expect(after.pages[0]!.frames).toHaveLength(issue.pages[0]!.frames.length)
      const sets = composePage(after, "A1", press, "free").articles
      expect(sets.map(({ article }) => article.id).toSorted()).toEqual(
        slots.map(({ article }) => article).toSorted(),
      )
      for (const { story } of sets) expect(story.overset.characters).toBe(0)
    })
  })

  test("takes the slot that it fills best; what is too long for any gets none", () => {
    const [lead] = articles
    const long = {
      ...lead!,
      id: "long",
      story: Array.from({ length: 60 }, () => lead!.story).flat(),
    }
    const story = [{ ...lead!.story[0]!, text: "一句话。", dateline: 0, columnBreaks: [] }]
    const short = { ...lead!, id: "short", story }
    const [slot, ...more] = fillSlots(issue, { page: "A1", articles: [long, short] }, press, "free")
    expect(more).toEqual([])
    expect(slot!.article).toBe("short")
    const linesOf = (frames: readonly Frame[]): number =>
      frames.reduce((sum, { role, region: r }) => sum + (role === "body" ? areaOf(r) : 0), 0)
    const { frames } = issue.pages[0]!
    const sizes = [...new Set(frames.map((frame) => frame.slot))]
      .map((name) => linesOf(frames.filter((frame) => frame.slot === name)))
      .filter((lines) => lines > 0)
    expect(linesOf(slot!.frames)).toBe(Math.min(...sizes))
  })

  test("gets none on a page that is full, or that is not there", () => {
    const full = setPages(articles).issue
    expect(fillSlots(full, { page: "A1", articles }, press, "free")).toEqual([])
    expect(fillSlots(issue, { page: "B9", articles }, press, "free")).toEqual([])
  })
})
