import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { collect } from "../../layouts/line/collect.ts"
import type { TextRun } from "../../layouts/line/cells.ts"
import type { Line } from "../../layouts/line/line.ts"
import { setParagraph } from "../../layouts/line/paragraph.ts"
import { setTabbed } from "../../layouts/line/tabs.ts"
import { pt } from "../../layouts/units.ts"
import { anyText, measure, paragraph } from "../build/chinese.ts"
import { NEWSPAPER, SIZE, song, textOf } from "../build/type.ts"

interface Way {
  readonly indent?: number
  readonly autospace?: boolean
  readonly vertical?: boolean
  readonly columnBreaks?: readonly number[]
  readonly tabs?: string
  /** What the characters of a stretch bear. */
  readonly run?: Partial<TextRun>
}

/** A text in a strict grid. */
function lay(text: string, em: number, way: Way = {}): readonly Line[] {
  const { indent = 0, autospace = false, vertical = false, columnBreaks = [], run = {} } = way
  const down = vertical ? { vertical: { digits: 3 } } : {}
  const style = { ...NEWSPAPER, indent, autospace, trim: false, ...down }
  const cells = collect(
    text,
    [{ from: 0, to: text.length, faces: song, size: SIZE, ...run }],
    style,
  )
  const setting = {
    measure: pt(em * SIZE),
    indent: pt(indent * SIZE),
    align: "justify",
    endMarks: "grid",
    columnBreaks,
    breaking: "total",
  } as const
  return text.includes("\t")
    ? setTabbed(cells, setting, way.tabs).lines
    : setParagraph(cells, setting)
}

/** How far below its cell's top the origin of an upright character of a vertical line is, em. */
const ABOVE = 0.88

/** The characters of a line and where they begin, em from the column's edge. */
function placesOf(line: Line): readonly (readonly [string, number])[] {
  const texts = line.runs.flatMap((run) => run.texts)
  const dx = line.runs.flatMap((run) => run.dx)
  const above = line.vertical ? ABOVE : 0
  return texts.map((text, i) => [text, Math.round(((line.x + dx[i]!) / SIZE - above) * 1e4) / 1e4])
}

const words = (lines: readonly Line[]): readonly string[] => lines.map(textOf)

const HAN = /^[\u4e00-\u9fff]/u
const CLOSING = /[，、。．：；！？”’」』）》〉】〕〗]/u

/** Ideographs that do not begin at a whole number of 字. */
function strays(lines: readonly Line[]): readonly string[] {
  return lines.flatMap((line) =>
    placesOf(line)
      .filter(([text, at]) => HAN.test(text) && Math.abs(at - Math.round(at)) > 1e-3)
      .map(([text, at]) => `${text} at ${at}`),
  )
}

const way = fc.record({ indent: fc.nat(2), autospace: fc.boolean(), vertical: fc.boolean() })

