import { beforeAll, describe, expect, test } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { printList } from "../../layouts/display/print.ts"
import { takeCopy } from "../../layouts/edits/take-copy.ts"
import type { BreakMode } from "../../layouts/flow/set-paragraph.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { PLAIN_SETTING } from "../../layouts/issue/setting.ts"
import { baselineOf } from "../../layouts/grid/geometry.ts"
import { articleOf, para } from "../build/article.ts"
import { retyped, sampleArticles, setPages } from "../build/issue.ts"
import { press, SIZE } from "../build/type.ts"

let articles: readonly Article[]

beforeAll(async () => {
  articles = await sampleArticles()
})

/** Characters of a text without blanks, sorted. */
function inked(text: string): string {
  return [...text.replace(/\s/gu, "")].sort().join("")
}

/** What an article should show on the page. */
function wordsOf(article: Article): string {
  const head = [article.kicker, article.headline, article.deck].map((words) => words ?? "")
  return [...head, ...article.story.map(({ text }) => text)].join("")
}

describe("the sample page", () => {
  test.each(["free", "original"] as const)("%s: shows every character, once", (breaks) => {
    const { pages } = setPages(articles, { breaks })
    const shown = pages.flatMap(({ list }) =>
      list.items.flatMap((item) =>
        item.kind === "glyphs" && item.source !== null ? item.texts : [],
      ),
    )
    expect(inked(shown.join(""))).toBe(inked(articles.map(wordsOf).join("")))
  })

  test.each([null, 9, 11, 13, 20, 27, 34, 41])(
    "at %s 字: nothing overset, no rule broken",
    (measure) => {
      const { pages, findings } = setPages(articles, { measure })
      for (const { story } of pages.flatMap((page) => page.articles))
        expect(story.overset.characters).toBe(0)
      const bad = findings.filter(
        ({ severity, rule }) => severity === "error" || rule.startsWith("line/"),
      )
      expect(bad.filter(() => measure === null || measure > 9)).toEqual([])
    },
  )

  test("every body line stands on the page's line grid", () => {
    const { pages } = setPages(articles)
    for (const { page, articles: sets } of pages)
      for (const { column, lines } of sets.flatMap((set) => set.story.columns))
        for (const placed of lines.filter(({ role }) => role === "body")) {
          const line = (placed.baseline - baselineOf(page.grid, 0)) / page.grid.linePitch
          expect(Math.abs(line - Math.round(line))).toBeLessThan(1e-6)
          expect(placed.x + placed.line.width).toBeLessThan(column.box.x + column.box.width + 0.01)
        }
  })

  test("original: the measure is 17 字, and every break ends its column with a full line", () => {
    const { measure, pages, template } = setPages(articles, { breaks: "original" })
    expect(measure.measure).toBe(17)
    expect(measure.ranking[0]!.fullLines).toBe(8)
    expect(template.grid.measure).toBe(17)
    const outcomes = pages.flatMap((page) => page.articles.flatMap((set) => set.breaks))
    expect(outcomes).toHaveLength(8)
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ honoured: true, fullLine: true })
      expect(Math.abs(outcome.adjustPerGap)).toBeLessThan(0.06)
    }
  })

  test("a break that a measure cannot meet is reported, and no text is lost", () => {
    const { pages, findings } = setPages(articles, { breaks: "original", measure: 29 })
    const outcomes = pages.flatMap((page) => page.articles.flatMap((set) => set.breaks))
    const missed = outcomes.filter(({ honoured, fullLine }) => !honoured || !fullLine)
    expect(missed.length).toBeGreaterThan(0)
    expect(findings.filter(({ rule }) => rule === "flow/original-break")).toHaveLength(
      missed.length,
    )
    for (const { story } of pages.flatMap((page) => page.articles))
      expect(story.overset.characters).toBe(0)
  })
})

describe("an article's own setting", () => {
  const printed = (issue: Issue, breaks: BreakMode): string =>
    printList(composePage(issue, "A1", press, breaks).list)

  test("says where its columns end, whatever the page is composed with", () => {
    const { issue } = setPages(articles, { measure: 13 })
    const set = (breaks: BreakMode): Issue => ({
      ...issue,
      articles: issue.articles.map((article) => ({
        ...article,
        setting: { ...PLAIN_SETTING, breaks },
      })),
    })
    expect(printed(set("original"), "free")).toBe(printed(issue, "original"))
    expect(printed(set("free"), "original")).toBe(printed(issue, "free"))
    expect(printed(issue, "original")).not.toBe(printed(issue, "free"))
  })

  test("remembers through the document that making up gave its breaks up", () => {
    const marks = [20, 40, 60, 80, 100, 120, 140, 160, 180]
    const text = "瑞河港的清晨从汽笛声里醒来，渔船归来，茶香满城。".repeat(12)
    const broken = marks.reduceRight((now, at) => `${now.slice(0, at)}‖${now.slice(at)}`, text)
    const [lead, ...rest] = articles
    const copy = [{ ...lead!, story: [para(broken)] }, ...rest]
    const { issue, placing, pages } = setPages(copy, { breaks: "original", measure: 17 })
    expect(issue.articles[0]!.setting?.breaks).toBe("free")
    expect(issue.articles[1]!.setting).toBeUndefined()
    expect(placing.map(({ rule }) => rule)).toContain("flow/breaks-given-up")
    const document = newDocument({ ...issue, articles: [], pages: [] })
    document.perform(takeCopy(issue.articles, issue.pages))
    const again = composePage(document.issue(), "A1", press, "original")
    expect(printList(again.list)).toBe(printList(pages[0]!.list))
  })
})

