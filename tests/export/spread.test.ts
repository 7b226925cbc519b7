import { rmSync } from "node:fs"
import { dirname } from "node:path"
import { describe, expect, it } from "vitest"
import { joinLists } from "../../layouts/display/join-lists.ts"
import type { DisplayList, Item } from "../../layouts/display/list.ts"
import { pt } from "../../layouts/units.ts"
import { sheetsOf } from "../../layouts/issue/facing-pages.ts"
import { pdfOf } from "../build/pdf-paint.ts"
import { INKS, OPTIONS, pageOf, PRESS, setLine } from "../build/pdf-page.ts"
import { ask, layDown, platesIn, readBack, seenCharacters } from "../build/pdf-readers.ts"

function panel(left: number, right: number, ink: string): Item {
  const path = [
    ["M", left, 100],
    ["L", right, 100],
    ["L", right, 140],
    ["L", left, 140],
    ["Z"],
  ] as const
  return { kind: "fill", ink, path }
}

const LEFT: DisplayList = pageOf([setLine("左边二版", { x: 20 }), panel(150, 240, "black")], "A2")
const RIGHT: DisplayList = pageOf([setLine("右边三版", { x: 30 }), panel(-40, 50, "red")], "A3")

describe("two pages as one sheet", () => {
  const joined = joinLists(LEFT, RIGHT)

  it("are as wide as both, in the order of reading", () => {
    expect(joined.page).toBe("A2-A3")
    expect(joined.trim).toEqual({ width: 400, height: 300 })
    const file = layDown(pdfOf([joined]))
    expect(readBack(file)).toEqual({ poppler: "左边二版右边三版", mupdf: "左边二版右边三版" })
    const boxes = ask("pdfinfo", "-box", file)
    expect(boxes).toMatch(/^TrimBox: +(\S+) +(\S+) +/m)
    const [, left, , right] = /^TrimBox: +(\S+) +(\S+) +(\S+)/m.exec(boxes)!.map(Number)
    expect(right! - left!).toBeCloseTo(400, 2)
    const edge = left!
    const seen = new Map(seenCharacters(file).map(({ char, x }) => [char, x - edge]))
    expect(seen.get("左")).toBeCloseTo(20, 1)
    expect(seen.get("右")).toBeCloseTo(230, 1)
    rmSync(dirname(file), { recursive: true })
  })

  it("are cut where the other begins, and bleed on the outer edges alone", async () => {
    const file = layDown(pdfOf([joined], PRESS, { ...OPTIONS, marks: false }))
    const plates = await platesIn(file, 72)
    rmSync(dirname(file), { recursive: true })
    const edge = LEFT.bleed
    const inked = (name: string): readonly [number, number] => {
      const { ink, width } = plates.get(name)!
      const row = [
        ...ink.subarray(Math.round(120 + edge) * width, Math.round(120 + edge) * width + width),
      ]
      return [row.findIndex((v) => v > 128) - edge, row.findLastIndex((v) => v > 128) + 1 - edge]
    }
    const near = (span: readonly [number, number], from: number, to: number): void => {
      expect(Math.abs(span[0] - from)).toBeLessThan(1.1)
      expect(Math.abs(span[1] - to)).toBeLessThan(1.1)
    }
    near(inked("Black"), 150, 200)
    near(inked("Magenta"), 200, 250)
  })

  it("keep their inks, of which one name means one thing", () => {
    expect(joined.inks).toEqual(INKS)
    const other: DisplayList = { ...RIGHT, inks: [{ name: "red", cmyk: [0, 1, 0.5, 0] }] }
    expect(() => joinLists(LEFT, other)).toThrow(/red has two values/)
    const more: DisplayList = { ...RIGHT, inks: [{ name: "river", cmyk: [1, 0.5, 0, 0] }] }
    expect(joinLists(LEFT, more).inks.map(({ name }) => name)).toContain("river")
    expect(joinLists({ ...LEFT, bleed: pt(0) }, RIGHT).bleed).toBe(RIGHT.bleed)
  })
})

describe("the sheets of an issue", () => {
  it("hold the pages that face each other at the fold: 2 and 3, 4 and 5 of a section", () => {
    expect(sheetsOf(["A1", "A2", "A3", "A4", "B2", "B3", "C5", "特"])).toEqual([
      ["A1"],
      ["A2", "A3"],
      ["A4"],
      ["B2", "B3"],
      ["C5"],
      ["特"],
    ])
  })

  it("leave a page alone whose partner is not asked for, or comes elsewhere", () => {
    expect(sheetsOf(["A3", "A2", "A4", "B5"])).toEqual([["A2", "A3"], ["A4"], ["B5"]])
    expect(sheetsOf([])).toEqual([])
  })
})
