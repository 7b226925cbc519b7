import fc from "fast-check"
import type { HeadSetting } from "../../layouts/issue/head-setting.ts"
import type { Article, Paragraph } from "../../layouts/issue/article.ts"
import { BLANK_IMPRINT } from "../../layouts/issue/imprint.ts"
import type { IssueStyles } from "../../layouts/issue/issue-styles.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { canTurn, isDrawn, type Frame, type Look, type Page } from "../../layouts/issue/page.ts"
import { quoteAt } from "../../layouts/issue/quote.ts"
import { ruleRegion } from "../../layouts/issue/repair.ts"
import type { ArticleSetting } from "../../layouts/issue/setting.ts"
import type { ParagraphLook } from "../../layouts/issue/text-look.ts"
import { mm, pt, zi } from "../../layouts/units.ts"

/** A paragraph with column breaks at the offsets that lie inside it. */
export function plainParagraph(
  text: string,
  breaks: readonly number[] = [],
  change: Partial<Paragraph> = {},
): Paragraph {
  const offsets = [...new Set(breaks)].filter((offset) => offset > 0 && offset < text.length)
  const columnBreaks = offsets
    .toSorted((a, b) => a - b)
    .map((offset) => ({ offset, ...quoteAt(text, offset) }))
  return { role: "body", text, columnBreaks, dateline: 0, ...change }
}

/** An article with a story of its own. */
export function plainArticle(id: string, story: readonly Paragraph[] = STORY): Article {
  return {
    id,
    kind: "news",
    kicker: null,
    headline: "瑞河码头添了新吊机",
    headlineParts: ["瑞河码头", "添了新吊机"],
    deck: null,
    dateline: "本报讯",
    credit: null,
    closing: null,
    truncated: false,
    story,
    pictures: [],
    decisions: [],
  }
}

const STORY: readonly Paragraph[] = [
  plainParagraph("本报讯 瑞河港区昨天清早开进第一列运茶的火车，码头工人搭起长棚。", [12, 20], {
    dateline: 3,
  }),
  plainParagraph("长棚底下", [], { role: "subhead" }),
  plainParagraph("老站长说，二十年没见过这么多春茶。", [8]),
]

/** A frame of four columns by nine lines at the page's top left. */
export function plainFrame(id: string, article: string | null): Frame {
  return {
    id,
    role: "body",
    article,
    region: { column: 0, columns: 2, line: 0, lines: 9 },
    order: 0,
    slot: "news",
  }
}

/** An empty page of four columns by sixty lines. */
export function plainPage(id: string): Page {
  return {
    id,
    template: "plain",
    sheet: { width: mm(390), height: mm(540), bleed: mm(3) },
    grid: {
      x: pt(40),
      y: pt(60),
      bodySize: pt(9),
      linePitch: pt(11.25),
      columns: 4,
      measure: zi(17),
      gutter: zi(2),
      lines: 60,
    },
    furniture: [],
    rules: { column: null, slot: null },
    frames: [],
  }
}

const line = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(..."瑞河港茶车，。（）A7 ", "𠮷", "e\u0301"), { maxLength: most })
    .map((pieces) => pieces.join(""))
const maybe = fc.option(line(12), { nil: null })

const paragraphs: fc.Arbitrary<Paragraph> = fc
  .record({
    text: line(40),
    role: fc.constantFrom("body", "subhead", "closing", "credit"),
    dateline: fc.nat(8),
    breaks: fc.array(fc.nat(40), { maxLength: 3 }),
    look: fc.option(fc.constantFrom({ align: "center" }, { size: pt(10.5), indent: 0 }), {
      nil: null,
    }),
    span: fc.option(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 20 })), { nil: null }),
  })
  .map(({ text, role, dateline, breaks, look, span }) => {
    const whole = (offset: number): boolean => !/[\ud800-\udbff]/.test(text[offset - 1] ?? "")
    const inside = Math.min(dateline, text.length)
    const [from, to] = [span?.[0] ?? 0, Math.min(text.length, (span?.[0] ?? 0) + (span?.[1] ?? 0))]
    const spans = to > from && whole(from) && whole(to) ? [{ from, to, family: "hei" }] : []
    return plainParagraph(text, breaks.filter(whole), {
      role,
      dateline: whole(inside) ? inside : 0,
      ...(look ? { look: look as ParagraphLook } : {}),
      ...(spans.length > 0 ? { spans } : {}),
    })
  })

