import { describe, expect, it } from "vitest"
import { surroundOf } from "../../layouts/draw/surround.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Frame, Page } from "../../layouts/issue/page.ts"
import { RUIHE_IMPRINT } from "../../layouts/issue/imprint.ts"
import { placeArticles, type PlacedIssue } from "../../layouts/placement/place.ts"
import { templateById } from "../../layouts/templates/shelf.ts"
import { printedFurniture } from "../build/furniture.ts"
import { articleOf, pageOfCopy } from "../build/placement-articles.ts"
import { estimatedFit } from "../build/placement-fit.ts"
import { brokenLaws } from "../build/placement-laws.ts"
import { seedArticles, seedIsThere } from "../build/placement-seed.ts"

const context = {
  paper: "瑞河日报",
  date: { year: 2026, month: 11, day: 23 },
  shelf: templateById,
  imprint: RUIHE_IMPRINT,
} as const

/** Places articles by estimate and checks every law on the way. */
function place(id: string, articles: readonly Article[], breaks = false): PlacedIssue {
  const template = templateById(id)!
  const fit = estimatedFit(template, breaks)
  const issue = placeArticles(articles, template, fit, context)
  expect(brokenLaws(issue, articles, fit)).toEqual([])
  return issue
}

/** An article's frames of a role, on all pages. */
function framesOf(issue: PlacedIssue, article: string, role?: Frame["role"]): readonly Frame[] {
  return issue.pages
    .flatMap((page) => page.frames)
    .filter((frame) => frame.article === article && (role === undefined || frame.role === role))
}

/** Column lines of a page that frames of a role take. */
function area(page: Page, role: Frame["role"]): number {
  return page.frames
    .filter((frame) => frame.role === role)
    .reduce((sum, { region }) => sum + region.columns * region.lines, 0)
}

/** News of the given lengths. */
function news(...lengths: readonly number[]): readonly Article[] {
  return lengths.map((length, i) => articleOf(`n${i + 1}`, "news", [length]))
}

describe("a page of ordinary copy", () => {
  const issue = place("broadsheet-inside-six", pageOfCopy(false))

  it("fits one page without a notice", () => {
    expect(issue.pages.length).toBe(1)
    expect(area(issue.pages[0]!, "house")).toBe(0)
    expect(issue.findings).toEqual([])
  })

  it("has the lead at the top left over most of the page", () => {
    const [headline] = framesOf(issue, "a1", "headline")
    expect(headline!.region).toMatchObject({ column: 0, line: 0 })
    expect(headline!.region.columns).toBeGreaterThanOrEqual(4)
    expect(issue.placements.find((each) => each.article === "a1")?.slot).toBe("lead")
  })

  it("gives the photo a box of ordinary proportions and a part of the page an editor would", () => {
    const [picture] = framesOf(issue, "a8", "picture")
    const { columns, lines } = picture!.region
    const aspect = ((columns * 17 + (columns - 1) * 1.8) * 9) / (lines * 11.25)
    expect(aspect).toBeGreaterThan(1)
    expect(aspect).toBeLessThan(2.2)
    expect((columns * lines) / (6 * 123)).toBeGreaterThan(0.05)
  })

  it("says why in both languages, once for each article", () => {
    expect(issue.placements.length).toBe(10)
    for (const { why } of issue.placements) {
      expect(why.zh).toMatch(/。$/)
      expect(why.en).toMatch(/\.$/)
    }
    expect(issue.placements[0]!.why.zh).toContain("头条")
  })

  it("hands every slot to one article only", () => {
    const slots = issue.placements.map((placement) => placement.slot)
    expect(new Set(slots).size).toBe(slots.length)
  })

  it("draws rules between stacks and articles, none too thin", () => {
    const drawn = surroundOf(issue.pages[0]!, [])
    const rules = drawn.filter((each) => each.kind === "rule")
    expect(rules.every(({ width }) => width >= 0.2835)).toBe(true)
    const upright = rules.filter((rule) => rule.x1 === rule.x2)
    expect(upright.length).toBeGreaterThan(0)
    expect(rules.length - upright.length).toBeGreaterThanOrEqual(5)
  })
})

describe("original column breaks", () => {
  const issue = place("broadsheet-inside-six", pageOfCopy(true), true)

  it("get a frame for each column, threaded in order, as deep as its text", () => {
    const bodies = framesOf(issue, "a1", "body")
    expect(bodies.map((frame) => frame.order)).toEqual(bodies.map((_, i) => i))
    expect(bodies.length).toBeGreaterThanOrEqual(3)
    expect(new Set(bodies.map((frame) => frame.region.line)).size).toBe(1)
  })

  it("still make one page with no white of more than four lines", () => {
    expect(issue.pages.length).toBe(1)
    for (const hole of issue.holes) expect(hole.lines).toBeLessThanOrEqual(4)
  })

  it("put the filler under a short column where one is deep enough", () => {
    const filler = issue.placements.find((each) => each.article === "a10")!
    expect(filler.why.zh).toContain("短栏")
  })
})

