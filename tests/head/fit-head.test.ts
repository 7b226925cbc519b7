import { describe, expect, test } from "vitest"
import { composePage, sheetFor } from "../../layouts/compose.ts"
import { headLines } from "../../layouts/head/place-head.ts"
import { setHead, setHeadDown, type Head } from "../../layouts/head/set-head.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { HOUSE_TABLE, type HeadSetting } from "../../layouts/issue/head-setting.ts"
import { PLAIN_FIT } from "../../layouts/issue/setting.ts"
import { pt, zi } from "../../layouts/units.ts"
import { articleOf } from "../build/article.ts"
import { plainPage } from "../build/document-records.ts"
import { frame, pageWith } from "../build/frame.ts"
import { press, SIZE, textOf } from "../build/type.ts"

const sheet = sheetFor(SIZE)

/** An article with a headline of so many characters, in a size asked for. */
function headed(
  headline: string,
  { size, ...change }: Partial<Article> & { readonly size?: number; readonly head?: HeadSetting },
): Article {
  const { head, ...rest } = change
  const fit = { ...PLAIN_FIT, headline: size === undefined ? null : pt(size) }
  const setting = { breaks: null, fit, ...(head ? { head } : {}) }
  return articleOf("a1", [], { headline, headlineParts: [headline], setting, ...rest })
}

function set(article: Article, zi: number): Head {
  return setHead(article, pt(zi * SIZE), sheet, press)
}

const words = (count: number): string =>
  "瑞河新港今日开航茶农喜迎春茶丰收全市粮食再获丰收".repeat(3).slice(0, count)

const sizeOf = (head: Head): number => head.lines[0]!.line.runs[0]!.size

describe("headlines in columns and lines", () => {
  test.each([
    ["对开", 83, 24],
    ["四开", 71, 21],
  ])("a headline of six columns in 30 pt, %s: %i 字 wide, holds %i 字", (_, wide, most) => {
    const full = set(headed(words(most), { size: 30 }), wide)
    expect([full.lines.length, sizeOf(full)]).toEqual([1, 30])
    const over = set(headed(words(most + 1), { size: 30 }), wide)
    expect(over.lines.length > 1 || sizeOf(over) < 30).toBe(true)
  })

  test("小初 over 二号 takes eight lines", () => {
    const grid = { ...plainPage("A1").grid, linePitch: pt(11.25), measure: zi(13), gutter: zi(1) }
    const article = headed(words(20), { size: 30, deck: "老港口长出新岸线" })
    const styles = { paragraph: { deck: { size: pt(21) } }, character: {}, heads: { below: 3 } }
    const own = sheetFor(SIZE, styles)
    const head = setHead(article, pt(83 * SIZE), own, press)
    expect(head.lines.map(({ line }) => line.runs[0]!.size)).toEqual([30, 21])
    expect(headLines(article, pt(83 * SIZE), grid, { sheet: own, press })).toBe(8)
  })

  test("one column takes 2 or 3 lines, two 4 or 5, three 5", () => {
    const grid = { ...plainPage("A1").grid, linePitch: pt(11.25), measure: zi(13), gutter: zi(1) }
    const lines = [13, 27, 41].map((wide) =>
      headLines(headed("春茶开采", {}), pt(wide * SIZE), grid, { sheet, press }),
    )
    expect(lines).toEqual([3, 4, 4])
  })

  test("kicker and deck stand two steps of the paper's table below the headline", () => {
    const article = headed(words(12), { size: 30, kicker: "沿江走笔", deck: "一江春水向东流" })
    expect(set(article, 55).lines.map(({ line }) => line.runs[0]!.size)).toEqual([24, 30, 24])
    const heads = { sizes: [40, 28, 20, 14].map(pt), below: 1 }
    const own = sheetFor(SIZE, { paragraph: {}, character: {}, heads })
    const plain = { ...article, setting: { breaks: null, fit: PLAIN_FIT } }
    const { lines } = setHead(plain, pt(55 * SIZE), own, press)
    expect(lines.map(({ line }) => line.runs[0]!.size)).toEqual([14, 20, 14])
  })
})

