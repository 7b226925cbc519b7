import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { budgetOf } from "../../layouts/line/budget.ts"
import type { EndMarks } from "../../layouts/line/edge-marks.ts"
import { justify, type Justified } from "../../layouts/line/justify.ts"
import type { Line } from "../../layouts/line/line.ts"
import { setParagraph } from "../../layouts/line/paragraph.ts"
import { pt } from "../../layouts/units.ts"
import { paragraph } from "../build/chinese.ts"
import { cellsOf, lay, NEWSPAPER, SIZE, steps, textOf } from "../build/type.ts"

const AUTOSPACE = { ...NEWSPAPER, indent: 0, autospace: true }
const PLAIN = { ...NEWSPAPER, indent: 0 }

/** A text as one line that is `em` wider than it is by nature, or narrower. */
function opened(text: string, em: number, style = AUTOSPACE): Justified {
  const cells = cellsOf(text, style)
  const natural = cells.widthSum[cells.count]! + cells.gapSum[cells.count]!
  return justify(cells, 0, cells.count, natural + em * SIZE)
}

/** The gaps of a line behind the given cells, em. */
function gapsAt(line: Justified, ...cells: number[]): readonly number[] {
  return cells.map((cell) => Math.round((line.gaps[cell]! / SIZE) * 1e4) / 1e4)
}

describe("the gap between Han and Latin", () => {
  const TEXT = "用ab测"

  test.each([
    [0, 0.25, false],
    [-0.1, 0.2, false],
    [-0.25, 0.125, false],
    [-0.3, 0.125, true],
    [0.1, 0.3, false],
    [0.5, 0.5, false],
  ])("opened by %f em it is %f em wide", (em, gap, strained) => {
    const line = opened(TEXT, em)
    expect(gapsAt(line, 0, 2)).toEqual([gap, gap])
    expect(line.looseness).toBe(0)
    expect(line.strained).toBe(strained)
  })

  test("beyond half an em it grows only as all gaps do", () => {
    const line = opened("江水用ab测", 0.5 + 0.4)
    expect(gapsAt(line, 0, 1, 2, 4)).toEqual([0.1, 0.1, 0.6, 0.6])
    expect(line.looseness).toBeCloseTo(0.1, 6)
  })

  test("stays within its bounds on the lines of a paragraph until all gaps share", () => {
    const text = "江上用GPS测水位，岸边用LED照夜路，车间里用OpenType排字。".repeat(4)
    let seen = 0
    for (let measure = 9; measure <= 24; measure += 1)
      for (const line of lay(text, measure, AUTOSPACE)) {
        if (line.strained || line.looseness > 0) continue
        const shown = textOf(line)
        const at = shown.search(/用G|用L/u)
        if (at < 0) continue
        seen += 1
        const gap = steps(line)[at]! - 1
        expect(gap).toBeGreaterThan(0.125 - 1e-3)
        expect(gap).toBeLessThan(0.5 + 1e-3)
      }
    expect(seen).toBeGreaterThan(10)
  })
})

describe("a line that is too short", () => {
  // Gaps: 江水 0, 水a 1, b␣ 3, ␣c 4, d测 6; letters give nothing.
  const gaps = (em: number) => gapsAt(opened("江水ab cd测", em), 0, 1, 4, 6)

  test("opens word spaces first", () => {
    expect(gaps(0)).toEqual([0, 0.25, 0.3, 0.25])
    expect(gaps(0.1)).toEqual([0, 0.25, 0.4, 0.25])
    expect(gaps(0.2)).toEqual([0, 0.25, 0.5, 0.25])
  })

  test("then the gaps between Han and Latin", () => {
    expect(gaps(0.2 + 0.2)).toEqual([0, 0.35, 0.5, 0.35])
    expect(gaps(0.2 + 0.5)).toEqual([0, 0.5, 0.5, 0.5])
  })

  test("then all gaps by the same amount, within words none", () => {
    expect(gaps(0.2 + 0.5 + 0.4)).toEqual([0.1, 0.6, 0.6, 0.6])
    expect(gapsAt(opened("江水ab cd测", 0.2 + 0.5 + 0.4), 2, 3, 5)).toEqual([0, 0, 0])
  })
})

