import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Glyphs } from "../../layouts/display/list.ts"
import { pt } from "../../layouts/units.ts"
import { showLetters } from "../../main/export/pdf/text.ts"
import { fillTypecases, letterOf } from "../../main/export/pdf/typecase.ts"
import { shopFace } from "../build/pdf-face.ts"
import { operatorsOf, readText } from "../build/pdf-paint.ts"
import { pageOf, PRESS, setLine } from "../build/pdf-page.ts"

/** How far a glyph may be from its place, pt. */
const DRIFT = 0.001

function textLine(run: Glyphs): string {
  return operatorsOf([run]).find((line) => line.startsWith("BT"))!
}

describe("letters of a face", () => {
  it("are numbered from 1 in the order of first use over all pages", () => {
    const lists = [pageOf([setLine("河河港")]), pageOf([setLine("港茶")], "A2")]
    const typecase = fillTypecases(lists, PRESS.face).get("song-400")!
    expect(typecase.letters.map(({ code, text }) => `${code}${text}`)).toEqual([
      "1河",
      "2港",
      "3茶",
    ])
  })

  it("tell one glyph read in two ways apart", () => {
    const song = shopFace("song-400")
    const lists = [pageOf([setLine("『“", { features: ["vert"] })])]
    const letters = fillTypecases(lists, PRESS.face).get("song-400")!.letters
    expect(letters[0]!.glyph).toBe(letters[1]!.glyph)
    expect(letters.map(({ text }) => text)).toEqual(["『", "“"])
    expect(letters[0]!.width).toBe(song.advance(letters[0]!.glyph) * 1000)
  })

  it("must all have been in the lists", () => {
    const typecase = fillTypecases([pageOf([setLine("河")])], PRESS.face).get("song-400")!
    expect(() => letterOf(typecase, 1, "无")).toThrow(/no letter/)
  })

  it("of another face have codes of their own", () => {
    const items = [setLine("河"), setLine("山", { face: "hei-700" })]
    const cases = fillTypecases([pageOf(items)], PRESS.face)
    expect([...cases.values()].map(({ name }) => name)).toEqual(["F1", "F2"])
    expect([...cases.values()].map(({ letters }) => letters[0]!.code)).toEqual([1, 1])
  })
})

describe("a line of text", () => {
  it("set solid is one string without adjustments", () => {
    expect(textLine(setLine("瑞河港口", { x: 20, y: 40, size: 9 }))).toBe(
      "BT 1 0 0 1 20 260 Tm [<0001000200030004>] TJ ET",
    )
  })

  it("is pulled together by positive adjustments, in thousandths of an em", () => {
    expect(textLine(setLine("瑞河港", { size: 10, tracking: -0.5 }))).toContain(
      "[<0001>50<0002>50<0003>]",
    )
  })

  it("names its font once while it stays the same", () => {
    const operators = operatorsOf([setLine("瑞"), setLine("河"), setLine("港", { size: 10 })])
    expect(operators.filter((line) => line.endsWith("Tf"))).toEqual(["/F1 9 Tf", "/F1 10 Tf"])
  })

  it("with raised glyphs gets a baseline for each stretch", () => {
    const run = { ...setLine("瑞河港", { x: 0, y: 100, size: 10 }), dy: [0, 2, 2] }
    expect(textLine(run)).toBe(
      "BT 1 0 0 1 0 200 Tm [<0001>] TJ 1 0 0 1 10 198 Tm [<00020003>] TJ ET",
    )
  })

  it("without glyphs or size paints nothing", () => {
    expect(operatorsOf([setLine(""), setLine("瑞", { size: 0 })])).toEqual([""])
  })

  it("refuses lengths that are none", () => {
    expect(() => operatorsOf([{ ...setLine("瑞河"), dx: [0, Number.NaN] }])).toThrow(RangeError)
  })

  it("puts every glyph where the list has it, however long and however spaced", () => {
    const song = shopFace("song-400")
    const glyph = fc.constantFrom(..."瑞河茶山，。a1—·").map((c) => song.glyphOf(c.codePointAt(0)!))
    const step = fc.double({ min: -3, max: 30, noNaN: true })
    const run = fc.record({
      size: fc.double({ min: 4, max: 80, noNaN: true }),
      x: fc.double({ min: -20, max: 1200, noNaN: true }),
      letters: fc.array(fc.tuple(glyph, step), { minLength: 1, maxLength: 60 }),
    })
    fc.assert(
      fc.property(run, ({ size, x, letters }) => {
        let pen = 0
        const dx = letters.map(([, gap]) => (pen += gap))
        const glyphs = letters.map(([id]) => id)
        const texts = letters.map(() => "字")
        const base = { ...setLine("字", { x, size }), glyphs, dx, texts }
        const typecase = fillTypecases([pageOf([base])], PRESS.face).get("song-400")!
        const written = Math.round(size * 1000) / 1000
        const shown = readText(textLine(base), written, (code) => typecase.letters[code - 1]!.width)
        expect(shown.map(({ code }) => typecase.letters[code - 1]!.glyph)).toEqual(glyphs)
        shown.forEach((at, i) => expect(Math.abs(at.x - (x + dx[i]!))).toBeLessThan(DRIFT))
      }),
      { numRuns: 200 },
    )
  })

  it("counts each adjustment from where the pen truly stands", () => {
    const letters = Array.from({ length: 400 }, (_, i) => ({
      glyph: 1,
      text: "字",
      code: i + 1,
      hex: (i + 1).toString(16).padStart(4, "0"),
      width: 1000,
      hanging: null,
    }))
    const places = letters.map((_, i) => (i * 100) / 3 + i * i * 1e-4)
    const shown = `1 0 0 1 0 0 Tm [<${showLetters(letters, places, { size: 33.3 })}>] TJ`
    const read = readText(shown, 33.3, () => 1000)
    expect(read).toHaveLength(400)
    expect(Math.abs(read[399]!.x - places[399]!)).toBeLessThan(DRIFT / 10)
  })
})

describe("the baseline", () => {
  it("is turned from y down to y up number by number", () => {
    expect(textLine({ ...setLine("瑞"), y: pt(0.1234) })).toContain("1 0 0 1 20 299.877 Tm")
  })
})