describe("laws of a strict grid", () => {
  test("every ideograph begins at a whole number of 字", () => {
    fc.assert(
      fc.property(paragraph, measure, way, (text, em, how) => {
        expect(strays(lay(text, em, how))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test("no character is lost, doubled or moved, and no line is over its measure, but for one stop", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 3, max: 41 }), way, (text, em, how) => {
        const lines = lay(text, em, how)
        expect(words(lines).join("")).toBe(text)
        lines.forEach((line, i) => {
          expect(line.to).toBe(lines[i + 1]?.from ?? text.length)
          if (!line.strained) expect(line.x + line.width).toBeLessThan(em * SIZE + 0.01)
          const [last] = placesOf(line).filter(([, at]) => at >= em - 1e-3)
          if (last && !line.strained) expect(last[0]).toMatch(/[，、。．：；！？\s\u3000\p{M}]/u)
        })
      }),
      { numRuns: 400 },
    )
  })

  test("a mark begins a line only behind another one, and no opening mark ends one", () => {
    fc.assert(
      fc.property(paragraph, measure, way, (text, em, how) => {
        const lines = lay(text, em, how)
        lines.slice(1).forEach((line, i) => {
          if (lines[i]!.strained) return
          const [before, start] = [text[line.from - 1]!, text[line.from]!]
          if (!CLOSING.test(before))
            expect(start).not.toMatch(/[，、。．：；！？”’」』）》〉】·％%]/u)
          expect(before).not.toMatch(/[“‘「『（《〈【￥№]/u)
        })
      }),
      { numRuns: 300 },
    )
  })

  test("nothing is squeezed or stretched", () => {
    fc.assert(
      fc.property(paragraph, measure, (text, em) => {
        for (const { squeeze, expand, looseness } of lay(text, em))
          expect([squeeze, expand, looseness]).toEqual([0, 0, 0])
      }),
      { numRuns: 50 },
    )
  })
})

describe("marks in a grid", () => {
  test("keep whole cells everywhere, at the edges of lines too", () => {
    const [first, second] = lay("“江。”（岸），瑞河市的人。", 8)
    expect(placesOf(first!).map(([, at]) => at)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(placesOf(second!)[0]).toEqual(["瑞", 0])
  })

  test("a stop that overflows hangs; a second mark begins the next line", () => {
    const [first, second] = lay("瑞河市的港口。”江岸", 6)
    expect(textOf(first!)).toBe("瑞河市的港口。")
    expect(first!.width / SIZE).toBe(6)
    expect(first!.full).toBe(true)
    expect(first!.strained).toBe(false)
    expect(placesOf(first!).at(-1)).toEqual(["。", 6])
    expect(placesOf(second!)).toEqual([
      ["”", 0],
      ["江", 1],
      ["岸", 2],
    ])
  })

  test("before a bracket that may not begin a line, a character moves down and its cell stays empty", () => {
    expect(words(lay("瑞河市（江岸区）人", 7))).toEqual(["瑞河市（江岸", "区）人"])
    expect(words(lay("瑞河市区人（江岸区", 6))).toEqual(["瑞河市区人", "（江岸区"])
  })

  test("centred stops of traditional text do not hang in horizontal lines", () => {
    const cells = collect("瑞河市的港口。江岸", [{ from: 0, to: 9, faces: song, size: SIZE }], {
      ...NEWSPAPER,
      trim: false,
      language: "hant",
    })
    const lines = setParagraph(cells, {
      measure: pt(6 * SIZE),
      indent: pt(0),
      align: "justify",
      endMarks: "grid",
      columnBreaks: [],
      breaking: "total",
    })
    expect(words(lines)).toEqual(["瑞河市的港", "口。江岸"])
  })

  test("the last line is not one lone character where the one before it can give one", () => {
    expect(words(lay("瑞河市的港口人。", 6))).toEqual(["瑞河市的港", "口人。"])
  })
})

describe("Western text in a grid", () => {
  test("takes whole cells, what is left at its edges by half an em at the most", () => {
    const [line] = lay("江GPS岸", 9)
    const [, g, , , after] = placesOf(line!)
    expect(after![1]).toBe(3)
    expect(g![1] - 1).toBeGreaterThan(0)
    expect(g![1] - 1).toBeLessThanOrEqual(0.5)
  })

  test("half-em digits fill their cells; with space beside Western text one more is taken", () => {
    expect(placesOf(lay("江2026岸", 9)[0]!).map(([, at]) => at)).toEqual([0, 1, 1.5, 2, 2.5, 3])
    expect(placesOf(lay("江2026岸", 9, { autospace: true })[0]!).map(([, at]) => at)).toEqual([
      0, 1.5, 2, 2.5, 3, 4,
    ])
    expect(placesOf(lay("江3岸", 9)[0]!).map(([, at]) => at)).toEqual([0, 1.25, 2])
  })

  test("opens the spaces between its words before its edges have more than a quarter em", () => {
    const [line] = lay("江World Fair岸", 20)
    const places = placesOf(line!)
    const space = places.findIndex(([text]) => text === " ")
    const width = places[space + 1]![1] - places[space]![1]
    expect(width).toBeGreaterThan(0.3)
    expect(width).toBeLessThanOrEqual(0.5)
    expect(places[1]![1] - 1).toBeGreaterThanOrEqual(0.25)
  })

  test("typed spaces at its edges are that white, and one between ideographs is a cell", () => {
    expect(placesOf(lay("江 GPS 岸", 9)[0]!).at(-1)).toEqual(["岸", 3])
    expect(placesOf(lay("林 舟", 9)[0]!).at(-1)).toEqual(["舟", 2])
  })

  test("is cut without a hyphen where the line is full, numbers and short words are not", () => {
    const lines = lay("瑞河市的international港口", 7)
    expect(words(lines)).toEqual(["瑞河市的inter", "national港口"])
    expect(lines.some(({ strained }) => strained)).toBe(false)
    expect(words(lay("瑞河市区12.6%的", 6))).toEqual(["瑞河市区", "12.6%的"])
    expect(words(lay("瑞河市区的人GPS港口", 7))).toEqual(["瑞河市区的人", "GPS港口"])
  })

  test("a hyphen that was typed for a line's end takes part in its cells", () => {
    const [line] = lay("江岸的inter\u00adnational港口", 6)
    expect(textOf(line!)).toBe("江岸的inter\u00ad")
    expect(line!.x + line!.width).toBeCloseTo(6 * SIZE, 6)
  })

  test("a number longer than a line is divided all the same, and the line says so", () => {
    const lines = lay("123456789012", 3)
    expect(words(lines).join("")).toBe("123456789012")
    expect(lines[0]!.strained).toBe(true)
  })
})

describe("in a grid", () => {
  test("a measure that is no whole number of 字 spreads its cells evenly, last lines alike", () => {
    for (const line of lay("天亮时渡口的船开了，灯还没熄，对岸有人喊着要过江来啊。", 6.5)) {
      const at = placesOf(line).map(([, x]) => x)
      at.forEach((x, i) => expect(x).toBeCloseTo(i * (5.5 / 5), 3))
    }
  })

  test("an indent is whole cells", () => {
    expect(placesOf(lay("江岸", 9, { indent: 1.5 })[0]!)).toEqual([
      ["江", 2],
      ["岸", 3],
    ])
  })

  test("a line ends at an original break, short", () => {
    const lines = lay("瑞河市的港口在清晨开航", 9, { columnBreaks: [4] })
    expect(words(lines)).toEqual(["瑞河市的", "港口在清晨开航"])
    expect(lines[0]!.end).toBe("columnBreak")
  })

  test("what stands upright in one cell of a vertical line is in the grid; words are turned in runs", () => {
    const [line] = lay("江20日Ruihe岸！？人", 20, { vertical: true })
    expect(placesOf(line!).filter(([text]) => !/[a-zR]/u.test(text))).toEqual([
      ["江", expect.closeTo(0)],
      ...[
        ["2", 1],
        ["0", 1],
        ["日", 2],
        ["岸", 6],
        ["！", 7],
        ["？", 7],
        ["人", 8],
      ].map(([text, at]) => [text, expect.closeTo(at as number)]),
    ])
  })

  test("tracking leaves ideographs in their cells", () => {
    expect(strays(lay("瑞河市的港口在清晨", 5, { run: { tracking: 0.1 } }))).toEqual([])
  })

  test("readings that need room spread their characters over whole cells; what is beside them stays", () => {
    const ruby = { text: "zhuàng zhuàng zhuàng", item: 0, faces: song }
    const text = "江岸壮壮壮的茶园"
    const cells = collect(
      text,
      [
        { from: 0, to: 2, faces: song, size: SIZE },
        { from: 2, to: 5, faces: song, size: SIZE, beside: { ruby } },
        { from: 5, to: 8, faces: song, size: SIZE },
      ],
      { ...NEWSPAPER, indent: 0, trim: false },
    )
    const [line] = setParagraph(cells, {
      measure: pt(12 * SIZE),
      indent: pt(0),
      align: "justify",
      endMarks: "grid",
      columnBreaks: [],
      breaking: "total",
    })
    const places = placesOf(line!)
    expect(places[0]![1]).toBe(0)
    expect(places.at(-1)![1] % 1).toBe(0)
    expect(places[3]![1] - places[2]![1]).toBeGreaterThan(1)
    const readings = line!.beside!.flatMap((one) => (one.kind === "ruby" ? [one.x] : []))
    readings.slice(1).forEach((x, i) => expect(x - readings[i]!).toBeGreaterThan(SIZE))
  })

  test("behind a tab the cells are counted from its stop", () => {
    const [line] = lay("茶GPS叶\t江GPS岸", 20, { tabs: "9.5l" })
    const han = placesOf(line!).filter(([text]) => HAN.test(text))
    expect(han).toEqual([
      ["茶", 0],
      ["叶", 3],
      ["江", 9.5],
      ["岸", 12.5],
    ])
  })
})
