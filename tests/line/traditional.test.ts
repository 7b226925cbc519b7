import { describe, expect, it } from "vitest"
import type { Face } from "../../fonts/face.ts"
import { collect } from "../../layouts/line/collect.ts"
import type { LineStyle } from "../../layouts/line/cells.ts"
import { CLASS } from "../../layouts/line/classes.ts"
import { NEWSPAPER, SIZE, song, steps, lay } from "../build/type.ts"

const HANT: LineStyle = { ...NEWSPAPER, indent: 0, language: "hant", level: "basic" }

function cellsOf(text: string, style: LineStyle, faces: readonly Face[] = song) {
  return collect(text, [{ from: 0, to: text.length, faces, size: SIZE }], style)
}

/** Where the middle of each glyph's ink stands, em: from the left of its cell, and above the baseline. */
function middles(text: string, style: LineStyle) {
  const cells = cellsOf(text, style)
  return cells.glyphs.map((glyph, i) => {
    const ink = cells.fonts[cells.glyphFont[i]!]!.face.ink(glyph)
    const x = cells.glyphX[i]! / SIZE + (ink.left + ink.right) / 2
    const y = (cells.raised.get(i) ?? 0) / SIZE + (ink.top + ink.bottom) / 2
    return [x, y] as const
  })
}

describe("stops of traditional text", () => {
  it("stand in the middle of whole cells", () => {
    const cells = cellsOf("，。、：；！？", HANT)
    expect([...cells.width].map((width) => width / SIZE)).toEqual([1, 1, 1, 1, 1, 1, 1])
    expect([...cells.kind].every((kind) => kind === CLASS.wholeMark)).toBe(true)
    for (const [x] of middles("，。、：；！？", HANT)) expect(x).toBeCloseTo(0.5)
    for (const [, y] of middles("，。、", HANT)) expect(y).toBeCloseTo(0.38)
    expect([...cells.moved]).toEqual(["song-400"])
  })

  it("take no white from their neighbours but that of brackets", () => {
    const gaps = (text: string) => [...cellsOf(text, HANT).gap].map((gap) => gap / SIZE)
    expect(gaps("河」，「橋。燈")).toEqual([0, 0, 0, 0, 0, 0])
    expect(gaps("河」「橋「燈")).toEqual([0, 0.5, 0, 0.5, 0])
  })

  it("are as they were in simplified text", () => {
    const [hans, plain] = [
      cellsOf("河，橋。", { ...HANT, language: "hans" }),
      cellsOf("河，橋。", NEWSPAPER),
    ]
    expect([...hans.width]).toEqual([...plain.width])
    expect(hans.moved.size).toBe(0)
  })

  it("are found centred by their ink, whatever the text's language", () => {
    const middle: Face = {
      ...song[0]!,
      glyphOf: (code) => song[0]!.glyphOf(code),
      advance: () => 1,
      ink: () => ({ left: 0.4, right: 0.6, bottom: 0.3, top: 0.5 }),
    }
    const cells = cellsOf("河，橋。", NEWSPAPER, [middle])
    expect([...cells.width].map((width) => width / SIZE)).toEqual([1, 1, 1, 1])
    expect(cells.moved.size).toBe(0)
  })

  it("take a face's own form where it has one", () => {
    const own = song[0]!.glyphOf("囗".codePointAt(0)!)
    const face: Face = {
      ...song[0]!,
      shape: (text, features, language) => {
        const shaped = song[0]!.shape(text, features)
        return language === "ZHT " ? { ...shaped, glyphs: [own] } : shaped
      },
    }
    const cells = cellsOf("，", HANT, [face])
    expect(cells.glyphs).toEqual([own])
    expect(cells.moved.size).toBe(0)
  })

  it("stand in the middle of vertical cells too", () => {
    const cells = cellsOf("河，橋。", { ...HANT, vertical: { digits: 2 } })
    expect([...cells.width].map((width) => width / SIZE)).toEqual([1, 1, 1, 1])
    for (const i of [1, 3]) {
      const { face } = cells.fonts[cells.glyphFont[i]!]!
      const ink = face.ink(cells.glyphs[i]!)
      expect(cells.glyphAcross![i]! / SIZE + (ink.left + ink.right) / 2).toBeCloseTo(0)
      expect(cells.glyphX[i]! / SIZE - (ink.top + ink.bottom) / 2).toBeCloseTo(0.5)
    }
  })
})

describe("widths of marks", () => {
  const text = "河（橋）燈，水。岸"
  const set = (marks: LineStyle["marks"], trim = true) =>
    steps(lay(text, 20, { ...NEWSPAPER, indent: 0, trim, ...(marks ? { marks } : {}) })[0]!)

  it("are half for all but sentence stops in 开明", () => {
    const cells = cellsOf(text, { ...NEWSPAPER, marks: "kaiming" })
    expect([...cells.gap].map((gap) => gap / SIZE)).toEqual([0, 0, 0, 0, 0, 0, 0, 0.5])
    expect(set("kaiming")).not.toEqual(set(undefined))
  })

  const gapsIn = (words: string, marks: NonNullable<LineStyle["marks"]>): readonly number[] => {
    const { gap, gapMin } = cellsOf(words, { ...NEWSPAPER, marks })
    expect([...gapMin]).toEqual([...gap])
    return [...gap].map((one) => Math.round((one / SIZE) * 100) / 100)
  }

  it("are whole but at the edges of lines in 行末半角, marks in a row too", () => {
    expect(gapsIn(text, "edges")).toEqual([0.5, 0, 0, 0.5, 0, 0.5, 0, 0.5])
    expect(gapsIn("水。”“岸，》江！！灯", "edges")).toEqual([0, 0.5, 1, 0, 0, 0.5, 0.5, 0, 0, 0])
    const [first] = lay("“河水漫过石桥，岸上有人", 8, { ...NEWSPAPER, indent: 0, marks: "edges" })
    expect(first!.squeeze).toBe(0)
    expect(first!.runs[0]!.dx[0]).toBeCloseTo(-0.5 * SIZE)
  })

  it("are seven tenths of a cell in CCT, and never give way", () => {
    expect(gapsIn(text, "cct")).toEqual([0.2, 0, 0, 0.2, 0, 0.2, 0, 0.2])
    expect(gapsIn("水。”岸", "cct")).toEqual([0, 0, 0.2])
  })

  it("leave words as they are in 全身, with space beside them where it is wanted", () => {
    const whole = { ...NEWSPAPER, trim: false, autospace: true }
    const { gap, expandStep } = cellsOf("江，GPS 岸", whole)
    expect([...gap].map((one) => one / SIZE)).toEqual([0, 0, 0, 0, 0, 0.25])
    expect([...expandStep].slice(2, 4)).toEqual([0, 0])
  })

  it("are half for all in 半角, and whole in 全身", () => {
    const half = cellsOf(text, { ...NEWSPAPER, marks: "half" })
    expect([...half.gap].every((gap) => gap === 0)).toBe(true)
    const whole = cellsOf(text, { ...NEWSPAPER, trim: false })
    expect([...whole.width].map((width) => width / SIZE)).toEqual(Array(9).fill(1))
  })
})
