import fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { joinLists } from "../../layouts/display/join-lists.ts"
import type { DisplayList, Item, Matrix } from "../../layouts/display/list.ts"
import { scaleItems } from "../../layouts/display/scale-items.ts"
import { charactersOf } from "../../layouts/issue/characters.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { galleyOf } from "../../layouts/sheets/galley.ts"
import { pageProof } from "../../layouts/sheets/page-proof.ts"
import { SIGNERS } from "../../layouts/sheets/sign-boxes.ts"
import { mm, mmToPt, pt } from "../../layouts/units.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { press } from "../build/type.ts"

const WORDS = { proof: "二校", state: "一改", at: "2031-05-03T22:15:00+08:00" }
let issue: Issue
let list: DisplayList
beforeAll(async () => {
  ;({ issue } = setPages(await sampleArticles()))
  ;({ list } = composePage(issue, issue.pages[0]!.id, press, "free"))
}, 60_000)

const order = () => ({ ...WORDS, issue, press })

function textOf(items: readonly Item[]): string {
  return items.flatMap((item) => (item.kind === "glyphs" ? item.texts : [])).join("")
}

/** Glyph runs that are of the paper's own and of no article. */
function besideOf({ items }: DisplayList): readonly string[] {
  return items.flatMap((item) =>
    item.kind === "glyphs" && item.source === null ? [item.texts.join("")] : [],
  )
}

describe("items at another size", () => {
  it("stand where a matrix around them would put them", () => {
    const length = fc.integer({ min: -500, max: 500 }).map((n) => n / 4)
    const share = fc.integer({ min: -8, max: 8 }).map((n) => n / 4)
    const scaling = fc.record({ scale: fc.constantFrom(0.5, 0.67, 1, 2), x: length, y: length })
    const matrix = fc.tuple(share, share, share, share, length, length)
    fc.assert(
      fc.property(matrix, scaling, length, length, (given, way, x, y) => {
        const item: Item = { kind: "push", matrix: given as Matrix, clip: null }
        const [pushed] = scaleItems([item], way)
        const through = ([a, b, c, d, e, f]: Matrix, px: number, py: number) =>
          [a * px + c * py + e, b * px + d * py + f] as const
        const moved = (px: number, py: number) =>
          [px * way.scale + way.x, py * way.scale + way.y] as const
        if (pushed?.kind !== "push") throw new Error("no push")
        const [one, other] = [
          through(pushed.matrix, ...moved(x, y)),
          moved(...through(item.matrix, x, y)),
        ]
        expect(one[0]).toBeCloseTo(other[0], 6)
        expect(one[1]).toBeCloseTo(other[1], 6)
      }),
    )
  })

  it("are all scaled, and read as they did", () => {
    const half = scaleItems(list.items, { scale: 0.5, x: 0, y: 0 })
    expect(textOf(half)).toBe(textOf(list.items))
    const twice = scaleItems(half, { scale: 2, x: 0, y: 0 })
    expect(twice).toEqual(list.items)
  })
})