const STYLES: IssueStyles = {
  paragraph: { body: { size: pt(9.5), leading: 1.1 }, dateline: { family: "kai" } },
  character: { 强调: { weight: 700 }, 空: {} },
  heads: { sizes: [40, 24, 16].map(pt), narrowest: 0.9 },
}

const heads: readonly HeadSetting[] = [
  { fill: true },
  { tracking: 0.1, byHand: true },
  { stretch: 0.9 },
]

const settings: fc.Arbitrary<ArticleSetting | null> = fc.option(
  fc.record(
    {
      breaks: fc.constantFrom("original", "free", null),
      fit: fc
        .record({
          tracking: fc.constantFrom(0, -0.02, 0.005),
          leading: fc.constantFrom(1, 0.96),
          headline: fc.constantFrom(null, pt(21)),
        })
        .filter(({ tracking, leading }) => tracking !== 0 || leading !== 1),
      head: fc.constantFrom(...heads),
    },
    { requiredKeys: ["breaks", "fit"] },
  ),
  { nil: null },
)

const articleBodies = fc.record({
  kind: fc.constantFrom("lead", "news", "photo", "filler", "ad"),
  kicker: maybe,
  headline: maybe,
  headlineParts: fc.array(line(6), { maxLength: 3 }),
  deck: maybe,
  dateline: maybe,
  credit: maybe,
  closing: maybe,
  truncated: fc.boolean(),
  story: fc.array(paragraphs, { maxLength: 6 }),
  pictures: fc.array(fc.record({ id: line(5), alt: line(5), aspect: fc.constantFrom(null, 1.5) }), {
    maxLength: 2,
  }),
  decisions: fc.constant([]),
  setting: settings,
})

const frameBodies = fc.record({
  role: fc.constantFrom("headline", "body", "picture", "caption", "filler", "house", "rule", "box"),
  article: fc.option(fc.nat(9), { nil: null }),
  region: fc.record({
    column: fc.nat(1),
    columns: fc.integer({ min: 1, max: 3 }),
    line: fc.nat(30),
    lines: fc.integer({ min: 1, max: 30 }),
  }),
  locked: fc.boolean(),
  vertical: fc.boolean(),
  look: fc.constantFrom<Look>(
    { rule: pt(0.5), tint: 0 },
    { rule: pt(0), tint: 0.2 },
    { rule: pt(1), tint: 0, upright: true },
  ),
})

/** Issues that keep the invariants: any stories, frames of any role anywhere in their grids. */
export const issues: fc.Arbitrary<Issue> = fc
  .record({
    paper: line(6),
    serial: maybe,
    section: maybe,
    styles: fc.constantFrom(null, STYLES),
    articles: fc.array(articleBodies, { minLength: 1, maxLength: 4 }),
    pages: fc.array(fc.array(frameBodies, { maxLength: 6 }), { maxLength: 3 }),
  })
  .map(({ paper, serial, section, styles, articles, pages }) => {
    const threads = new Map<string, number>()
    const frame = (page: number) => (drawn: FrameBody, i: number) => {
      const { article: number, locked, vertical, look, region, role } = drawn
      const byHand = isDrawn(role)
      const article = number === null || byHand ? null : `a${number % articles.length}`
      const order = role === "body" && article ? (threads.get(article) ?? 0) : 0
      if (role === "body" && article) threads.set(article, order + 1)
      const shape = ruleRegion({ role, look }, region)
      const bare: Frame = { id: `p${page}-${i}`, slot: "s", role, region: shape, article, order }
      const turned = vertical && canTurn(role) ? { ...bare, vertical } : bare
      const whole = byHand ? { ...bare, look } : turned
      return locked ? { ...whole, locked } : whole
    }
    return {
      paper,
      date: { year: 2026, month: 11, day: 23 },
      ...(styles ? { styles } : {}),
      ...(serial === null ? {} : { imprint: { ...BLANK_IMPRINT, serial } }),
      articles: articles.map(({ setting, ...article }, i): Article => ({
        id: `a${i}`,
        ...article,
        ...(setting ? { setting } : {}),
      })),
      pages: pages.map((frames, i) => ({
        ...plainPage(`A${i}`),
        frames: frames.map(frame(i)),
        ...(section === null ? {} : { words: { section } }),
      })),
    }
  })

type FrameBody = typeof frameBodies extends fc.Arbitrary<infer T> ? T : never
