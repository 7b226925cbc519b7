import { describe, expect, test } from "vitest"
import { DEMERITS } from "../../layouts/line/demerits.ts"
import type { ProhibitLevel } from "../../layouts/line/prohibit.ts"
import { setParagraph } from "../../layouts/line/paragraph.ts"
import { NO_TONE, unevenness } from "../../layouts/line/tone.ts"
import { pt } from "../../layouts/units.ts"
import { cellsOf, lay, NEWSPAPER, SIZE, steps, textOf } from "../build/type.ts"

/** Natural width of a text in em, as one line with trimmed edges. */
function width(text: string): number {
  const line = lay(text, 41, { ...NEWSPAPER, indent: 0 })[0]!
  return Math.round((line.width / SIZE) * 1e4) / 1e4
}

describe("widths", () => {
  test.each([
    ["城，", 1.5, "a mark at a line's end is half"],
    ["“城", 1.5, "an opening mark at a line's start loses its blank half"],
    ["城“城", 3, "an opening mark takes one em inside a line"],
    ["城”“城", 3.5, "close + open: one and a half"],
    ["城。”城", 3.5, "stop + close: one and a half"],
    ["城））城", 3.5, "close + close: one and a half"],
    ["城（（城", 3.5, "open + open: one and a half"],
    ["城，，，城", 4, "three stops: a half each but the last"],
    ["城。」「城", 4, "stop + close + open"],
    ["城！？城", 3, "a pair of ！？ takes one em"],
    ["城！！！城", 4, "three of them take two"],
    ["城——城", 4, "a dash takes two"],
    ["城……城", 4, "an ellipsis takes two"],
    ["罗塞·蒂", 3.5, "an interpunct takes a half"],
    ["2026年", 3, "half-em digits"],
    ["12.6%", 2.5, "a decimal with its sign"],
    ["甲 乙", 2.5, "a space between two names takes a half"],
  ])("%s is %f em: %s", (text, em) => {
    expect(width(text)).toBeCloseTo(em, 4)
  })

  test("a quarter em stands between Han and Latin or digits when it is wanted", () => {
    const auto = { ...NEWSPAPER, indent: 0, autospace: true }
    const plain = lay("用GPS测", 41, { ...NEWSPAPER, indent: 0 })[0]!
    const spaced = lay("用GPS测", 41, auto)[0]!
    const typed = lay("用 GPS 测", 41, auto)[0]!
    expect((spaced.width - plain.width) / SIZE).toBeCloseTo(0.5, 4)
    expect(textOf(typed)).toBe("用 GPS 测")
  })
})

describe("breaking", () => {
  test("the indent is two 字, also before an opening quote", () => {
    const [first] = lay("“城里的夜市开了”，老人说。", 30)
    expect(first!.x).toBe(2 * SIZE)
    const [glyph] = first!.runs[0]!.dx
    expect(glyph).toBeCloseTo(-0.5 * SIZE, 6)
  })

  test.each<[ProhibitLevel, RegExp]>([
    ["none", /^$/],
    ["loose", /^[，。”：]/u],
    ["basic", /^[，。”·]/u],
    ["gb", /^[，。”·]/u],
    ["strict", /^(——|……|[，。”·])/u],
  ])("level %s keeps its marks off line starts", (level, forbidden) => {
    const text = "茶园层叠，铁路沿江——老桥“新灯”……渔船归来。罗·塞说：雨水调匀，收成不错。".repeat(4)
    for (let measure = 9; measure < 24; measure += 1)
      for (const line of lay(text, measure, { ...NEWSPAPER, level }).slice(1))
        expect(textOf(line)).not.toMatch(forbidden)
  })

  test("the loose level lets ！？ · 々 ￥ and % stand at a line's edges, and no bracket or full stop", () => {
    const breaks = (text: string, level: ProhibitLevel): boolean =>
      cellsOf(text, { ...NEWSPAPER, level }).breakAfter[0] === 1
    for (const text of ["好！", "好？", "罗·", "人々", "￥九"])
      expect([breaks(text, "loose"), breaks(text, "gb")]).toEqual([true, false])
    for (const text of ["好。", "好，", "好」", "「好"])
      expect([breaks(text, "loose"), breaks(text, "gb")]).toEqual([false, false])
  })

  test("an ellipsis of four em is never parted, at no level; one beside a dash may be", () => {
    for (const level of ["none", "loose", "basic", "gb", "strict"] as const) {
      const cells = cellsOf("灯…………火", { ...NEWSPAPER, level })
      expect([...cells.breakAfter].slice(1, 2)).toEqual([0])
    }
    expect(cellsOf("——……", NEWSPAPER).breakAfter[0]).toBe(1)
  })

  test("the solidus ends no line from GB on, and may at basic", () => {
    const ends = (level: ProhibitLevel): boolean => {
      const cells = cellsOf("甲/乙", { ...NEWSPAPER, level })
      return cells.breakAfter[1] === 1
    }
    expect([ends("basic"), ends("gb"), ends("strict")]).toEqual([true, false, false])
  })

  test.each([
    ["面积12km²的江", "面|积|12km²|的|江"],
    ["喝H₂O和10⁻³注²的", "喝|H₂O|和|10⁻³|注²|的"],
    ["水温36.5 ℃，6 °C", "水|温|36.5 ℃，|6 °C"],
    ["１２３４人，３．５％", "１２３４|人，|３．５％"],
    ["以3：1和2∶1胜，－5℃，＋８", "以|3：1|和|2∶1|胜，|－5℃，|＋８"],
    ["比分：3", "比|分：|3"],
  ])("%s may be divided so: %s", (text, parted) => {
    for (const level of ["basic", "gb", "strict"] as const) {
      const { from, breakAfter, count } = cellsOf(text, { ...NEWSPAPER, level })
      const cells = Array.from({ length: count }, (_, i) => text.slice(from[i], from[i + 1]))
      const shown = cells.map((cell, i) => cell + (breakAfter[i] === 1 && i < count - 1 ? "|" : ""))
      expect(shown.join("")).toBe(parted)
    }
  })

  test("nothing stands between a character and the small figure that belongs to it", () => {
    const { gap, expandStep } = cellsOf("注²km²的", { ...NEWSPAPER, autospace: true })
    expect([...gap].map((one) => one / SIZE)).toEqual([0, 0, 0, 0, 0.25])
    expect([expandStep[0], expandStep[3]]).toEqual([0, 0])
  })

  test("a soft hyphen shows only where the line ends", () => {
    const text = "河水的pH值由multi\u00adpara\u00admeter探头测得，数据传回江边的小屋。"
    const shown = lay(text, 10).map((line) => line.runs.flatMap((run) => run.glyphs).length)
    expect(shown.length).toBeGreaterThan(2)
    expect(lay(text, 10).map(textOf).join("")).toBe(text)
  })

  test("a word wider than the column is divided, and the line says so", () => {
    const lines = lay("访问Donaudampfschifffahrtsgesellschaft网站。", 9)
    expect(lines.some((line) => line.strained)).toBe(true)
    for (const line of lines) expect(line.x + line.width).toBeLessThanOrEqual(9 * SIZE + 0.01)
  })

  test("golden: a paragraph at 13 字", () => {
    const text =
      "“江水涨到12.6米，比去年同期高0.8米。”港务员林汐在记录簿上写下这一行，抬头望向对岸——那里，三十多艘货船正排队等候过闸……"
    expect(lay(text, 13).map(textOf)).toMatchInlineSnapshot(`
      [
        "“江水涨到12.6米，比去年",
        "同期高0.8米。”港务员林汐在",
        "记录簿上写下这一行，抬头望",
        "向对岸——那里，三十多艘货",
        "船正排队等候过闸……",
      ]
    `)
  })
})

