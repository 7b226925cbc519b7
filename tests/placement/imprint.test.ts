import { describe, expect, it } from "vitest"
import type { Finding } from "../../layouts/finding.ts"
import { BLANK_IMPRINT, RUIHE_IMPRINT, type Imprint } from "../../layouts/issue/imprint.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { placeArticles } from "../../layouts/placement/place.ts"
import { imprintMissing } from "../../layouts/proof/imprint-missing.ts"
import { fillKnown } from "../../layouts/templates/placeholders.ts"
import { shippedTemplates, templateById } from "../../layouts/templates/shelf.ts"
import { answersFor, printedTexts } from "../build/furniture.ts"
import { articleOf } from "../build/placement-articles.ts"
import { estimatedFit } from "../build/placement-fit.ts"

/** Facts of the sample's paper, each as the page prints it. */
const FACTS = Object.values(RUIHE_IMPRINT)

/** A short page of another paper; of that paper nothing is known but what `imprint` says. */
function place(id: string, imprint?: Partial<Imprint>): Issue {
  const template = templateById(id)!
  const paper = {
    paper: "青屿晚报",
    date: { year: 2026, month: 11, day: 23 },
    ...(imprint ? { imprint: { ...BLANK_IMPRINT, ...imprint } } : {}),
  }
  const articles = [articleOf("a1", "news", [300])]
  const placed = placeArticles(articles, template, estimatedFit(template), {
    ...paper,
    shelf: templateById,
  })
  return { ...paper, articles, pages: placed.pages }
}

function textsOf(issue: Issue): readonly string[] {
  return issue.pages.flatMap((page) => printedTexts(issue, page))
}

function missing(issue: Issue): readonly Finding[] {
  return issue.pages.flatMap((page) => imprintMissing(page, answersFor(issue, page)))
}

describe("a paper of which only name and date are known", () => {
  it.each(shippedTemplates().map(({ id }) => id))("prints no fact on %s", (id) => {
    const texts = textsOf(place(id)).join("\n")
    expect(texts).toContain("青屿晚报")
    expect(texts).toContain("2026年11月23日")
    expect(texts).toContain("A1")
    expect(texts).not.toContain("瑞河")
    for (const fact of FACTS) expect(texts).not.toContain(fact)
    for (const label of ["责任编辑", "校对", "邮发代号", "社址", "电话", "热线", "主管", "总第"])
      expect(texts).not.toContain(label)
  })

  it("keeps what is known beside what is not: the number of pages", () => {
    expect(textsOf(place("broadsheet-front"))).toContain("今日 1 版")
  })

  it("is told once for each page what is missing, as a warning under a masthead", () => {
    const front = missing(place("broadsheet-front"))
    expect(front).toHaveLength(1)
    expect(front[0]).toMatchObject({ severity: "warning", where: { page: "A1" } })
    for (const name of ["总期号", "CN 号", "邮发代号", "社址", "电话", "印刷", "定价"])
      expect(front[0]!.say.zh).toContain(name)
    const inside = missing(place("broadsheet-inside"))
    expect(inside).toHaveLength(1)
    expect(inside[0]).toMatchObject({ severity: "note" })
    expect(inside[0]!.say.en).toContain("editor")
  })
})

describe("a paper with an imprint", () => {
  it("prints what it gives, and is told of nothing when it gives all", () => {
    const issue = place("broadsheet-front", RUIHE_IMPRINT)
    expect(textsOf(issue)).toContain("总第 18236 期　今日 1 版")
    expect(missing(issue)).toEqual([])
  })

  it("leaves out the parts that it does not give, labels and all", () => {
    const issue = place("broadsheet-inside", { editor: "林一川", reader: " " })
    expect(textsOf(issue)).toContain("责任编辑 林一川")
    expect(missing(issue)[0]!.say.zh).toMatch(/：版式、校对；/)
  })

  it("needs every placeholder of a part", () => {
    expect(fillKnown("{authority}主管　{publisher}主办", { publisher: "青屿社" })).toBe(
      "青屿社主办",
    )
    expect(fillKnown("零售{price}，{cn}", { price: "1 元" })).toBe("")
    expect(fillKnown("综合　新闻", {})).toBe("综合　新闻")
    expect(fillKnown("{constructor}", {})).toBe("")
  })
})