describe("a page proof", () => {
  it("is the page on A3, smaller, whole and inside the sheet", () => {
    const proof = pageProof(list, order())
    expect(proof.trim).toEqual({ width: mmToPt(mm(297)), height: mmToPt(mm(420)) })
    expect(textOf(proof.items)).toContain(textOf(list.items))
    const sizes = (items: readonly Item[]) =>
      items.flatMap((item) => (item.kind === "glyphs" && item.source ? [item.size] : []))
    const scale = sizes(proof.items)[0]! / sizes(list.items)[0]!
    expect(scale).toBeGreaterThan(0.6)
    expect(scale).toBeLessThan(0.72)
    for (const item of proof.items) {
      if (item.kind !== "glyphs") continue
      const [left, right] = [item.x, item.x + (item.dx.at(-1) ?? 0) + item.size]
      expect(left >= 0 && right <= proof.trim.width && item.y <= proof.trim.height).toBe(true)
    }
  })

  it("says what it is and has a box for each who signs", () => {
    const said = besideOf(pageProof(list, order()))
    expect(said).toContain("A1 版　综合新闻　大样".replace("综合新闻", sectionOf()))
    expect(said).toContain("二校　一改")
    expect(said.some((words) => /^输出 2031-05-03 22:15\s缩至 6\d%$/.test(words))).toBe(true)
    for (const signer of SIGNERS) expect(said).toContain(signer)
    expect(new Set(SIGNERS).size).toBe(SIGNERS.length)
  })

  it("of facing pages lies across; a small page is not made larger", () => {
    const sheet = pageProof(joinLists(list, { ...list, page: "A2" }), order())
    expect(sheet.trim.width).toBeGreaterThan(sheet.trim.height)
    const small = { ...list, trim: { width: pt(200), height: pt(300) } }
    expect(besideOf(pageProof(small, order()))).toContain("输出 2031-05-03 22:15　原大")
  })

  const sectionOf = () => issue.pages[0]!.words?.section ?? ""
})

describe("a galley", () => {
  it("has the whole story once and in order, on as many A4 pages as it needs", () => {
    for (const article of issue.articles) {
      const pages = galleyOf(article, order())
      const story = pages.flatMap(({ items }) =>
        items.flatMap((item) =>
          item.kind === "glyphs" && (item.source?.paragraph ?? -1) >= 0 ? item.texts : [],
        ),
      )
      const plain = (text: string): string => text.replace(/\s/g, "")
      expect(plain(story.join(""))).toBe(plain(article.story.map(({ text }) => text).join("")))
      for (const page of pages)
        expect(page.trim).toEqual({ width: mmToPt(mm(210)), height: mmToPt(mm(297)) })
    }
  })

  it("says author, length and place, and numbers its lines through", () => {
    const article = issue.articles[0]!
    const pages = galleyOf(article, order())
    const said = pages.map(besideOf)
    expect(pages.length).toBeGreaterThan(2)
    for (const [n, words] of said.entries()) {
      expect(words).toContain("小样　A1 版　二校　一改")
      expect(words.some((word) => word.endsWith(`${charactersOf(article)} 字`))).toBe(true)
      expect(words).toContain(`${n + 1}/${pages.length}`)
    }
    const numbers = said.flat().flatMap((word) => (/^\d+$/.test(word) ? [Number(word)] : []))
    expect(numbers).toEqual([1, ...numbers.slice(1).map((_, i) => 5 * (i + 1))])
    const waiting = galleyOf(article, { ...order(), issue: { ...issue, pages: [] } })
    expect(besideOf(waiting[0]!)).toContain("小样　待上版　二校　一改")
  })

  it("of an article without words is one page", () => {
    const bare = { ...issue.articles[0]!, kicker: null, headline: null, deck: null, story: [] }
    expect(galleyOf({ ...bare, headlineParts: [] }, order())).toHaveLength(1)
  })

  it("shows what was changed since the copy came in, by whose hand", () => {
    const article = issue.articles[0]!
    const story = article.story.map(({ text }) => `${text}\n`).join("")
    const before = {
      kicker: "",
      headline: `旧${article.headline}`,
      deck: "",
      story: `昨天${story}`,
    }
    const by = { author: "林青", role: "编辑", at: 0 }
    const [first] = galleyOf(article, { ...order(), versions: [{ ...by, before }] })
    expect(first!.inks.map(({ name }) => name)).toContain("hand 1")
    const inked = first!.items.flatMap((item) =>
      item.kind === "glyphs" && item.ink === "hand 1" ? [item.texts.join("")] : [],
    )
    expect(inked).toEqual(["旧", "昨天", "林青"])
    expect(galleyOf(article, order())[0]!.inks.map(({ name }) => name)).not.toContain("hand 1")
  })
})
