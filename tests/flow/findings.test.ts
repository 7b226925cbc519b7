import { describe, expect, test } from "vitest"
import { composePage, type ComposedPage } from "../../layouts/compose.ts"
import type { Finding } from "../../layouts/finding.ts"
import type { BreakMode } from "../../layouts/flow/set-paragraph.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Frame, FrameRole, Page, Region } from "../../layouts/issue/page.ts"
import { mm, pt, zi } from "../../layouts/units.ts"
import { articleOf, para, paraAs } from "../build/article.ts"
import { lineTexts, marked, storyPage } from "../build/beside-page.ts"
import { press, SIZE } from "../build/type.ts"

const TEXT = "瑞河港的清晨从汽笛声里醒来渔船归来茶香满城老桥上的行人停下脚步看江水缓缓东去啊"

/** A frame of article a1. */
function frame(role: FrameRole, region: Partial<Region>): Frame {
  const whole = { column: 0, columns: 1, line: 0, lines: 20, ...region }
  return { id: role, role, article: "a1", region: whole, order: 0, slot: "test" }
}

/** An article in frames on a page of six columns, so many 字 wide. */
function composed(
  article: Article,
  frames: readonly Frame[],
  breaks: BreakMode = "free",
  measure = 13,
): ComposedPage {
  const page: Page = {
    id: "A1",
    template: "test",
    sheet: { width: mm(390), height: mm(540), bleed: mm(3) },
    grid: {
      x: pt(30),
      y: pt(30),
      bodySize: SIZE,
      linePitch: pt(13.5),
      columns: 6,
      measure: zi(measure),
      gutter: zi(1),
      lines: 90,
    },
    furniture: [],
    rules: { column: null, slot: null },
    frames,
  }
  const date = { year: 2026, month: 11, day: 21 }
  const issue = { paper: "瑞河日报", date, articles: [article], pages: [page] }
  return composePage(issue, "A1", press, breaks)
}

/** The findings of a text in one deep column. */
function findingsOf(text: string, measure: number): readonly Finding[] {
  const article = articleOf("a1", [para(text)], { headline: "江港" })
  return composed(article, [frame("body", {})], "free", measure).findings
}

describe("findings of lines", () => {
  test("a loose line is said with its percentage and its place", () => {
    // Four characters in the first line's seven 字: three gaps share three em.
    expect(findingsOf("江水上涨international江岸", 9)).toEqual([
      {
        rule: "line/too-loose",
        severity: "warning",
        where: { article: "a1", paragraph: 0, from: 0, to: 4 },
        say: {
          zh: "稿件“江港”有一行过疏：字距加了 100%，此行别无排法。",
          en: "A line of “江港” is loose: 100 % of an em between characters; nothing else fits.",
        },
      },
    ])
  })

  test("a word wider than the column breaks a rule, and the line is named", () => {
    const text = "访问Donaudampfschifffahrtsgesellschaftskapitaen网站查看江港船期表。"
    const broken = findingsOf(text, 9).filter(({ rule }) => rule === "line/rule-broken")
    expect(broken.length).toBeGreaterThan(0)
    for (const { where, severity, say } of broken) {
      expect(severity).toBe("warning")
      expect(text.slice(where.from, where.to)).toMatch(/[a-z]$/)
      expect(text.slice(where.to)).toMatch(/^[a-z]/)
      expect(say.zh).toBe("稿件“江港”有一行无法按禁则排：栏宽容不下。")
      expect(say.en).toContain("breaks a line-edge rule")
    }
  })

  test("ordinary text has no findings at all", () => {
    expect(findingsOf(`${TEXT}。`, 13)).toEqual([])
  })
})