describe("spacing", () => {
  test("brackets give way before commas, commas before full stops", () => {
    const text = "港口（新区）开航，渔船归来。老桥灯亮起时人声鼎沸江风徐来"
    for (let measure = 9; measure <= 20; measure += 1) {
      for (const line of lay(text, measure, { ...NEWSPAPER, indent: 0 })) {
        const shown = textOf(line)
        const step = steps(line)
        const blank = (mark: string): number | null => {
          const at = shown.indexOf(mark)
          return at < 0 || at === shown.length - 1 ? null : step[at]! - 0.5
        }
        const comma = blank("，")
        const stop = blank("。")
        if (comma !== null && stop !== null && stop < 0.499 && line.squeeze < 0)
          expect(comma).toBeLessThan(0.001)
      }
    }
  })

  test("a mark that hangs is helped by squeezing where hanging alone is not enough", () => {
    const [first] = setParagraph(cellsOf("老，桥新灯，亮起来"), {
      measure: pt(4.75 * SIZE),
      indent: pt(0),
      align: "justify",
      endMarks: "hang",
      columnBreaks: [],
      breaking: "total",
    })
    expect(textOf(first!)).toBe("老，桥新灯，")
    expect(first!.squeeze).toBeCloseTo(-0.25 * SIZE, 6)
    expect(first!.width).toBeCloseTo(4.75 * SIZE, 6)
  })

  test("half an em that a number leaves stands beside it, not between the ideographs", () => {
    const [first] = lay("江上开航已有4年从未停过", 8.5, { ...NEWSPAPER, indent: 0 })
    const [odd] = lay("江上开航已有4年从未停过", 9, { ...NEWSPAPER, indent: 0 })
    expect(textOf(first!)).toBe("江上开航已有4年从")
    expect(first!.expand).toBe(0)
    expect(textOf(odd!)).toBe("江上开航已有4年从")
    expect(odd!.looseness).toBe(0)
    expect(steps(odd!)).toEqual([1, 1, 1, 1, 1, 1.25, 0.75, 1])
  })

  test("squeezing is shared equally among places of one step", () => {
    const line = lay("一二，三四，五六，七八九十", 12.25, { ...NEWSPAPER, indent: 0 })[0]!
    const at = (mark: number): number => steps(line)[mark]!
    expect(new Set([at(2), at(5), at(8)]).size).toBe(1)
  })

  test("commas squeezed in one line and full in the next are weighed", () => {
    const text =
      "修缮工程定于明年枯水期动工，工期预计75天。施工期间，桥面两侧轮流封闭，行人照常通过，骑电动自行车的须下车推行。"
    expect(lay(text, 16).map(textOf)).toMatchInlineSnapshot(`
      [
        "修缮工程定于明年枯水期动工，",
        "工期预计75天。施工期间，桥面两侧",
        "轮流封闭，行人照常通过，骑电动自",
        "行车的须下车推行。",
      ]
    `)
    expect(unevenness(0, 4)).toBe(DEMERITS.uneven)
    expect(unevenness(2, NO_TONE)).toBe(0)
  })
})
