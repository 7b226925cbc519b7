import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { placeArticle } from "../../layouts/edits/place-article.ts"
import { unplaceArticle } from "../../layouts/edits/unplace-article.ts"
import { frameArticle } from "../../layouts/frame-article.ts"
import { contains, firstOverlap, overlaps } from "../../layouts/grid/regions.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame, Page } from "../../layouts/issue/page.ts"
import { blankPage } from "../../layouts/placement/blank.ts"
import { templateById } from "../../layouts/templates/shelf.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { expectEdit } from "../build/document-law.ts"
import { press } from "../build/type.ts"

let issue: Issue

/** An issue of the sample's articles with one page. */
function withPage(page: Page): Issue {
  return { ...issue, pages: [page] }
}

/** A page of a template with nothing on it. */
function bare(id: string): Page {
  return { ...blankPage(templateById(id)!, "A1"), frames: [] }
}

const roles = (frames: readonly Frame[]): readonly string[] => frames.map(({ role }) => role)

beforeAll(async () => {
  const articles = await sampleArticles()
  issue = setPages(articles).issue
})

describe("an article dropped on free room", () => {
  test("gets frames as large as it needs, where it was dropped, off the masthead", () => {
    const masthead = templateById("broadsheet-front")!.reserved[0]!.region
    fc.assert(
      fc.property(fc.nat(7), fc.integer({ min: 17, max: 122 }), fc.nat(9), (column, line, i) => {
        const one = withPage(bare("broadsheet-front"))
        const article = issue.articles[i]!
        const frames = frameArticle(
          one,
          { article: article.id, page: "A1", at: { column, line } },
          press,
          "free",
        )
        const regions = frames.map(({ region }) => region)
        expect(frames.length).toBeGreaterThan(0)
        expect(firstOverlap([masthead, ...regions])).toBeNull()
        const { columns, lines } = one.pages[0]!.grid
        for (const region of regions)
          expect(contains({ column: 0, columns, line: 0, lines }, region)).toBe(true)
        expect(regions.some((r) => r.column <= column && column < r.column + r.columns)).toBe(true)
        const document = newDocument(one)
        document.perform(placeArticle(article.id, "A1", frames))
        const [set] = composePage(document.issue(), "A1", press, "free").articles
        expect(set!.story.overset.characters).toBe(0)
        expect(set!.story.underset).toBeLessThan(columns * 2)
      }),
      { numRuns: 40 },
    )
  })

  test("stands off the others and goes in between them; where nothing is free it gets nothing", () => {
    const [first, ...others] = issue.articles
    const document = newDocument(issue)
    document.perform(unplaceArticle(first!.id))
    const before = document.issue()
    const page = before.pages[0]!
    const drop = { article: first!.id, page: "A1", at: { column: 1, line: 30 } }
    const frames = frameArticle(before, drop, press, "free")
    expect(roles(frames)).toContain("headline")
    for (const frame of frames)
      for (const other of page.frames)
        expect(other.role !== "house" && overlaps(frame.region, other.region)).toBe(false)
    expectEdit(document, placeArticle(first!.id, "A1", frames), (after) => {
      expect(after.pages[0]!.frames).toHaveLength(page.frames.length + frames.length)
    })
    const full = frameArticle(
      issue,
      { ...drop, article: others[0]!.id, at: { column: 0, line: 0 } },
      press,
      "free",
    )
    expect(full).toEqual([])
    expect(frameArticle(issue, { ...drop, page: "B9" }, press, "free")).toEqual([])
    expect(frameArticle(issue, { ...drop, article: "none" }, press, "free")).toEqual([])
  })

  test("finds room by itself, and takes the place of a notice", () => {
    const page = bare("broadsheet-inside-six")
    const wide = { column: 0, columns: 6, line: 0, lines: 60 }
    const notice: Frame = { ...frameOf("h", "house"), region: { ...wide, line: 60, lines: 63 } }
    const taken: Frame = { ...frameOf("t", "body"), article: issue.articles[0]!.id, region: wide }
    const one = withPage({ ...page, frames: [taken, notice] })
    const id = issue.articles[1]!.id
    const frames = frameArticle(one, { article: id, page: "A1", at: null }, press, "free")
    expect(frames[0]!.region.line).toBe(60)
    expectEdit(newDocument(one), placeArticle(id, "A1", frames), (after) =>
      expect(roles(after.pages[0]!.frames)).not.toContain("house"),
    )
  })
})

function frameOf(id: string, role: Frame["role"]): Frame {
  return {
    id,
    role,
    article: null,
    order: 0,
    slot: "",
    region: { column: 0, columns: 1, line: 0, lines: 1 },
  }
}

describe("an article dropped on an empty slot or into a region", () => {
  test("takes the slot's own frames", () => {
    const one = withPage(blankPage(templateById("broadsheet-inside-six")!, "A1"))
    const lead = one.pages[0]!.frames.filter(({ slot }) => slot === "lead")
    const { line, column } = lead[1]!.region
    const article = issue.articles[0]!.id
    const frames = frameArticle(one, { article, page: "A1", at: { column, line } }, press, "free")
    expect(frames).toEqual(lead.map((frame) => ({ ...frame, article })))
    expectEdit(newDocument(one), placeArticle(article, "A1", frames), (after) => {
      expect(after.pages[0]!.frames).toHaveLength(one.pages[0]!.frames.length)
      expect(after.pages[0]!.frames.filter((frame) => frame.article === article)).toHaveLength(2)
    })
  })

  test("of another kind stands in its place", () => {
    const one = withPage(blankPage(templateById("broadsheet-inside-six")!, "A1"))
    const photo = issue.articles.find(({ kind }) => kind === "photo")!.id
    const lead = one.pages[0]!.frames.filter(({ slot }) => slot === "lead")
    const at = { column: 0, line: lead[0]!.region.line }
    const frames = frameArticle(one, { article: photo, page: "A1", at }, press, "free")
    expect(roles(frames)).toContain("picture")
    expectEdit(newDocument(one), placeArticle(photo, "A1", frames), (after) =>
      expect(after.pages[0]!.frames.some(({ slot }) => slot === "lead")).toBe(false),
    )
  })

  test("fills the region, whatever it is", () => {
    const one = withPage(bare("tabloid-inside"))
    for (const { id, kind } of issue.articles)
      for (const region of [
        { column: 1, columns: 3, line: 10, lines: 40 },
        { column: 5, columns: 9, line: 80, lines: 60 },
        { column: 0, columns: 1, line: 0, lines: 1 },
      ]) {
        const frames = frameArticle(one, { article: id, page: "A1", at: region }, press, "free")
        expect(firstOverlap(frames.map((frame) => frame.region))).toBeNull()
        expect(frames.every((frame) => frame.region.lines > 0)).toBe(true)
        const main = kind === "photo" ? "picture" : kind === "filler" ? "filler" : "body"
        expect(roles(frames)).toContain(main)
      }
  })
})
