import { beforeAll, describe, expect, test } from "vitest"
import {
  applyTemplate,
  fillTemplate,
  nextPageId,
  type AppliedTemplate,
} from "../../layouts/apply-template.ts"
import { composePage } from "../../layouts/compose.ts"
import { addPage } from "../../layouts/edits/add-page.ts"
import { applyPage } from "../../layouts/edits/apply-page.ts"
import { contains, firstOverlap } from "../../layouts/grid/regions.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { isDrawn, type Frame, type Page } from "../../layouts/issue/page.ts"
import { withLooks } from "../../layouts/placement/article-looks.ts"
import { blankPage } from "../../layouts/placement/blank.ts"
import { shippedTemplates, templateById } from "../../layouts/templates/shelf.ts"
import { templateOf } from "../../layouts/templates/template-of.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { expectEdit } from "../build/document-law.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { press } from "../build/type.ts"

let issue: Issue

beforeAll(async () => {
  issue = setPages(await sampleArticles()).issue
})

const TEMPLATES = shippedTemplates().map(({ id }) => id)

/** Ids of the articles that some frames show, in a settled order. */
function shown(frames: readonly Frame[]): readonly string[] {
  return [...new Set(frames.flatMap(({ article }) => article ?? []))].toSorted()
}

function places(frames: readonly Frame[]): readonly string[] {
  return frames
    .map(({ role, region: r }) => `${role} ${r.column} ${r.line} ${r.columns} ${r.lines}`)
    .toSorted()
}

/** The page put in place by its edit, held to the edit's laws; the issue as it then stands. */
function applied(before: Issue, { page, looks }: AppliedTemplate): Issue {
  const document = newDocument(before)
  expectEdit(document, applyPage(page.id, page, looks), () => undefined)
  return document.issue()
}

function kept(page: Page): Template {
  const base = templateById(page.template)
  const reading = templateOf(page, { id: "own-1", name: { zh: "样", en: "Own" }, base })
  if (!reading.ok) throw new Error(reading.faults[0]!.say.en)
  return reading.template
}