describe("a line that is too long", () => {
  test("brackets give way first, then commas, then full stops", () => {
    const blanks = (em: number) => gapsAt(opened("港（新）口，船。灯", -em, PLAIN), 0, 3, 5, 7)
    expect(blanks(0)).toEqual([0.5, 0.5, 0.5, 0.5])
    expect(blanks(0.5)).toEqual([0.25, 0.25, 0.5, 0.5])
    expect(blanks(1)).toEqual([0, 0, 0.5, 0.5])
    expect(blanks(1.2)).toEqual([0, 0, 0.3, 0.5])
    expect(blanks(1.5)).toEqual([0, 0, 0, 0.5])
    expect(blanks(1.9)).toEqual([0, 0, 0, 0.1])
    expect(opened("港（新）口，船。灯", -2, PLAIN).strained).toBe(false)
    expect(opened("港（新）口，船。灯", -2.1, PLAIN).strained).toBe(true)
  })

  test("a gap between Han and Latin gives way after commas and before full stops", () => {
    const blanks = (em: number) => gapsAt(opened("港（新）口，船a。灯", -em), 0, 3, 5, 6, 8)
    expect(blanks(1.5)).toEqual([0, 0, 0, 0.25, 0.5])
    expect(blanks(1.6)).toEqual([0, 0, 0, 0.15, 0.5])
    expect(blanks(1.625 + 0.1)).toEqual([0, 0, 0, 0.125, 0.4])
  })

  test("word spaces give way before brackets, and keep a quarter em", () => {
    const blanks = (em: number) => gapsAt(opened("港（ab cd）口", -em, PLAIN), 0, 4, 7)
    expect(blanks(0.02)).toEqual([0.5, 0.28, 0.5])
    expect(blanks(0.05 + 0.5)).toEqual([0.25, 0.25, 0.25])
  })

  // Each line is 12 em wide; a lone digit of half an em between two of them has to be squeezed in.
  const LINES = {
    bracket: "港口（新区）开航迎客潮来",
    comma: "渔船归，江风起，灯火渐明",
    stop: "渔船归。江风起。灯火渐明",
  } as const
  test.each<[keyof typeof LINES, keyof typeof LINES]>([
    ["bracket", "comma"],
    ["bracket", "stop"],
    ["comma", "stop"],
  ])("a paragraph squeezes a %s rather than a %s", (cheap, dear) => {
    const squeezed = (first: string, second: string): readonly boolean[] =>
      lay(`${first}3${second}两岸茶香`, 12, PLAIN).map((line) => line.squeeze < -0.1)
    expect(squeezed(LINES[cheap], LINES[dear])).toEqual([true, false, false])
    expect(squeezed(LINES[dear], LINES[cheap])).toEqual([false, true, false])
  })
})

describe("a mark at a line's end", () => {
  /** The first of two lines, its only choice, in a column of so many 字. */
  function firstLine(measure: number, endMarks: EndMarks): Line {
    const cells = cellsOf("江风徐来灯火渐明，船，渔船归来了", PLAIN)
    const breaking = { measure: pt(measure * SIZE), indent: pt(0), endMarks }
    const [line] = setParagraph(cells, {
      ...breaking,
      align: "justify",
      columnBreaks: [9],
      breaking: "total",
    })
    expect(textOf(line!)).toBe("江风徐来灯火渐明，")
    expect(line!.width / SIZE).toBeCloseTo(measure, 6)
    return line!
  }

  test.each<[number, EndMarks, number, string]>([
    [8.5, "fit", 0, "half, the line is full"],
    [8.9, "fit", 0.4, "half, the line lacks less than that"],
    [8.98, "fit", 0.48, "half, the line lacks nearly that"],
    [9, "fit", 0, "its whole cell, the line lacks just that"],
    [9.2, "fit", 0.2, "its whole cell, the rest is spread"],
    [8.9, "half", 0.4, "half"],
    [9, "half", 0.5, "half, wherever marks are"],
    [9.2, "half", 0.7, "half, wherever marks are"],
  ])("at %f 字, “%s”: %f em are spread over the line (%s)", (measure, endMarks, spread) => {
    const line = firstLine(measure, endMarks)
    expect(line.expand / SIZE).toBeCloseTo(spread, 6)
    expect(line.looseness).toBeCloseTo(spread / 8, 6)
    const mark = line.runs.at(-1)!.dx.at(-1)! / SIZE
    expect(mark).toBeCloseTo(8 + spread, 6)
  })
})

