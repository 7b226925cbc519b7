import { describe, expect, test } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame, Page } from "../../layouts/issue/page.ts"
import { pt } from "../../layouts/units.ts"
import { articleOf, para, paraAs } from "../build/article.ts"
import { frame, pageWith } from "../build/frame.ts"
import { press } from "../build/type.ts"

const TEXT = "瑞河市的码头工人今天又装完了一船茶叶，船在傍晚离港，沿江而下。".repeat(12)

function headed(id: string, headline: string, change: Partial<Article> = {}): Article {
  return articleOf(id, [para(TEXT)], { headline, headlineParts: [headline], ...change })
}

const left = headed("a", "瑞河市新港今日正式开航客货两旺")
const right = headed("b", "全市茶农喜迎春茶丰收价格上涨")

/** Rules of a page's look that find fault with these frames. */
function faults(
  frames: readonly Frame[],
  articles: readonly Article[] = [left, right],
  change: Partial<Page> = {},
): readonly string[] {
  const page = pageWith(frames, { rules: { column: null, slot: null }, ...change })
  const date = { year: 2026, month: 11, day: 23 }
  const issue: Issue = { paper: "瑞河日报", date, articles, pages: [page] }
  return composePage(issue, page.id, press, "free")
    .findings.filter(({ rule }) => /page\/(head|cut)|subhead-stranded/.test(rule))
    .map(({ rule }) => rule)
}

const two = [
  frame("headline a 0+2 0+4"),
  frame("body a 0+2 4+20"),
  frame("headline b 2+2 0+4"),
  frame("body b 2+2 4+20"),
]

describe("headlines side by side (碰题)", () => {
  const clashes = (...given: Parameters<typeof faults>): boolean =>
    faults(...given).includes("page/heads-clash")

  test("with nothing between them are told", () => {
    expect(clashes(two)).toBe(true)
  })

  test("with a rule between them are not, be it the page's or drawn by hand", () => {
    const rules = { column: pt(0.5), slot: null }
    expect(clashes(two, [left, right], { rules })).toBe(false)
    const look = { rule: pt(0.5), tint: 0, upright: true }
    expect(clashes([...two, frame("rule - 2+1 0+24", { look })])).toBe(false)
    expect(clashes([...two, frame("rule - 2+1 10+14", { look })])).toBe(true)
  })

  test("with a box round one of them are not", () => {
    const boxed = { ...right, surround: { rule: pt(1), tint: 0 } }
    expect(clashes(two, [left, boxed])).toBe(false)
  })

  test("of unlike sizes, with air, at other heights, or of one article are not", () => {
    const fit = { tracking: 0, leading: 1, headline: pt(10.5) }
    const small = { ...right, setting: { breaks: null, fit } }
    expect(clashes(two, [left, small])).toBe(false)
    const short = { ...right, headline: "开航", headlineParts: ["开航"] }
    expect(clashes(two, [left, short])).toBe(false)
    const lower = [two[0]!, two[1]!, frame("headline b 2+2 8+4"), frame("body b 2+2 12+12")]
    expect(clashes(lower)).toBe(false)
    const down = frame("headline b 2+1 0+24", { vertical: true })
    expect(clashes([two[0]!, two[1]!, down, frame("body b 3+1 0+24")])).toBe(false)
  })
})

describe("headlines without their text", () => {
  test("are told where it stands elsewhere (文不对题)", () => {
    const apart = [frame("headline a 0+2 0+4"), frame("body a 2+2 30+20")]
    expect(faults(apart, [left])).toContain("page/head-apart")
    for (const body of ["body a 0+2 4+20", "body a 2+1 0+20", "body a 0+4 6+20"])
      expect(faults([apart[0]!, frame(body)], [left])).not.toContain("page/head-apart")
  })

  test("are told where less than two lines stand with them (背题)", () => {
    const body = (lines: number): readonly Frame[] => [
      frame("headline a 0+1 50+6"),
      frame(`body a 0+1 56+${lines}`),
      frame("body a 2+2 0+40", { order: 1 }),
    ]
    expect(faults(body(1), [left])).toContain("page/head-stranded")
    expect(faults(body(3), [left])).not.toContain("page/head-stranded")
  })

  test("subheads keep two lines with them, or are told", () => {
    const story = [para("短文一行。"), paraAs("subhead", "码头的早晨"), para(TEXT)]
    const told = [2, 3, 4, 5, 6].map((lines) =>
      faults(
        [frame(`body a 0+1 0+${lines}`), frame("body a 1+1 0+50", { order: 1 })],
        [{ ...left, story }],
      ),
    )
    expect(told.flat().filter((rule) => rule === "flow/subhead-stranded")).toEqual([])
  })
})

describe("white lines from edge to edge", () => {
  test("across the page (断版) and down it (通缝) are told", () => {
    const halves = [...two, frame("headline c 0+4 30+4"), frame("body c 0+4 34+20")]
    const third = headed("c", "第三条消息")
    expect(faults(halves, [left, right, third])).toContain("page/cut-across")
    expect(faults(two)).toContain("page/cut-down")
    expect(faults(halves, [left, right, third])).not.toContain("page/cut-down")
  })

  test("where one article stands on both sides nothing is cut", () => {
    const across = [frame("headline a 0+4 0+4"), frame("body a 0+4 4+20")]
    expect(faults(across, [left])).toEqual([])
  })
})
