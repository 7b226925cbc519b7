import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readTabStops, tabWords } from "../../layouts/issue/tab-stops.ts"
import { collect } from "../../layouts/line/collect.ts"
import type { Line } from "../../layouts/line/line.ts"
import { setTabbed } from "../../layouts/line/tabs.ts"
import { pt } from "../../layouts/units.ts"
import { setText } from "../../layouts/flow/set-paragraph.ts"
import type { Paragraph } from "../../layouts/issue/article.ts"
import { stylesheetFor } from "../../layouts/issue/style.ts"
import { para } from "../build/article.ts"
import { NEWSPAPER, press, SIZE, song, textOf } from "../build/type.ts"

interface Set {
  readonly measure?: number
  readonly indent?: number
  readonly tabs?: string
  readonly columnBreaks?: readonly number[]
}

function lay(text: string, { measure = 20, indent = 0, tabs, columnBreaks = [] }: Set = {}) {
  const cells = collect(text, [{ from: 0, to: text.length, faces: song, size: SIZE }], NEWSPAPER)
  const setting = {
    measure: pt(measure * SIZE),
    indent: pt(indent * SIZE),
    align: "justify",
    endMarks: "fit",
    breaking: "total",
    columnBreaks,
  } as const
  return setTabbed(cells, setting, tabs).lines
}

/** Where a character stands from the column's edge, em. */
function placeOf(line: Line, character: string): number {
  const texts = line.runs.flatMap((run) => run.texts)
  const dx = line.runs.flatMap((run) => run.dx)
  return (line.x + dx[texts.indexOf(character)]!) / SIZE
}

describe("tab stops as words", () => {
  it("reads what it writes, by rising place", () => {
    const stops = readTabStops("12r. 6.5l 16d 3c")!
    expect(stops.map(({ at }) => at)).toEqual([3, 6.5, 12, 16])
    expect(stops[2]).toEqual({ at: 12, align: "right", leader: true })
    expect(tabWords(stops)).toBe("3c 6.5l 12r. 16d")
  })

  it.each(["", "6", "l6", "0l", "6l  7l", "6l,7l", "999l", "-3r", Array(30).fill("2l").join(" ")])(
    "takes no stops from %j",
    (words) => expect(readTabStops(words)).toBeNull(),
  )
})

describe("a paragraph with tabs", () => {
  const sheet = stylesheetFor(SIZE)
  const rows = { pitch: pt(11.25), size: SIZE }
  const fresh = () => ({ ...para("明前毛尖\t一斤\t428.5元"), look: { tabs: "6l 12d." } })
  const linesOf = (paragraph: Paragraph, measure: number) =>
    setText(paragraph, sheet.body, {
      ...{ press, sheet, rows, measure: pt(measure * SIZE), story: [paragraph] },
      honours: () => false,
    }).lines

  it("is set warm as it is cold, at any measure after any other", () => {
    const warm = fresh()
    for (const measure of [20, 9, 14, 20, 4, 9])
      expect(linesOf(warm, measure)).toEqual(linesOf(fresh(), measure))
  })

  it("has white in place of its tabs where it is not set from the left", () => {
    const centred = { ...fresh(), look: { align: "right" } } as const
    expect(linesOf(centred, 20).map(textOf)).toEqual([fresh().text])
  })
})

describe("lines with tabs", () => {
  it("stands words at every second em where nothing else is set", () => {
    const [line] = lay("甲\t乙\t\t丙")
    expect(placeOf(line!, "乙")).toBeCloseTo(2)
    expect(placeOf(line!, "丙")).toBeCloseTo(6)
    expect(placeOf(lay("甲乙\t丙")[0]!, "丙")).toBeCloseTo(4)
  })

  it("counts stops from the column's edge, whatever the indent", () => {
    const [line] = lay("甲\t乙", { indent: 2, tabs: "8l" })
    expect(placeOf(line!, "甲")).toBeCloseTo(2)
    expect(placeOf(line!, "乙")).toBeCloseTo(8)
  })

  it("stands words to the right of, on and before their stops", () => {
    const right = lay("茶\t乙丙", { tabs: "12r" })[0]!
    expect(placeOf(right, "丙")).toBeCloseTo(11)
    const middle = lay("茶\t乙丙", { tabs: "12c" })[0]!
    expect(placeOf(middle, "乙")).toBeCloseTo(11)
    const points = ["茶\t3.25", "茶\t128.5"].map((text) =>
      placeOf(lay(text, { tabs: "12d" })[0]!, "."),
    )
    expect(points[0]).toBeCloseTo(points[1]!)
  })

  it("ends whole numbers where others have their points", () => {
    const whole = lay("茶\t128元", { tabs: "12d" })[0]!
    expect(placeOf(whole, "元")).toBeCloseTo(12)
  })

  it("leads dots to a stop, on one raster, read as nothing", () => {
    const lines = ["毛尖\t一百", "明前毛尖\t九十"].map((text) => lay(text, { tabs: "16r." })[0]!)
    const rasters = lines.map((line) => {
      const dots = line.runs.at(-1)!
      expect(dots.texts.every((text) => text === "")).toBe(true)
      expect(dots.dx.length).toBeGreaterThan(20)
      return (dots.dx[0]! / SIZE) * 3
    })
    const apart = rasters[1]! - rasters[0]!
    expect(apart).toBeGreaterThan(0)
    expect(apart).toBeCloseTo(Math.round(apart))
    expect(textOf(lines[0]!)).toBe("毛尖\t一百")
  })

  it("goes on with a new line when no stop is left", () => {
    const lines = lay("甲\t乙\t丙", { measure: 8, tabs: "4l 7l" })
    expect(lines.map(textOf)).toEqual(["甲\t乙\t丙"])
    const more = lay("甲\t乙\t丙\t丁", { measure: 8, tabs: "4l 7l" })
    expect(more.map(textOf)).toEqual(["甲\t乙\t丙\t", "丁"])
  })

  it("spreads words behind the last tab that fill the line", () => {
    const [first, second] = lay("主演\t林晓河、周一苇，领衔的还有瑞河市艺术团的全体演员", {
      measure: 12,
    })
    expect(first!.full).toBe(true)
    expect(placeOf(first!, "林")).toBeCloseTo(4)
    expect(second!.x).toBe(0)
  })

  it("ends a line at an original column break", () => {
    const lines = lay("甲\t乙丙丁", { columnBreaks: [3] })
    expect(lines.map(({ end }) => end)).toEqual(["columnBreak", "paragraph"])
  })

  const words = fc.string({
    unit: fc.constantFrom("河", "，", "「", "」", "。", "7", ".", "a", " ", "\t", "\t", "——"),
    minLength: 1,
    maxLength: 60,
  })

  it("tiles any text, never beyond the measure but for what cannot be divided", () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 0, max: 3 }),
        (text, measure, kind) => {
          const tabs = [undefined, "5r. 9d", "3c 6c", "1l 29r"][kind]
          const lines = lay(text, { measure, ...(tabs ? { tabs } : {}) })
          expect(lines.map(textOf).join("")).toBe(text)
          expect(lines[0]!.from).toBe(0)
          lines.slice(1).forEach((line, i) => expect(line.from).toBe(lines[i]!.to))
          expect(lines.at(-1)!.to).toBe(text.length)
          for (const line of lines) {
            const dx = line.stops.x
            expect(dx.every((x, i) => i === 0 || x >= dx[i - 1]!)).toBe(true)
            if (line.to - line.from > 2)
              expect(line.x + line.width).toBeLessThan((measure + 0.3) * SIZE)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
