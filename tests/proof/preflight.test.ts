import { beforeAll, describe, expect, it } from "vitest"
import { composePage, type ComposedPage } from "../../layouts/compose.ts"
import type { Ink, Item } from "../../layouts/display/list.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame, Page } from "../../layouts/issue/page.ts"
import { jumpLinesOn, pageNamed } from "../../layouts/proof/jump-lines.ts"
import { preflightIssue } from "../../layouts/proof/preflight.ts"
import type { PressProfile } from "../../layouts/proof/press/profile.ts"
import { pt } from "../../layouts/units.ts"
import { SHIPPED_CONDITIONS } from "../../main/conditions/shelf.ts"
import { retyped, sampleArticles, setPages } from "../build/issue.ts"
import { press } from "../build/type.ts"

const NEWSPRINT = SHIPPED_CONDITIONS[0]!
const X4: PressProfile = { standard: "x4", limits: NEWSPRINT }
const PROOF: PressProfile = { standard: "proof", limits: NEWSPRINT }

let issue: Issue
let pages: readonly ComposedPage[]
beforeAll(async () => {
  const set = setPages(await sampleArticles(), { template: "broadsheet-front" })
  issue = set.issue
  pages = set.pages
})

const recomposed = (changed: Issue, held = press): readonly ComposedPage[] =>
  changed.pages.map(({ id }) => composePage(changed, id, held, "free"))

/** Findings of a rule, as severity, place and sentence. */
function found(rule: string, of: readonly ComposedPage[], profile = X4, whole: Issue = issue) {
  return preflightIssue(whole, of, profile).filter((finding) => finding.rule === rule)
}

/** The first page with more on its list. */
function drawn(items: readonly Item[], inks: readonly Ink[] = []): readonly ComposedPage[] {
  const [first, ...rest] = pages
  const { list } = first!
  const more = { ...list, inks: [...list.inks, ...inks], items: [...list.items, ...items] }
  return [{ ...first!, list: more }, ...rest]
}

function changedPage(change: (page: Page) => Partial<Page>): Issue {
  const [first, ...rest] = issue.pages
  return { ...issue, pages: [{ ...first!, ...change(first!) }, ...rest] }
}

const box = (x: number, y: number, width: number, height: number): Item => ({
  kind: "fill",
  ink: "rich",
  path: [
    ["M", x, y],
    ["L", x + width, y],
    ["L", x + width, y + height],
    ["L", x, y + height],
    ["Z"],
  ],
})
const ink = (name: string, ...cmyk: readonly number[]): Ink => ({
  name,
  cmyk: cmyk as unknown as Ink["cmyk"],
})