describe("composing again", () => {
  test("warm equals cold after an edit, and after its undoing", () => {
    const { issue } = setPages(articles)
    const cold = (of: typeof issue): string =>
      printList(composePage(structuredClone(of), issue.pages[0]!.id, press, "free").list)
    const warm = (of: typeof issue): string =>
      printList(composePage(of, issue.pages[0]!.id, press, "free").list)
    const before = warm(issue)
    const edited = retyped(
      issue,
      articles[0]!.id,
      9,
      (text) => `${text.slice(0, 20)}新添几个字${text.slice(20)}`,
    )
    expect(warm(edited)).toBe(cold(edited))
    expect(warm(edited)).not.toBe(before)
    expect(warm(issue)).toBe(before)
    expect(cold(issue)).toBe(before)
  })

  test("what flows into furniture flows: number, name, day and paper of a page", () => {
    const { issue } = setPages(articles)
    const page = issue.pages[0]!
    const words = (of: typeof issue): string =>
      composePage(of, of.pages[0]!.id, press, "free")
        .list.items.flatMap((item) => (item.kind === "glyphs" && !item.source ? item.texts : []))
        .join("")
    expect(words(issue)).toContain("A1综合新闻2025年11月21日 星期五")
    const renamed = { ...page, id: "B3", words: { section: "要闻" } }
    const changed = { ...issue, paper: "瑞河晚报", pages: [renamed] }
    const dated = { ...changed, date: { year: 2026, month: 1, day: 1 } }
    expect(words(dated)).toContain("B3要闻2026年1月1日 星期四")
    expect(words(dated)).toContain("瑞河晚报")
    expect(words(dated)).not.toContain("瑞河日报")
    expect(words(dated)).toBe(words(structuredClone(dated)))
    expect(words(issue)).toBe(words(structuredClone(issue)))
    const typed = page.furniture.map((piece) =>
      piece.kind === "text" && piece.text === "{page}" ? { ...piece, text: "九版" } : piece,
    )
    expect(words({ ...issue, pages: [{ ...page, furniture: typed }] })).toContain("九版综合新闻")
  })

  test("what did not change is the very same record", () => {
    const { issue } = setPages(articles)
    const first = composePage(issue, "A1", press, "free")
    const edited = retyped(issue, articles[1]!.id, 0, (text) => `${text}又记。`)
    const second = composePage(edited, "A1", press, "free")
    const same = second.articles.filter((set) => first.articles.includes(set))
    expect(same).toHaveLength(first.articles.length - 1)
  })
})

describe("text that does not fit", () => {
  test("placed and overset characters are the story, counted in characters and lines", () => {
    const { issue } = setPages(articles)
    const longer = retyped(
      issue,
      articles[1]!.id,
      1,
      (text) => text + "江风徐来，灯火渐明。".repeat(60),
    )
    const composed = composePage(longer, "A1", press, "free")
    const set = composed.articles.find(({ article }) => article.id === articles[1]!.id)!
    const placed = set.story.columns
      .flatMap(({ lines }) => lines)
      .map(({ line }) => line.runs.flatMap((run) => run.texts).join(""))
      .join("")
      .replace(/\s/gu, "").length
    const whole = set.article.story
      .map(({ text }) => text)
      .join("")
      .replace(/\s/gu, "").length
    expect(set.story.overset.characters).toBeGreaterThan(300)
    expect(placed + set.story.overset.characters).toBe(whole)
    expect(set.story.overset.lines).toBeGreaterThanOrEqual(set.story.overset.characters / 18)
    expect(composed.findings.find(({ rule }) => rule === "flow/overset")?.severity).toBe("error")
  })

  test("a character that no face has becomes a finding that names it, and its text is kept", () => {
    const odd = articleOf("a1", [
      para("船名里有一个怪字\u{2ffff}，无人识得。再添一句凑足两行文字。"),
    ])
    const { findings, pages } = setPages([odd])
    const missing = findings.find(({ rule }) => rule === "fonts/missing-glyph")!
    expect(missing.severity).toBe("error")
    expect(missing.where).toMatchObject({ article: "a1", paragraph: 0 })
    expect(missing.say.en).toContain("U+2FFFF")
    const texts = pages[0]!.list.items.flatMap((item) => (item.kind === "glyphs" ? item.texts : []))
    expect(texts.join("")).toContain("\u{2ffff}")
  })

  test("lengths are finite and sizes are those of the styles", () => {
    const { pages } = setPages(articles)
    for (const item of pages[0]!.list.items) {
      if (item.kind !== "glyphs") continue
      expect(item.dx.every(Number.isFinite)).toBe(true)
      expect(item.glyphs.length).toBe(item.dx.length)
      expect(item.texts.length).toBe(item.dx.length)
      expect(item.size).toBeGreaterThanOrEqual(SIZE * 0.7)
    }
  })
})