describe("another template under a page", () => {
  test.each(TEMPLATES)("%s: every article is on it or back in the tray", (id) => {
    const template = templateById(id)!
    const asked = { template, page: "A1", manner: "either", breaks: "free" } as const
    const made = applyTemplate(issue, asked, press)
    const all = issue.articles.map((article) => article.id).toSorted()
    expect([...shown(made.page.frames), ...made.back].toSorted()).toEqual(all)
    const { columns, lines } = template.grid
    const whole = { column: 0, columns, line: 0, lines }
    const placed = made.page.frames.filter(({ role }) => !isDrawn(role))
    const regions = placed.map(({ region }) => region)
    expect(regions.every((region) => contains(whole, region))).toBe(true)
    expect(firstOverlap([...template.reserved.map(({ region }) => region), ...regions])).toBeNull()
    const after = applied(issue, made)
    expect(after.articles).toEqual(withLooks(issue.articles, made.looks))
    const composed = composePage(after, "A1", press, "free")
    expect(composed.list).toEqual(made.composed.list)
    for (const { article, story } of composed.articles) {
      const told = made.unfit.find((one) => one.article === article.id)
      expect(told?.over ?? 0).toBe(story.overset.characters)
    }
  })

  test.each(TEMPLATES)("%s, as it is drawn: not a frame is moved", (id) => {
    const template = templateById(id)!
    const asked = { template, page: "A1", manner: "drawn", breaks: "free" } as const
    const made = applyTemplate(issue, asked, press)
    expect(made.manner).toBe("drawn")
    expect(places(made.page.frames)).toEqual(places(blankPage(template, "A1").frames))
    expect(shown(made.page.frames).length + made.back.length).toBe(issue.articles.length)
    expect(made.unfit.length).toBeGreaterThan(0)
    const lead = made.page.frames.find(({ slot }) => slot === "lead")
    expect(lead?.article).toBe(issue.articles[0]!.id)
    applied(issue, made)
  })

  test.each(TEMPLATES)(
    "a page on %s, kept as a template, takes its articles back where they were",
    (id) => {
      const template = templateById(id)!
      const filled = applyTemplate(
        issue,
        { template, page: "A1", manner: "fitted", breaks: "free" },
        press,
      )
      const there = applied(issue, filled)
      const own = kept(there.pages[0]!)
      const asked = { template: own, page: "A1", breaks: "free" } as const
      const again = applyTemplate(there, { ...asked, manner: "drawn" }, press)
      expect(places(again.page.frames)).toEqual(places(filled.page.frames))
      expect(again.back).toEqual([])
      const unfit = applyTemplate(there, { ...asked, manner: "either" }, press)
      if (filled.unfit.every(({ over }) => over === 0)) expect(unfit.manner).toBe("drawn")
    },
  )

  test("keeps the page's own words and stands under its own number", () => {
    const words = { section: "经济", editor: "林一川" }
    const named = { ...issue, pages: [{ ...issue.pages[0]!, id: "B7", words }] }
    const template = templateById("tabloid-inside")!
    const asked = { template, page: "B7", manner: "fitted", breaks: "free" } as const
    const { page, composed } = applyTemplate(named, asked, press)
    expect(page).toMatchObject({ id: "B7", template: "tabloid-inside", words })
    const printed = composed.list.items.flatMap((item) =>
      item.kind === "glyphs" && !item.source ? item.texts : [],
    )
    expect(printed.join("")).toContain("B7经济")
    expect(() => applyTemplate(named, { ...asked, page: "A1" }, press)).toThrow()
  })

  test("holds what an article has on this page of those it runs over", async () => {
    const articles = await sampleArticles()
    const two = setPages(articles, { template: "tabloid-front" }).issue
    expect(two.pages.length).toBeGreaterThan(1)
    const template = templateById("broadsheet-inside")!
    for (const page of ["A1", "A2"]) {
      const made = applyTemplate(two, { template, page, manner: "fitted", breaks: "free" }, press)
      const after = applied(two, made)
      for (const { id } of after.pages) {
        const { articles: sets } = composePage(after, id, press, "free")
        for (const { story } of sets) expect(story.overset.characters).toBe(0)
      }
      expect(composePage(after, page, press, "free").list).toEqual(made.composed.list)
    }
  })

  test("gives breaks up rather than articles where no column can keep them", () => {
    const template = templateById("broadsheet-inside")!
    const asked = { template, page: "A1", manner: "fitted", breaks: "original" } as const
    const made = applyTemplate(issue, asked, press)
    const broken = issue.articles.filter(({ story }) =>
      story.some(({ columnBreaks }) => columnBreaks.length > 0),
    )
    expect(broken.length).toBeGreaterThan(3)
    expect(broken.filter(({ id }) => !made.back.includes(id)).length).toBeGreaterThan(3)
  })
})

describe("a new page from a template", () => {
  test("is blank without articles, and takes those that wait", () => {
    const template = templateById("broadsheet-inside-six")!
    const asked = { template, page: "A2", manner: "either", breaks: "free", articles: [] } as const
    const made = fillTemplate(issue, asked, press)
    expect(places(made.page.frames)).toEqual(places(blankPage(template, "A2").frames))
    expect(made).toMatchObject({
      back: [],
      unfit: [],
      page: { id: "A2", words: { section: "综合新闻" } },
    })
    const empty = { ...issue, pages: [] }
    const ids = issue.articles.slice(0, 4).map(({ id }) => id)
    const filled = fillTemplate(empty, { ...asked, page: "A1", articles: ids }, press)
    expect([...shown(filled.page.frames), ...filled.back].toSorted()).toEqual(ids.toSorted())
    expectEdit(newDocument(empty), addPage(filled.page), (after) =>
      expect(composePage(after, "A1", press, "free").list).toEqual(filled.composed.list),
    )
  })

  test("is called by the first number that is free in its section", () => {
    const page = (id: string): Page => ({ ...issue.pages[0]!, id })
    expect(nextPageId({ pages: [] })).toBe("A1")
    expect(nextPageId({ pages: [page("A1"), page("A2")] })).toBe("A3")
    expect(nextPageId({ pages: [page("A1"), page("B3")] })).toBe("B4")
    expect(nextPageId({ pages: [page("要闻")] })).toBe("要闻2")
    expect(nextPageId({ pages: [page("A3"), page("A1")] })).toBe("A4")
  })
})