describe("what a press would stumble over", () => {
  it("is nothing on the sample's front page but what it says of the public's articles", () => {
    const errors = preflightIssue(issue, pages, X4).filter(({ severity }) => severity === "error")
    expect(errors).toEqual([])
    for (const rule of [
      "line/hairline",
      "ink/over-limit",
      "page/furniture-missing",
      "page/bleed-short",
    ])
      expect(found(rule, pages)).toEqual([])
  })

  it("an ink with too much of all plates, each article and ink once", () => {
    const rich = [ink("rich", 0.9, 0.9, 0.9, 0.9)]
    const twice = drawn([box(100, 100, 50, 50), box(200, 100, 50, 50)], rich)
    expect(found("ink/over-limit", twice)).toMatchObject([
      { severity: "error", where: { page: issue.pages[0]!.id } },
    ])
    expect(found("ink/over-limit", twice, PROOF)[0]!.severity).toBe("warning")
    expect(found("ink/over-limit", drawn([box(100, 100, 4, 4)], rich))).toEqual([])
  })

  it("text in rich black, in many inks, and small in white", () => {
    const glyphs = (name: string, size: number): Item => ({
      ...{ kind: "glyphs", face: "hei-400", size: pt(size), ink: name, x: pt(100), y: pt(100) },
      ...{ glyphs: [1], dx: [0], dy: null, texts: ["瑞"] },
      source: { article: "a1", paragraph: 2, from: 3, to: 4 },
    })
    const inks = [
      ink("rich", 0.4, 0, 0, 1),
      ink("brown", 0.2, 0.5, 0.5, 0),
      ink("white", 0, 0, 0, 0),
    ]
    const where = { page: issue.pages[0]!.id, article: "a1", paragraph: 2, from: 3, to: 4 }
    const told = (name: string, size: number) =>
      preflightIssue(issue, drawn([glyphs(name, size)], inks), X4)
        .filter(({ rule }) => rule.startsWith("text/"))
        .map(({ rule, where: at }) => [rule, at])
    expect(told("rich", 20)).toEqual([["text/rich-black", where]])
    expect(told("brown", 9)).toEqual([["text/many-inks", where]])
    expect(told("brown", 14)).toEqual([])
    expect(told("white", 6)).toEqual([["text/reversed-small", where]])
    expect(told("white", 9)).toEqual([])
  })

  it("rules below the press's own, at their frame where they have one", () => {
    const frame: Frame = {
      ...{ id: "thin", role: "rule", article: null, order: 0, slot: "" },
      region: { column: 0, columns: 2, line: 10, lines: 1 },
      look: { rule: pt(0.15), tint: 0 },
    }
    const changed = changedPage((page) => ({ frames: [...page.frames, frame] }))
    expect(found("line/hairline", recomposed(changed), X4, changed)).toMatchObject([
      { severity: "warning", where: { page: changed.pages[0]!.id, frame: "thin" } },
    ])
    const scaled: readonly Item[] = [
      { kind: "push", matrix: [0.1, 0, 0, 0.1, 0, 0], clip: null },
      {
        kind: "stroke",
        ink: "black",
        path: [
          ["M", 0, 0],
          ["L", 900, 0],
        ],
        width: pt(1),
        dash: [],
      },
      { kind: "pop" },
    ]
    expect(found("line/hairline", drawn(scaled))).toHaveLength(1)
    const fine: PressProfile = { ...X4, limits: { ...NEWSPRINT, thinnest: 0.05 } }
    expect(found("line/hairline", drawn(scaled), fine)).toEqual([])
  })

  it("pictures by the condition's limits", () => {
    const within = (warn: number, error: number): PressProfile => ({
      standard: "x4",
      limits: { ...NEWSPRINT, resolution: { error, warn } },
    })
    const pixels = { ...press, picture: () => ({ width: 900, height: 600 }) }
    const pages = recomposed(issue, pixels)
    expect(found("picture/coarse", pages, within(10, 5))).toEqual([])
    const shown = pages.flatMap(({ articles }) => articles.flatMap(({ pictures }) => pictures))
    const ppi = shown.find((one) => one.shown)?.shown?.ppi
    if (ppi === undefined) throw new Error("the sample shows no picture")
    expect(found("picture/coarse", pages, within(ppi + 1, ppi - 1))).toMatchObject([
      { severity: "warning", where: { frame: expect.any(String) as string } },
    ])
    expect(found("picture/too-coarse", pages, within(ppi + 2, ppi + 1))).toMatchObject([
      { severity: "error" },
    ])
  })

  it("frames that wait for an article, articles that wait for a page", () => {
    const [first] = issue.pages
    const frame: Frame = {
      ...{ id: "bare", role: "body", article: null, order: 0, slot: "" },
      region: { column: 0, columns: 1, line: 0, lines: 5 },
    }
    const changed = changedPage((page) => ({ frames: [...page.frames, frame] }))
    expect(found("frame/empty", recomposed(changed), X4, changed)).toMatchObject([
      { where: { page: first!.id, frame: "bare" } },
    ])
    const bare = changedPage(() => ({ frames: [] }))
    const waiting = found("article/unplaced", recomposed(bare), X4, bare)
    expect(waiting.length).toBeGreaterThan(0)
    expect(waiting.every(({ severity }) => severity === "note")).toBe(true)
  })

  it("a ground that ends at the knife, and none that runs into the bleed", () => {
    const { width } = pages[0]!.list.trim
    const rich = [ink("rich", 0, 0, 0, 0.2)]
    expect(found("page/bleed-short", drawn([box(0, 100, 50, 50)], rich))).toHaveLength(1)
    expect(found("page/bleed-short", drawn([box(-9, 100, width + 18, 50)], rich))).toEqual([])
    expect(found("page/bleed-short", drawn([box(20, 100, 50, 50)], rich))).toEqual([])
  })
})