describe("findings of faces", () => {
  test("a character of the headline that no face has is named", () => {
    const article = articleOf("a1", [para(TEXT)], { headline: "老桥\u{2ffff}灯" })
    const frames = [frame("headline", { columns: 4, lines: 5 }), frame("body", { line: 5 })]
    expect(composed(article, frames).findings).toEqual([
      {
        rule: "fonts/missing-glyph",
        severity: "error",
        where: { article: "a1", paragraph: -1 },
        say: {
          zh: "字体缺字“\u{2ffff}”（U+2FFFF），稿件“老桥\u{2ffff}灯”，以〓代替。",
          en: expect.stringMatching(
            /^No face has “\u{2ffff}”.*U\+2FFFF.*“老桥\u{2ffff}灯”/u,
          ) as string,
        },
      },
    ])
  })

  test("a character in a fallback face is a note that names the face", () => {
    const story = [para(`${TEXT}。`), paraAs("credit", "（林㐀）")]
    const article = articleOf("a1", story, { headline: "江港" })
    expect(composed(article, [frame("body", {})]).findings).toEqual([
      {
        rule: "fonts/substituted",
        severity: "note",
        where: { article: "a1", paragraph: 1, from: 2, to: 3 },
        say: {
          zh: "“㐀”改用后备字体 song-400，稿件“江港”。",
          en: "“㐀” is set in the fallback face song-400 in “江港”.",
        },
      },
    ])
  })
})

describe("findings of the headline and of the copy", () => {
  const article = articleOf("a1", [para(TEXT)])
  const rules = (of: Article, head: Partial<Region>) =>
    composed(of, [frame("headline", head), frame("body", { line: head.lines ?? 30 })]).findings.map(
      ({ rule, severity, where }) => [rule, severity, where],
    )
  const overfull = [["head/overfull", "warning", { article: "a1", paragraph: -1 }]]

  test("a headline with room has none", () => {
    expect(rules(article, { columns: 3, lines: 6 })).toEqual([])
  })

  test("a headline higher than its block is overfull", () => {
    expect(rules(article, { columns: 3, lines: 1 })).toEqual(overfull)
  })

  test("a headline of a word wider than its block is overfull", () => {
    const headline = "Donaudampfschifffahrtsgesellschaftskapitaen"
    const long = articleOf("a1", [para(TEXT)], { headline, headlineParts: [headline] })
    expect(rules(long, { columns: 1, lines: 20 })).toEqual(overfull)
  })

  test("copy that is cut off in mid sentence is said at its last paragraph", () => {
    const story = [para(TEXT), para("老桥上的新灯")]
    const cut = composed(articleOf("a1", story, { truncated: true }), [frame("body", {})])
    expect(cut.findings).toHaveLength(1)
    expect(cut.findings[0]).toMatchObject({
      rule: "article/cut-off",
      severity: "warning",
      where: { article: "a1", paragraph: 1 },
    })
    expect(cut.findings[0]!.say.zh).toContain("不完整")
  })
})

describe("text and room", () => {
  // At 13 字 with an indent of two: lines of 11, 13, 13 and 2 characters.
  const article = articleOf("a1", [para(TEXT)], { headline: "江港" })

  test("overset text is counted in characters and lines", () => {
    const { findings, articles } = composed(article, [frame("body", { lines: 2 })])
    expect(articles[0]!.story.overset).toEqual({ characters: 15, lines: 2 })
    expect(articles[0]!.story.underset).toBe(0)
    expect(findings).toEqual([
      {
        rule: "flow/overset",
        severity: "error",
        where: { article: "a1" },
        say: {
          zh: "稿件“江港”余 15 字（2 行）未能排下。",
          en: "“江港” is overset by 15 characters (2 lines).",
        },
      },
    ])
  })

  test.each([
    [4, 1, 0],
    [7, 1, 3],
    [3, 2, 2],
    [4, 3, 8],
  ])("columns of %i lines, %i of them, have %3$i empty lines", (lines, columns, empty) => {
    const [set] = composed(article, [frame("body", { lines, columns })]).articles
    expect(set!.story.overset).toEqual({ characters: 0, lines: 0 })
    expect(set!.story.underset).toBe(empty)
  })
})

