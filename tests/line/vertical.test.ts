import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Cells } from "../../layouts/line/cells.ts"
import type { GlyphRun, Line } from "../../layouts/line/line.ts"
import { anyText, measure, paragraph } from "../build/chinese.ts"
import { cellsOf, lay, NEWSPAPER, SIZE, song, textOf } from "../build/type.ts"

const DOWN = { ...NEWSPAPER, vertical: { digits: 3 } }

/** A text as vertical cells, numbers of so many digits upright. */
function down(text: string, digits = 3): Cells {
  return cellsOf(text, { ...NEWSPAPER, vertical: { digits } })
}

/** The one line of a short text. */
function lineOf(text: string): Line {
  const [line] = lay(text, 100, { ...DOWN, indent: 0 })
  return line!
}

/** Every glyph of a line: what it shows, how it stands, where, em. */
function glyphsOf({ runs }: Line) {
  const em = (length: number): number => Math.round((length / SIZE) * 1000) / 1000
  return runs.flatMap((run: GlyphRun) =>
    run.texts.map((text, i) => ({
      text,
      glyph: run.glyphs[i]!,
      turned: run.turned === true,
      stretch: run.stretch ?? 1,
      along: em(run.dx[i]!),
      across: em(run.across![i]!),
    })),
  )
}

/** What stands how, as text: ↓ upright, ↻ turned, [] together in a cell. */
function stances(text: string, digits = 3): string {
  const { glyphFrom, glyphText, glyphFont, fonts, count } = down(text, digits)
  return Array.from({ length: count }, (_, cell) => {
    const [first, after] = [glyphFrom[cell]!, glyphFrom[cell + 1]!]
    const shown = glyphText.slice(first, after).join("")
    const turned = fonts[glyphFont[first]!]!.turned
    return turned ? `↻${shown}` : after - first > 1 && shown[0] !== "…" ? `[${shown}]` : `↓${shown}`
  }).join("")
}

describe("how characters stand on a vertical line", () => {
  test.each([
    ["港口，春。", "↓港↓口↓，↓春↓。"],
    ["长25里", "↓长[25]↓里"],
    ["长120里", "↓长[120]↓里"],
    ["历2031年", "↓历↻2↻0↻3↻1↓年"],
    ["用GPS测", "↓用↻G↻P↻S↓测"],
    ["甲A座", "↓甲↓A↓座"],
    ["第5号", "↓第↓5↓号"],
    ["升8.5%", "↓升↻8↻.↻5↻%"],
    ["热38℃", "↓热[38]↓℃"],
    ["潮——港", "↓潮↻——↓港"],
    ["潮……港", "↓潮↓……↓港"],
    ["京-沪", "↓京↻-↓沪"],
    ["好！？来", "↓好[！？]↓来"],
    ["好！！！来", "↓好[！！]↓！↓来"],
    ["罗·塞", "↓罗↓·↓塞"],
    ["船3～5艘", "↓船↓3↓～↓5↓艘"],
  ])("%s is %s", (text, wanted) => {
    expect(stances(text)).toBe(wanted)
  })

  test("the style says how long a number stands upright", () => {
    expect(stances("历2031年", 4)).toBe("↓历[2031]↓年")
    expect(stances("长120里", 2)).toBe("↓长↻1↻2↻0↓里")
  })

  test("a number in one cell is as wide as the line, each digit beside the last", () => {
    const digits = glyphsOf(lineOf("共120里")).filter(({ text }) => /\d/.test(text))
    expect(digits.map(({ across }) => across)).toEqual([-0.5, -0.167, 0.167])
    expect(new Set(digits.map(({ along }) => along)).size).toBe(1)
    expect(digits[0]!.stretch).toBeCloseTo(2 / 3, 6)
  })

  test("commas and stops are at the upper right of their cells, quotation marks are those of vertical text", () => {
    const [face] = song
    for (const mark of "，。、") {
      const { glyph, across } = glyphsOf(lineOf(`港${mark}口`))[1]!
      const ink = face!.ink(glyph)
      expect(across + ink.left).toBeGreaterThan(0)
      expect(ink.bottom).toBeGreaterThan(0.38)
    }
    const shown = (mark: string): number =>
      glyphsOf(lineOf(`港${mark}口`)).find(({ text }) => text === mark)!.glyph
    expect(shown("“")).toBe(face!.glyphOf(0xfe43))
    expect(shown("”")).toBe(face!.glyphOf(0xfe44))
    expect(shown("（")).not.toBe(face!.glyphOf(0xff08))
  })

  test("a dash is one unbroken stroke down the middle of the line", () => {
    const [, dash] = glyphsOf(lineOf("潮——港"))
    const ink = song[0]!.ink(dash!.glyph)
    expect(dash!.turned).toBe(true)
    expect(dash!.across + (ink.top + ink.bottom) / 2).toBeCloseTo(0, 2)
    expect(ink.right - ink.left).toBeGreaterThan(1.8)
  })

  test("： ； ！ ？ keep their whole cell, ， and 。 give at a line's end", () => {
    expect(
      [..."港：口；春！潮？来，去。"].map(
        (_, i) => down("港：口；春！潮？来，去。").width[i]! / SIZE,
      ),
    ).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5, 1, 0.5])
  })
})

/** A text without what vertical setting gives a cell of its own: numbers, single letters, ： ； ！ ？. */
function alike(text: string): string {
  return text
    .replaceAll(/[：；！？]/gu, "，")
    .replaceAll(/[￥№]?\d[\d.,:]*[%℃]?|[A-Za-z’-]+/gu, "某")
}

describe("laws of vertical lines", () => {
  test("no character is lost, doubled or moved, whatever the text", () => {
    fc.assert(
      fc.property(anyText, measure, (text, m) => {
        const lines = lay(text, m, DOWN)
        expect(lines.map(textOf).join("")).toBe(text)
        expect(lines[0]!.from).toBe(0)
        lines.forEach((line, i) => expect(line.to).toBe(lines[i + 1]?.from ?? text.length))
      }),
      { numRuns: 200 },
    )
  })

  test("lines end where horizontal ones do, but for cells of their own", () => {
    fc.assert(
      fc.property(paragraph, measure, (drawn, m) => {
        const text = alike(drawn)
        const across = lay(text, m).map(({ to, width }) => [to, width])
        expect(lay(text, m, DOWN).map(({ to, width }) => [to, width])).toEqual(across)
      }),
      { numRuns: 200 },
    )
  })

  test("full lines are as long as the measure, and all glyphs stand within it", () => {
    fc.assert(
      fc.property(paragraph, measure, (text, m) => {
        for (const line of lay(text, m, DOWN)) {
          const room = m * SIZE - line.x - line.width
          if (line.end === "line") expect(Math.abs(room)).toBeLessThan(0.01)
          else expect(room).toBeGreaterThan(-0.01)
          expect(line.vertical).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})