describe("an opening mark at a line's start", () => {
  test.each([
    { what: "keeps its cell behind the indent", measure: 9, endMarks: "fit", x: 2.5, each: 0 },
    { what: "is half, wherever marks are", measure: 9, endMarks: "half", x: 2, each: 0.5 / 6 },
  ] as const)("$what", ({ measure, endMarks, x, each }) => {
    const text = "“灯火渐明江风徐来渔船归港了"
    const indent = 2
    const cells = cellsOf(text, { ...PLAIN, indent })
    const [line] = setParagraph(cells, {
      measure: pt(measure * SIZE),
      indent: pt(indent * SIZE),
      align: "justify",
      endMarks,
      columnBreaks: [7],
      breaking: "total",
    })
    expect(line!.x / SIZE).toBeCloseTo(x, 6)
    expect(line!.full).toBe(true)
    expect(line!.looseness).toBeCloseTo(each, 6)
  })

  test("at another line's start it keeps its cell only where the stretch would be seen", () => {
    const second = (measure: number): Line => {
      const text = `${"山".repeat(measure)}《${"江".repeat(measure - 1)}灯火渐明`
      const lines = setParagraph(cellsOf(text, PLAIN), {
        measure: pt(measure * SIZE),
        indent: pt(0),
        align: "justify",
        endMarks: "fit",
        columnBreaks: [measure, 2 * measure],
        breaking: "total",
      })
      return lines[1]!
    }
    expect([second(13).x / SIZE, second(13).looseness]).toEqual([0.5, 0])
    expect(second(27).x).toBe(0)
    expect(second(27).looseness).toBeCloseTo(0.5 / 26, 6)
  })
})

describe("a typed space between two Han characters", () => {
  const RUNNING = { ...PLAIN, spaces: "word" } as const

  test("is half a cell, in running text a word space that gives and opens", () => {
    const gap = (em: number, style: typeof PLAIN) => gapsAt(opened("林汐 周望", em, style), 2)
    expect(gap(0, PLAIN)).toEqual([0.5])
    expect([0, -0.05, 0.2].map((em) => gap(em, RUNNING))).toEqual([[0.3], [0.25], [0.5]])
  })

  test("opens with the gaps beside numbers, each by its share", () => {
    // Room: the space a fifth of an em, each side of the number a third.
    const room = 0.2 + 2 / 3
    expect(gapsAt(opened("林汐 周望7月", room / 2, RUNNING), 2, 4, 5)).toEqual([
      0.4, 0.1667, 0.1667,
    ])
  })
})

describe("wide spaces in a row", () => {
  test.each([
    ["通　知", 3],
    ["通　　知", 4],
    ["校次　　　　版", 7],
    ["通　 知", 3.5],
  ])("%s: each takes a cell of its own", (text, em) => {
    const [line] = lay(text, 20, PLAIN)
    expect(line!.width / SIZE).toBeCloseTo(em, 6)
  })

  test("are dropped at a line's end, all of them, and the line is full", () => {
    const [first, second] = lay("甲乙丙丁　　戊己庚辛壬癸", 4, PLAIN)
    expect([textOf(first!), textOf(second!)]).toEqual(["甲乙丙丁　　", "戊己庚辛"])
    expect(steps(first!).slice(0, 3)).toEqual([1, 1, 1])
    expect(first!.looseness).toBe(0)
  })
})

describe("what the breaker reckons with", () => {
  test("is what the line then gets: its looseness, and the most it can be squeezed", () => {
    const slack = fc.double({ min: -4, max: 6, noNaN: true })
    fc.assert(
      fc.property(paragraph, slack, fc.boolean(), (text, em, autospace) => {
        const cells = cellsOf(text, { ...PLAIN, autospace })
        const budget = budgetOf(cells)
        const natural = budget.natural(0, cells.count)
        const line = justify(cells, 0, cells.count, natural + em * SIZE)
        if (em >= 0) {
          expect(line.looseness).toBeCloseTo(budget.stretch(0, cells.count, em * SIZE), 6)
          return
        }
        const most = budget.squeezable(0, cells.count)
        expect(line.squeeze).toBeCloseTo(-Math.min(-em * SIZE, most), 6)
        expect(line.strained).toBe(-em * SIZE - most > 1e-6)
      }),
      { numRuns: 200 },
    )
  })
})
