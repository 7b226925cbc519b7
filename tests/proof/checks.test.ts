import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { checkArticle, checkText } from "../../layouts/proof/checks/check-article.ts"
import { CONFUSIONS } from "../../layouts/proof/checks/confusions.ts"
import { RULES } from "../../layouts/proof/checks/rules.ts"
import { articleOf, para } from "../build/article.ts"

const MEANS = { today: { year: 2026, month: 11, day: 23 }, house: null }

const lines = (name: string): readonly string[] =>
  readFileSync(new URL(name, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("# "))

/** What a text is found guilty of, as `rule words`, by place. */
const hits = (text: string): readonly string[] =>
  checkText(text, MEANS).map(({ rule, from, to }) => `${from} ${rule} ${text.slice(from, to)}`)

/** A line of must-flag.txt: the text without its brackets, and what has to be found in it. */
function wanted(line: string): { readonly text: string; readonly hits: readonly string[] } {
  const rule = line.slice(0, line.indexOf(" "))
  const marked = line.slice(rule.length + 1)
  const text = marked.replace(/[⟦⟧]/g, "")
  const found: string[] = []
  let taken = 0
  for (const { 1: words, index } of marked.matchAll(/⟦(.+?)⟧/g)) {
    found.push(`${index - taken} ${rule} ${words}`)
    taken += 2
  }
  return { text, hits: found }
}

describe("checks", () => {
  test("find every fault of the list, at its place and nothing beside it", () => {
    const all = lines("must-flag.txt").map(wanted)
    expect(all.length).toBeGreaterThanOrEqual(250)
    // An idiom may be known from either table.
    const one = (hit: string): string => hit.replace("words/idiom", "words/confused")
    for (const { text, hits: expected } of all)
      expect(hits(text).map(one), text).toEqual(expected.map(one))
  })

  test("are silent on every line that is right", () => {
    const all = lines("must-not-flag.txt")
    expect(all.length).toBeGreaterThanOrEqual(400)
    expect(all.flatMap((text) => hits(text).map((hit) => `${hit} in ${text}`))).toEqual([])
  })

  test("every rule is met by the list or by a test of its own", () => {
    const met = new Set(lines("must-flag.txt").map((line) => line.split(" ")[0]))
    const elsewhere = ["consistency", "sentences/no-end", "house/", "words/doubtful"]
    const unmet = Object.keys(RULES).filter(
      (rule) => !met.has(rule) && !elsewhere.some((one) => rule.includes(one)),
    )
    expect(unmet).toEqual([])
  })

  test("the table of confusions is large, and no row calls right what another calls wrong", () => {
    expect(CONFUSIONS.length).toBeGreaterThan(2000)
    const wrong = new Set(CONFUSIONS.filter(({ doubtful }) => !doubtful).map((one) => one.wrong))
    expect(CONFUSIONS.flatMap(({ right }) => right).filter((one) => wrong.has(one))).toEqual([])
    expect(wrong.size).toBe(CONFUSIONS.filter(({ doubtful }) => !doubtful).length)
  })

  test("a suggestion never repeats the words at fault", () => {
    for (const { text } of lines("must-flag.txt").map(wanted))
      for (const { from, to, suggest } of checkText(text, MEANS))
        expect(suggest).not.toContain(text.slice(from, to))
  })

  test("take any text whatever, and stay inside it", () => {
    const bits = [
      ..."的的，。“”‘’《》（）()…—-、：？\"'%12年月日星期二的地得 abc张李一",
      "\ud800",
      "\udc00",
    ]
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...bits), maxLength: 60 }), (text) => {
        const notes = checkText(text, MEANS)
        for (const { from, to } of notes) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(text.length)
        }
        for (let i = 1; i < notes.length; i += 1)
          expect(notes[i]!.to).toBeGreaterThan(notes[i - 1]!.to)
      }),
    )
  })

  test.each([
    "的",
    "“",
    "）。",
    ",中",
    "《“",
    "年1月",
    "12、",
    "a)(",
    "哈哼",
    '"中',
    "(",
    "\ud800",
  ])("a paragraph of a quarter of a million %j ends", (unit) => {
    const text = unit.repeat(250_000 / unit.length)
    expect(checkText(text, MEANS).every(({ to }) => to <= text.length)).toBe(true)
  })

  test("a quotation that runs over paragraphs opens each and closes in the last", () => {
    const speech = ["他说：“船走了。", "“水还在。", "“人也还在。”大家听着。"].map((text) =>
      para(text),
    )
    expect(checkArticle(articleOf("a1", speech), MEANS)).toEqual([])
    const open = ["他说：“船走了。", "水还在。大家听着。"].map((text) => para(text))
    expect(checkArticle(articleOf("a1", open), MEANS)).toMatchObject([
      { rule: "marks/unclosed", where: { article: "a1", paragraph: 0, from: 3, to: 4 } },
    ])
  })

  test("a paragraph without its stop, one in mid sentence and a story cut off are told", () => {
    const found = (texts: readonly string[], truncated = false) =>
      checkArticle(
        articleOf(
          "a1",
          texts.map((text) => para(text)),
          { truncated },
        ),
        MEANS,
      )
    const lead = "码头上的灯一直亮到天明。船员们逐一检查缆绳，"
    expect(found([`${lead}没有一个人先走`])).toMatchObject([{ rule: "sentences/no-end" }])
    expect(found([lead, "没有一个人先走。"])).toMatchObject([{ rule: "sentences/cut-off" }])
    expect(found([`${lead}各级各部门要`], true)).toMatchObject([{ rule: "sentences/cut-off" }])
    expect(found([`${lead}没有一个人先走。`])).toEqual([])
  })

  test("two ways of counting in one article are a hint", () => {
    const texts = ["港口连续4年增长，近5年来吞吐量翻番。", "近三年来航道没有断航。"]
    const story = texts.map((text) => para(text))
    expect(checkArticle(articleOf("a1", story), MEANS)).toMatchObject([
      { rule: "numbers/consistency", severity: "note", text: "近三年", where: { paragraph: 1 } },
    ])
  })

  test("a day without a year is of the year that brings it nearest to the issue", () => {
    expect(hits("11月24日（星期二）")).toEqual([])
    expect(hits("1月4日（星期一）")).toEqual([])
    expect(hits("2025年11月24日是大雪，11月25日（星期二）放晴。")).toEqual([])
    expect(checkText("11月24日（星期五）", { today: null, house: null })).toEqual([])
  })
})