describe("original column breaks", () => {
  /** A text with one break, in so many columns; the line before the break is its first. */
  function broken(text: string, columns: number) {
    const article = articleOf("a1", [para(text)], { headline: "江港" })
    const page = composed(article, [frame("body", { columns, lines: 9 })], "original")
    const [set] = page.articles
    return {
      page,
      outcome: set!.breaks[0]!,
      set: set!,
      line: set!.story.columns[0]!.lines[0]!.line,
    }
  }
  const rest = "船归来茶香满城老桥上的行人停下脚步看江水缓缓东去"

  test("a line that can be filled is full, and says what each of its gaps got", () => {
    const { page, outcome, line } = broken(`瑞河港的清晨从汽笛‖声里${rest}`, 2)
    expect(outcome).toMatchObject({ paragraph: 0, offset: 9, honoured: true, fullLine: true })
    // Nine characters in eleven 字: eight gaps share two em.
    expect(outcome.adjustPerGap).toBeCloseTo(2 / 8, 6)
    expect(line.looseness).toBeCloseTo(outcome.adjustPerGap, 6)
    expect(page.findings).toEqual([])
  })

  test("what squeezing took is below nought", () => {
    const { outcome } = broken(`瑞河（港）的清晨从汽笛‖声里${rest}`, 2)
    const { outcome: tight } = broken(`瑞河（港）的清晨从汽笛声‖里${rest}`, 2)
    expect(outcome.adjustPerGap).toBe(0)
    // Twelve em in eleven 字: of eleven gaps two gave half an em each.
    expect(tight).toMatchObject({ honoured: true, fullLine: true })
    expect(tight.adjustPerGap).toBeCloseTo(-1 / 11, 6)
  })

  test("a line that cannot be filled is left short and said so", () => {
    const { page, outcome, line } = broken(`瑞河港‖的清晨${rest}`, 2)
    expect(outcome).toMatchObject({ honoured: true, fullLine: false, adjustPerGap: 0 })
    expect(line).toMatchObject({ end: "columnBreak", full: false, looseness: 0, expand: 0 })
    expect(line.width).toBeCloseTo(3 * SIZE, 6)
    expect(page.findings).toEqual([
      {
        rule: "flow/original-break",
        severity: "warning",
        where: { article: "a1", paragraph: 0, from: 3 },
        say: {
          zh: "原栏断点“瑞河港‖的清晨船归来”前一行在此栏宽下排不满。",
          en: "The line before the original column break “瑞河港‖的清晨船归来” cannot be filled at this measure.",
        },
      },
    ])
  })

  test("a break at which no column ends is said so", () => {
    const { page, outcome } = broken(`瑞河港的清晨从汽笛‖声里${rest}`, 1)
    expect(outcome).toMatchObject({ honoured: false, fullLine: false, adjustPerGap: 0 })
    expect(page.findings).toEqual([
      {
        rule: "flow/original-break",
        severity: "warning",
        where: { article: "a1", paragraph: 0, from: 9 },
        say: {
          zh: "原栏断点“的清晨从汽笛‖声里船归来茶”处未能断栏。",
          en: "No column ends at the original column break “的清晨从汽笛‖声里船归来茶”.",
        },
      },
    ])
  })

  test("a line that ends at a break inside its column does not honour it", () => {
    const { page, outcome } = broken(`瑞河港的清晨从汽笛声里‖醒来${rest}`, 1)
    expect(outcome).toMatchObject({ honoured: false, fullLine: true })
    expect(page.findings.map(({ rule }) => rule)).toEqual(["flow/original-break"])
    expect(page.findings[0]!.say.zh).toContain("未能断栏")
  })

  test("in free mode nothing is said of breaks", () => {
    const article = articleOf("a1", [para(`瑞河港‖的清晨${rest}`)], { headline: "江港" })
    expect(composed(article, [frame("body", { columns: 2 })]).findings).toEqual([])
  })

  test("columns that end early at a break leave their other lines empty", () => {
    const { set } = broken(`瑞河港的清晨从汽笛‖声里${rest}`, 2)
    // One line of nine, then the rest of 25 characters in two lines of nine.
    expect(set.story.columns.map(({ used }) => used)).toEqual([1, 2])
    expect(set.story.underset).toBe(8 + 7)
  })
})

describe("words that run from right to left", () => {
  test.each(["שלום עולם", "محمد بن علي", "(שלום)", "\u202eabc\u202c"])(
    "%s is kept, and told",
    (words) => {
      const text = `港口来了一位${words}先生，说二十年没见过这么多春茶。`
      for (const measure of [5, 9, 13]) {
        const page = storyPage([marked(text)], { measure, lines: 20 })
        expect(lineTexts(page).join("")).toBe(text)
        const told = page.findings.filter(({ rule }) => rule === "line/right-to-left")
        const letters = words.replace(/[()]/g, "")
        const wanted = /[\u0590-\u08ff]/.test(words) ? [letters] : []
        expect(told.map(({ where }) => text.slice(where.from, where.to))).toEqual(wanted)
      }
    },
  )
})
