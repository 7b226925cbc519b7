import { describe, expect, test } from "vitest"
import { sheetFor } from "../../layouts/compose.ts"
import { cohesionOf, NO_COHESION } from "../../layouts/head/cohesion.ts"
import { knownWord } from "../../layouts/head/dictionary.ts"
import { WORDS } from "../../layouts/head/dictionary-words.ts"
import { numberAt } from "../../layouts/head/numbers.ts"
import { segment } from "../../layouts/head/segment.ts"
import { seamsOf } from "../../layouts/head/seams.ts"
import { setHead } from "../../layouts/head/set-head.ts"
import { pt } from "../../layouts/units.ts"
import { articleOf } from "../build/article.ts"
import { press, SIZE, textOf } from "../build/type.ts"
import { FRESH_HEADLINES, MARKED_HEADLINES } from "./marked-headlines.ts"

const sheet = sheetFor(SIZE)

/** A marked headline's lines at a width in 字, with no story to learn words from. */
function linesAt(marked: string, zi: number): readonly string[] {
  const headline = marked.replaceAll("/", "")
  const article = articleOf("a1", [], { headline, headlineParts: [headline] })
  return setHead(article, pt(zi * SIZE), sheet, press).lines.map(({ line }) => textOf(line))
}

/** Whether every line of a marked headline ends at a stroke or at a space. */
function wellDivided(marked: string, lines: readonly string[]): boolean {
  let at = 0
  const strokes = new Set(marked.split("/").map((part) => (at += part.length)))
  const text = marked.replaceAll("/", "")
  let end = 0
  return lines.slice(0, -1).every((line) => {
    end += line.length
    return strokes.has(end) || text[end - 1] === " "
  })
}

/** How many of the headlines that need two lines or more at a width are well divided, of 1. */
function goodShare(headlines: readonly string[], zi: number): number {
  const divided = headlines
    .map((marked) => ({ marked, lines: linesAt(marked, zi) }))
    .filter(({ lines }) => lines.length > 1)
  return divided.filter(({ marked, lines }) => wellDivided(marked, lines)).length / divided.length
}

describe("headlines are divided by sense", () => {
  // Counted in the story alone, without words: 0.34, 0.42, 0.44 and 0.54.
  test.each([
    [11, 0.87],
    [13, 0.9],
    [20, 0.94],
    [27, 0.97],
  ])("of marked headlines at %i 字 at least %f of 1 end where an editor would", (zi, least) => {
    expect(goodShare(MARKED_HEADLINES, zi)).toBeGreaterThanOrEqual(least)
  })

  // Without words: 0.50, 0.51 and 0.57.
  test.each([
    [11, 0.83],
    [13, 0.88],
    [20, 0.99],
  ])("of those whose words the list was not written for, at %i 字 %f", (zi, least) => {
    expect(goodShare(FRESH_HEADLINES, zi)).toBeGreaterThanOrEqual(least)
  })

  test("no line begins with 的 or a mark; next to none ends weakly", () => {
    let lines = 0
    let weak = 0
    for (const marked of [...MARKED_HEADLINES, ...FRESH_HEADLINES])
      for (const zi of [11, 13, 17, 20, 27]) {
        const set = linesAt(marked, zi)
        for (const line of set.slice(1))
          expect(line).not.toMatch(/^[的地得了着过吗吧呢，。、：！？）》”]/)
        lines += set.length - 1
        weak += set.slice(0, -1).filter((line) => /[的了着在和与及对把被将从向]$/.test(line)).length
      }
    expect(weak / lines).toBeLessThan(0.015)
  })

  test("a story's own words are learnt: what it writes together is not parted", () => {
    const headline = "瑞河市发现战国时期古船遗址"
    const story = ["战国时期的船少见。", "战国时期瑞河已有船。", "说到战国时期，话就长了。"]
    const article = articleOf(
      "a1",
      story.map((text) => ({ role: "body", text, columnBreaks: [], dateline: 0 })),
      { headline, headlineParts: [headline] },
    )
    const { lines } = setHead(article, pt(13 * SIZE), sheet, press)
    expect(lines.map(({ line }) => textOf(line)).join("|")).toContain("战国时期")
  })
})

describe("words of a headline", () => {
  test("end within what a story writes together where common words end", () => {
    const text = "林汐出席瑞河市新的社会阶层人士联席会"
    const story = ["新的社会阶层人士来了。", "新的社会阶层人士谈了新的社会阶层人士。"]
    const paragraphs = story.map((words) => ({
      ...{ role: "body" as const, text: words, columnBreaks: [], dateline: 0 },
    }))
    const seams = seamsOf(text, cohesionOf(text, paragraphs))
    const at = (word: string): number => seams[text.indexOf(word)]!
    expect(at("阶层")).toBeLessThan(at("层人士") - 3)
    expect(at("社会")).toBeLessThan(at("会阶层") - 3)
  })

  test("are known by the dictionary, the first and the last of each length too", () => {
    expect(knownWord("周日")).toEqual({ kind: "word", rarity: expect.closeTo(12.1, 0) })
    expect(knownWord("横渡")?.kind).toBe("verb")
    expect(knownWord("已经")?.kind).toBe("leaning")
    expect(knownWord("日沿")).toBeNull()
    expect(knownWord("一")).toBeNull()
    for (const { length, words, marks } of WORDS) {
      expect(marks.length * length).toBe(words.length)
      for (const at of [0, marks.length >> 1, marks.length - 1])
        expect(knownWord(words.slice(at * length, (at + 1) * length))).not.toBeNull()
    }
  })

  test("tile it, whatever it says", () => {
    for (const text of ["𠮷野家 𠮷庆来访", "GDP 增长5.2%", "——", "", "瑞河市向南溪市学什么"]) {
      const { words } = segment(text, NO_COHESION)
      expect(words.map(({ from, to }) => text.slice(from, to)).join("")).toBe(text)
    }
  })

  test("a number goes with what it counts", () => {
    const ends: readonly (readonly [string, string])[] = [
      ["1234.5万吨煤", "1234.5万吨"],
      ["三百名志愿者", "三百名"],
      ["第三届运动会", "第三届"],
      ["5月3日开幕", "5月3日"],
      ["20万欧元", "20万欧元"],
      ["98.5%达标", "98.5%"],
      ["一体化", ""],
    ]
    for (const [text, number] of ends) expect(text.slice(0, numberAt(text, 0))).toBe(number)
  })
})