describe("a headline that is too long for its block", () => {
  /** A headline with this many characters over 17 字, which may only come down one step. */
  function narrow(count: number): Head {
    const own = sheetFor(SIZE, { paragraph: {}, character: {}, heads: { steps: 1 } })
    return setHead(headed(words(count), {}), pt(17 * SIZE), own, press)
  }

  test("is set smaller first, then closer, then narrower, then smaller still", () => {
    const done = [16, 24, 26, 29, 30, 33, 36, 45, 60].map((count) => {
      const { fitted, overfull, ...head } = narrow(count)
      expect(overfull).toBe(false)
      const small = sizeOf(head as Head) < 16
      return small ? 3 : fitted.stretch < 1 ? 2 : fitted.tracking < 0 ? 1 : 0
    })
    expect(done).toEqual(done.toSorted((a, b) => a - b))
    expect(new Set(done)).toEqual(new Set([0, 1, 2, 3]))
  })

  test("stays within the paper's bounds, and in its width", () => {
    for (let count = 20; count < 60; count += 1) {
      const { fitted, lines } = narrow(count)
      expect(fitted.tracking).toBeGreaterThanOrEqual(HOUSE_TABLE.tightest)
      expect(fitted.stretch).toBeGreaterThanOrEqual(HOUSE_TABLE.narrowest)
      for (const { line } of lines) expect(line.width).toBeLessThanOrEqual(17 * SIZE + 0.02)
    }
  })

  test("is told of, and only then", () => {
    const styles = { paragraph: {}, character: {}, heads: { steps: 0 } }
    const told = (article: Article): readonly string[] => {
      const page = pageWith([frame("headline a1 0+1 0+8")])
      const date = { year: 2026, month: 11, day: 23 }
      const issue = { paper: "瑞河日报", date, articles: [article], pages: [page], styles }
      const { findings } = composePage(issue, page.id, press, "free")
      return findings.filter(({ rule }) => rule.startsWith("head/")).map(({ rule }) => rule)
    }
    expect(told(headed(words(14), {}))).toEqual([])
    const long = Array.from({ length: 20 }, (_, i) => told(headed(words(20 + i), {}))).flat()
    expect(long).toContain("head/squeezed")
    expect(told(headed("开航", { head: { fill: true } }))).toContain("head/unfilled")
    expect(told(headed(words(14), { head: { tracking: -0.04 } }))).toEqual([])
  })
})

describe("a headline set by hand", () => {
  test("spread: each of its lines fills the width, first to last letter", () => {
    const head = set(headed("瑞河新港今日正式开航", { size: 18, head: { fill: true } }), 27)
    for (const { line } of head.lines) expect(line.width).toBeCloseTo(27 * SIZE, 3)
    expect(set(headed("开航", { size: 18, head: { fill: true } }), 27).fitted.unfilled).toBe(true)
  })

  test("letter spacing and width of letters are as asked", () => {
    const plain = set(headed(words(8), { size: 18 }), 27).lines[0]!.line
    const wide = set(headed(words(8), { size: 18, head: { tracking: 0.2 } }), 27).lines[0]!.line
    expect(wide.width - plain.width).toBeCloseTo(7 * 0.2 * 18, 3)
    const tall = set(headed(words(8), { size: 18, head: { stretch: 0.8 } }), 27).lines[0]!.line
    expect(tall.width).toBeCloseTo(0.8 * plain.width, 3)
    expect(tall.runs[0]!.stretch).toBe(0.8)
  })

  test("lines end where they were asked to, be it within a word", () => {
    const parts = ["瑞河新", "港今日正式", "开航"]
    const article = headed(parts.join(""), { head: { byHand: true }, headlineParts: parts })
    for (const zi of [13, 20, 27, 41])
      expect(set(article, zi).lines.map(({ line }) => textOf(line))).toEqual(parts)
    for (const inside of [
      ["港口——", "—新线……", "…今日开航"],
      ["港口—", "—", "新线开航"],
      ["新Wi-F", "i船开", "航"],
    ]) {
      const own = headed(inside.join(""), { head: { byHand: true }, headlineParts: inside })
      const { lines, fitted } = set(own, 27)
      expect(lines.map(({ line }) => textOf(line))).toEqual(inside)
      expect(fitted.unbroken).toBe(false)
    }
    const kicker = headed("春茶开采 茶农日夜赶制头茬茶忙", {
      headlineParts: ["春茶开采 ", "茶农日夜赶制头茬茶忙"],
      head: { byHand: true },
    })
    expect(set(kicker, 27).lines.map(({ role }) => role)).toEqual(["headline", "headline"])
  })

  test("a number that stands in one cell of a vertical headline is parted where a line ends in it", () => {
    const parts = ["新港1", "2", "月开航1", "8"]
    const article = headed(parts.join(""), { head: { byHand: true }, headlineParts: parts })
    const room = pt(27 * SIZE)
    const head = setHeadDown(article, { length: room, depth: room }, sheet, press)
    expect(head.lines.map(({ line }) => textOf(line))).toEqual(parts)
    expect(head.fitted.unbroken).toBe(false)
  })

  test.each([
    ["a character of two units", ["\ud842", "\udfb7野家开航"]],
    ["the last character", ["新港开航\ud842", "\udfb7"]],
    ["a letter with a sign", ["港e", "\u0301口"]],
  ])("no line is empty, and it is told, where one ends inside %s", (_, parts) => {
    const article = headed(parts.join(""), { head: { byHand: true }, headlineParts: parts })
    const head = set(article, 27)
    expect(head.lines.map(({ line }) => textOf(line)).join("")).toBe(parts.join(""))
    expect(head.lines.every(({ line }) => line.to > line.from)).toBe(true)
    expect(head.fitted).toMatchObject({ unbroken: true })
    expect(head.overfull).toBe(false)
  })
})