describe("page furniture", () => {
  it.each([
    ["报头", 4, (text: string, role: string) => role === "masthead" || text.includes("{paper}")],
    ["CN 号", 1, (text: string) => text.includes("{cn}")],
    ["定价", 1, (text: string) => text.includes("{price}")],
    ["出版日期", 1, (text: string) => text.includes("{date}")],
    ["总期号", 1, (text: string) => text.includes("{serial}")],
  ] as const)("tells that %s was taken away, and counts it", (name, faults, gone) => {
    const changed = changedPage((page) => ({
      furniture: page.furniture.filter(
        (piece) => piece.kind !== "text" || !gone(piece.text, piece.role),
      ),
    }))
    const [finding] = found("page/furniture-missing", recomposed(changed), X4, changed)
    expect(finding!.say.zh).toContain(name)
    const counted = Number(/计 (\d+) 处/.exec(finding!.say.zh)![1])
    expect(counted).toBeGreaterThanOrEqual(faults)
  })

  it("may be typed in", () => {
    const changed = changedPage((page) => ({
      furniture: page.furniture.map((piece) =>
        piece.kind === "text" && piece.text.includes("{cn}")
          ? { ...piece, text: "国内统一连续出版物号 CN 00-0018　邮发代号 00-18" }
          : piece,
      ),
    }))
    expect(found("page/furniture-missing", recomposed(changed), X4, changed)).toEqual([])
  })
})

describe("jump lines", () => {
  const withWords = (words: string): Issue => {
    const article = issue.articles.find(({ story }) => story.some(({ role }) => role === "body"))!
    const index = article.story.findIndex(({ role }) => role === "body")
    return retyped(issue, article.id, index, (text) => `${words}${text}`)
  }

  it("are read from what is printed", () => {
    const changed = withWords("（下转第4版）")
    const [line] = recomposed(changed).flatMap(jumpLinesOn)
    expect(line).toMatchObject({ way: "onward", named: "4", page: issue.pages[0]!.id })
  })

  it.each([
    ["下转第99版", "没有这个版"],
    ["下转第1版", "指着本版"],
  ])("that point nowhere are told: %s", (words, said) => {
    const changed = withWords(words)
    const [finding, ...more] = found("jump/broken", recomposed(changed), X4, changed)
    expect(more).toEqual([])
    expect(finding!.say.zh).toContain(said)
    expect(finding).toMatchObject({
      severity: "error",
      where: { paragraph: expect.any(Number) as number },
    })
  })

  it("that answer each other are right, and wrong when one page says otherwise", () => {
    const page = (id: string, words: string): ComposedPage => {
      const item: Item = {
        ...{ kind: "glyphs", face: "hei-400", size: pt(9), ink: "black", x: pt(0), y: pt(0) },
        ...{ glyphs: [], dx: [], dy: null, texts: [...words] },
        source: { article: `on-${id}`, paragraph: 0, from: 0, to: words.length },
      }
      const [first] = pages
      return {
        ...first!,
        ...{ articles: [], findings: [], page: { ...first!.page, id } },
        list: { ...first!.list, page: id, items: [item] },
      }
    }
    const told = (...all: readonly ComposedPage[]) =>
      found("jump/broken", all).map(({ say }) => say.zh)
    expect(told(page("A1", "下转第2版"), page("A2", "上接第一版"))).toEqual([])
    expect(told(page("A1", "下转第2版"), page("A2", "此处无话"))).toHaveLength(1)
    expect(
      told(page("A1", "（转第3版）"), page("A2", "（接第1版）"), page("A3", "上接A2版")),
    ).toHaveLength(3)
  })

  it("name pages by id, by number in the section, in Chinese", () => {
    const ids = ["A1", "A2", "B1", "B12"]
    expect(pageNamed("b1", "A1", ids)).toBe("B1")
    expect(pageNamed("1", "B12", ids)).toBe("B1")
    expect(pageNamed("二", "A1", ids)).toBe("A2")
    expect(pageNamed("十二", "B1", ids)).toBe("B12")
    expect(pageNamed("十", "B1", ids)).toBeNull()
  })
})

it("findings of pages that are not printed are left out, those of the issue stay", () => {
  const rich = [ink("rich", 0.9, 0.9, 0.9, 0.9)]
  const dark = drawn([box(100, 100, 50, 50)], rich)
  const rules = (ids: readonly string[]) =>
    preflightIssue(issue, dark, X4, ids).map(({ rule }) => rule)
  expect(rules([issue.pages[0]!.id])).toContain("ink/over-limit")
  expect(rules(["Z9"])).not.toContain("ink/over-limit")
})