describe.skipIf(!seedIsThere())("the real page", () => {
  const articles = seedIsThere() ? seedArticles() : []

  it.each([
    ["broadsheet-inside-six", false],
    ["broadsheet-inside-six", true],
    ["measure-17", true],
    ["broadsheet-inside", false],
    ["measure-11", false],
    ["measure-20", false],
    ["measure-27", false],
    ["broadsheet-front", false],
  ])("fits one page of %s (original breaks kept: %s)", (id, breaks) => {
    const issue = place(id, articles, breaks)
    expect(issue.pages.length).toBe(1)
    expect(issue.placements.length).toBe(10)
    for (const hole of issue.holes) expect(hole.lines).toBeLessThanOrEqual(4)
  })

  it("keeps the lead's columns: four side by side, each as deep as it was", () => {
    const lead = framesOf(place("broadsheet-inside-six", articles, true), "lead", "body")
    expect(lead.reduce((sum, frame) => sum + frame.region.columns, 0)).toBe(4)
    expect(new Set(lead.map((frame) => frame.region.line)).size).toBe(1)
    const depths = lead.map((frame) => frame.region.lines)
    expect(Math.max(...depths) - Math.min(...depths)).toBeLessThanOrEqual(4)
  })
})

describe("the lead", () => {
  it("is the longest when none is marked", () => {
    const issue = place("broadsheet-inside", news(300, 1200, 500))
    expect(issue.placements.find((each) => each.slot === "lead")?.article).toBe("n2")
  })

  it("is the longest with a deck before a longer one without", () => {
    const articles = [...news(900), articleOf("d", "news", [600], { deck: "——铁工路机车厂见闻" })]
    const issue = place("broadsheet-inside", articles)
    const lead = issue.placements.find((each) => each.slot === "lead")!
    expect(lead.article).toBe("d")
    expect(lead.why.zh).toContain("副题")
  })

  it("is the one marked, however short", () => {
    const issue = place("broadsheet-inside", [...news(900, 800), articleOf("l", "lead", [300])])
    expect(issue.placements.find((each) => each.slot === "lead")?.article).toBe("l")
  })

  it("has its picture beside the text where there is room", () => {
    const picture = { id: "p1", alt: "渡轮离港", aspect: 1.5 }
    const story = Array.from({ length: 20 }, () => 120)
    const lead = articleOf("l", "lead", story, { pictures: [picture] })
    const issue = place("broadsheet-inside", [lead, ...news(300, 300, 400, 250)])
    const [box] = framesOf(issue, "l", "picture")
    const bodies = framesOf(issue, "l", "body")
    expect(box!.region.column).toBeGreaterThan(bodies[0]!.region.column)
    expect(bodies.some((body) => body.region.line === box!.region.line)).toBe(true)
  })

  it("and a second lead share the page when both fit", () => {
    const story = Array.from({ length: 16 }, () => 110)
    const issue = place("broadsheet-inside", [
      articleOf("l1", "lead", story),
      articleOf("l2", "lead", [...story, 100]),
    ])
    expect(issue.pages.length).toBe(1)
    expect(issue.placements.find((each) => each.slot === "lead")?.article).toBe("l2")
  })
})

describe("more than a page", () => {
  it("of news goes on to as many pages as it takes, on the template that follows", () => {
    const many = news(...Array.from({ length: 60 }, (_, i) => 150 + ((i * 37) % 400)))
    const issue = place("broadsheet-front", many)
    expect(issue.pages.length).toBeGreaterThan(2)
    expect(issue.pages.map((page) => page.template).slice(0, 2)).toEqual([
      "broadsheet-front",
      "broadsheet-inside",
    ])
    expect(issue.pages.map((page) => page.id).slice(0, 3)).toEqual(["A1", "A2", "A3"])
    const short = issue.findings.filter((each) => each.rule === "placement/short-of-copy")
    expect(short.every((each) => each.where.page === issue.pages.at(-1)!.id)).toBe(true)
  })

  it("of one article threads on over the pages with nothing lost", () => {
    const story = Array.from({ length: 90 }, () => 220)
    const issue = place("tabloid-front", [articleOf("long", "lead", story), ...news(200)])
    const pages = issue.pages.filter((page) =>
      page.frames.some((frame) => frame.article === "long"),
    )
    expect(pages.length).toBeGreaterThan(2)
    expect(framesOf(issue, "long", "headline").length).toBe(1)
    expect(issue.findings.some((each) => each.rule === "placement/continued")).toBe(true)
  })

  it("stays on the template when the one that follows is on no shelf", () => {
    const template = templateById("broadsheet-front")!
    const many = news(...Array.from({ length: 40 }, () => 400))
    const issue = placeArticles(many, template, estimatedFit(template), {
      ...context,
      shelf: () => null,
    })
    expect(new Set(issue.pages.map((page) => page.template))).toEqual(new Set(["broadsheet-front"]))
    expect(issue.findings.filter((each) => each.rule === "placement/next-missing").length).toBe(1)
  })
})

