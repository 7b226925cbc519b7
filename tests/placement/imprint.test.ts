import { describe, expect, it } from "vitest"
import type { Furniture } from "../../layouts/issue/page.ts"
import { RUIHE_IMPRINT, type Imprint } from "../../layouts/placement/imprint.ts"
import { placeArticles, type PlacedIssue } from "../../layouts/placement/place.ts"
import { fillKnown } from "../../layouts/templates/placeholders.ts"
import { shippedTemplates, templateById } from "../../layouts/templates/shelf.ts"
import { articleOf } from "../build/placement-articles.ts"
import { estimatedFit } from "../build/placement-fit.ts"

/** Facts of the sample's paper, each as the page prints it. */
const FACTS = Object.values(RUIHE_IMPRINT)

/** A short page of another paper; of that paper nothing is known but what `imprint` says. */
function place(id: string, imprint?: Partial<Imprint>): PlacedIssue {
  const template = templateById(id)!
  const blank = Object.fromEntries(Object.keys(RUIHE_IMPRINT).map((name) => [name, ""]))
  return placeArticles([articleOf("a1", "news", [300])], template, estimatedFit(template), {
    paper: "青屿晚报",
    date: { year: 2026, month: 11, day: 23 },
    shelf: templateById,
    ...(imprint ? { imprint: { ...blank, ...imprint } as unknown as Imprint } : {}),
  })
}

function textsOf({ pages }: PlacedIssue): readonly string[] {
  const furniture: readonly Furniture[] = pages.flatMap((page) => page.furniture)
  return furniture.flatMap((each) => (each.kind === "text" ? [each.text] : []))
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
    const front = place("broadsheet-front").findings.filter(
      ({ rule }) => rule === "page/imprint-missing",
    )
    expect(front).toHaveLength(1)
    expect(front[0]).toMatchObject({ severity: "warning", where: { page: "A1" } })
    for (const name of ["总期号", "CN 号", "邮发代号", "社址", "电话", "印刷", "定价"])
      expect(front[0]!.say.zh).toContain(name)
    const inside = place("broadsheet-inside").findings.filter(
      ({ rule }) => rule === "page/imprint-missing",
    )
    expect(inside).toHaveLength(1)
    expect(inside[0]).toMatchObject({ severity: "note" })
    expect(inside[0]!.say.en).toContain("editor")
  })
})

describe("a paper with an imprint", () => {
  it("prints what it gives, and is told of nothing when it gives all", () => {
    const issue = place("broadsheet-front", RUIHE_IMPRINT)
    expect(textsOf(issue)).toContain("总第 18236 期　今日 1 版")
    expect(issue.findings.map(({ rule }) => rule)).not.toContain("page/imprint-missing")
  })

  it("leaves out the parts that it does not give, labels and all", () => {
    const issue = place("broadsheet-inside", { editor: "林一川", reader: " " })
    expect(textsOf(issue)).toContain("责任编辑 林一川")
    expect(issue.findings.find(({ rule }) => rule === "page/imprint-missing")!.say.zh).toMatch(
      /：版式、校对；/,
    )
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
