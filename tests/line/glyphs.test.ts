import { describe, expect, test } from "vitest"
import { CLASS } from "../../layouts/line/classes.ts"
import { collect } from "../../layouts/line/collect.ts"
import { pt } from "../../layouts/units.ts"
import { cellsOf, lay, library, NEWSPAPER, press, SIZE, song, textOf } from "../build/type.ts"

describe("a soft hyphen", () => {
  const hyphen = song[0]!.glyphOf(0x2d)
  const text =
    "河水由multi\u00adpara\u00admeter探头测得，数据传回江边的hydro\u00adgraph\u00adic小屋。"

  test("shows a hyphen at a line's right edge, and nothing inside a line", () => {
    let shown = 0
    let hidden = 0
    for (let measure = 9; measure <= 24; measure += 1)
      for (const line of lay(text, measure)) {
        const glyphs = line.runs.flatMap((run) => run.glyphs)
        const divided = textOf(line).endsWith("\u00ad")
        expect(glyphs.indexOf(hyphen)).toBe(divided ? glyphs.length - 1 : -1)
        hidden += textOf(line).slice(0, -1).includes("\u00ad") ? 1 : 0
        if (!divided) continue
        shown += 1
        const edge = line.runs.at(-1)!.dx.at(-1)! + song[0]!.advance(hyphen) * SIZE
        expect(edge).toBeCloseTo(line.width, 6)
        if (!line.strained) expect(line.x + line.width).toBeCloseTo(measure * SIZE, 6)
      }
    expect(shown).toBeGreaterThan(3)
    expect(hidden).toBeGreaterThan(3)
  })

  test.each(["江\u00ad上", "“\u00ad江上”", "江\u00ad"])("is nothing outside a word: %j", (text) => {
    const { kind, count } = cellsOf(text)
    expect([...kind]).not.toContain(CLASS.softHyphen)
    expect(count).toBe(text.length - 1)
  })

  test("shows nothing at a paragraph's end", () => {
    const [line] = lay("江上的multi\u00ad", 20)
    expect(line!.runs.flatMap((run) => run.glyphs)).not.toContain(hyphen)
  })
})

describe("a dash of two em", () => {
  test.each(["song", "hei", "kai", "fang"])("in %s text it is one unbroken line", (family) => {
    const faces = press.faces({ family, weight: 400 })
    const runs = [{ from: 0, to: 4, faces, size: SIZE }]
    const cells = collect("城——桥", runs, NEWSPAPER)
    expect(cells.width[1]).toBe(pt(2 * SIZE))
    const strokes = cells.glyphText.flatMap((text, i) => {
      if (!text.includes("—")) return []
      const ink = library.face(cells.fonts[cells.glyphFont[i]!]!.face.id).ink(cells.glyphs[i]!)
      const x = cells.glyphX[i]! / SIZE
      return [{ left: x + ink.left, right: x + ink.right }]
    })
    strokes
      .slice(1)
      .forEach((stroke, i) => expect(stroke.left).toBeLessThanOrEqual(strokes[i]!.right))
    expect(strokes[0]!.left).toBeGreaterThan(0)
    expect(strokes.at(-1)!.right).toBeLessThan(2)
    expect(strokes.at(-1)!.right - strokes[0]!.left).toBeGreaterThan(1.8)
  })
})