describe("less than a page", () => {
  it("of nothing is one empty page and a finding", () => {
    const issue = place("broadsheet-front", [])
    expect(issue.pages.length).toBe(1)
    expect(issue.pages[0]!.frames).toEqual([])
    expect(issue.pages[0]!.furniture.length).toBeGreaterThan(10)
    expect(issue.findings.map((each) => each.rule)).toEqual(["placement/no-articles"])
  })

  it.each([
    ["one article without text", [articleOf("a", "news", [])]],
    ["one character", [articleOf("a", "news", [1])]],
    ["only photos", Array.from({ length: 5 }, (_, i) => articleOf(`p${i}`, "photo", [40]))],
    ["only fillers", Array.from({ length: 5 }, (_, i) => articleOf(`f${i}`, "filler", [20]))],
    ["an advertisement", [articleOf("ad", "ad", [30])]],
  ])("%s is filled with notices, and a person is told", (_, articles) => {
    const issue = place("broadsheet-inside", articles)
    expect(issue.pages.length).toBe(1)
    const rules = issue.findings.map((each) => each.rule)
    if (area(issue.pages[0]!, "house") > 250) expect(rules).toContain("placement/short-of-copy")
  })

  it("gathers the notice across the foot of the page", () => {
    const issue = place("broadsheet-inside", [
      articleOf("l", "lead", [900, 800]),
      ...news(300, 400),
    ])
    const houses = issue.pages[0]!.frames.filter((frame) => frame.role === "house")
    const foot = houses.find((frame) => frame.region.columns === 8)!
    expect(foot.region.line + foot.region.lines).toBe(123)
  })
})

describe("furniture", () => {
  const placed = place("broadsheet-front", pageOfCopy(false))
  const furniture = printedFurniture({ ...context, pages: placed.pages }, placed.pages[0]!)

  it("is filled in from the issue", () => {
    const texts = furniture.flatMap((each) => (each.kind === "text" ? [each.text] : []))
    expect(texts).toContain("瑞河日报")
    expect(texts).toContain("2026年11月23日 星期一")
    expect(texts).toContain("A1 版")
    expect(texts.join("")).not.toMatch(/[{}]/)
    expect(texts.join("")).toContain("今日 1 版")
  })

  it("has the paper's name larger than every notice", () => {
    const sizes = furniture.flatMap((each) =>
      each.kind === "text" && each.text !== "瑞河日报" ? [each.size] : [],
    )
    const name = furniture.find((each) => each.kind === "text" && each.text === "瑞河日报")
    expect(name?.kind === "text" && name.size).toBeGreaterThan(Math.max(...sizes))
  })

  it("keeps a notice's words in its box", () => {
    const issue = place("broadsheet-inside", news(300))
    const printed = printedFurniture({ ...context, pages: issue.pages }, issue.pages[0]!)
    const texts = printed.filter((each) => each.kind === "text" && each.role === "house")
    expect(texts.length).toBeGreaterThan(0)
    const boxes = printed.flatMap((each) => (each.kind === "box" ? [each] : []))
    for (const text of texts) {
      if (text.kind !== "text") continue
      const half = (text.text.length * text.size) / 2
      const inside = boxes.some(
        (box) =>
          text.x - half >= box.x - 0.1 &&
          text.x + half <= box.x + box.width + 0.1 &&
          text.baseline - text.size >= box.y - 0.1 &&
          text.baseline <= box.y + box.height,
      )
      expect(inside, text.text).toBe(true)
    }
  })

  it("says of an advertisement that it is one", () => {
    const issue = place("broadsheet-inside", [...news(600, 500), articleOf("ad", "ad", [40])])
    const around = surroundOf(issue.pages[0]!, [{ id: "ad", kind: "ad" }])
    const texts = around.flatMap((each) => (each.kind === "text" ? [each.text] : []))
    expect(texts).toContain("广告")
  })
})
