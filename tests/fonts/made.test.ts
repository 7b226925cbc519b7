import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Face } from "../../fonts/face.ts"
import {
  drawingsUsed,
  facesWithMade,
  isMadeFace,
  madeFaces,
  type MadeDrawing,
} from "../../fonts/made/made-face.ts"
import { outlineData, readOutline } from "../../fonts/made/outline-path.ts"
import { subsetGlyf } from "../../fonts/subset/glyf.ts"
import { measureFace } from "../../fonts/subset/measures.ts"
import { song } from "../build/type.ts"

const SQUARE = "M100 200H900V800H100Z"
const RING = "M100 100L900 100L900 900L100 900Z M300 300C300 500 500 500 500 300Z"
const DRAWINGS: readonly MadeDrawing[] = [
  { character: "\u{f0000}", reading: "⿰氵恩", path: SQUARE },
  { character: "𰻝", reading: "𰻝", path: RING },
]

describe("an outline as path data", () => {
  it("is read with all lines and curves of SVG, relative ones too", () => {
    const same = ["M0 0L10 0L10 10Z", "m0,0 10,0 0,10z", "M0 0h10v10z", "M0,0L10-0L10 1e1Z"]
    for (const data of same) expect(outlineData(readOutline(data)!)).toBe("M0 0L10 0L10 10Z")
    expect(outlineData(readOutline("M0 0Q50 100 100 0T200 0Z")!)).toBe(
      "M0 0Q50 100 100 0Q150 -100 200 0Z",
    )
    expect(readOutline("M0 0C0 50 100 50 100 0S200 -50 200 0Z")![0]).toHaveLength(17)
  })

  it.each(["", "L1 1", "M0 0A5 5 0 0 1 9 9Z", "M0 0L1", "M0 0 L a", "<svg>", "M0 0L5 5!"])(
    "is not read from %j",
    (data) => {
      const read = readOutline(data)
      expect(read === null || read.length === 0).toBe(true)
    },
  )

  it("never throws, and reads back what it writes", () => {
    const number = fc.integer({ min: -200, max: 1200 })
    const quad = fc.tuple(number, number, number, number)
    fc.assert(
      fc.property(fc.array(quad, { minLength: 2, maxLength: 9 }), (curves) => {
        const data = `M1 2${curves.map((curve) => `Q${curve.join(" ")}`).join("")}Z`
        const once = outlineData(readOutline(data)!)
        expect(outlineData(readOutline(once)!)).toBe(once)
      }),
    )
    fc.assert(fc.property(fc.string(), (data) => void readOutline(`M${data}`)))
    for (const data of ["ML1 1", "MH5", "MC0 0 1 1 2 2Z", "MQ0 0 1 1", "mS1 1 2 2"])
      expect(readOutline(data)).toBeNull()
  })
})

describe("the faces of made glyphs", () => {
  const [face, other] = madeFaces(DRAWINGS) as [Face, Face]

  it("have them under their characters, one em wide, their ink where it was drawn", () => {
    expect(isMadeFace(face.id)).toBe(true)
    const glyph = face.glyphOf(0xf0000)
    expect(face.advance(glyph)).toBe(1)
    expect(face.ink(glyph)).toEqual({ left: 0.1, right: 0.9, top: 0.68, bottom: 0.08 })
    expect(face.outline(glyph)).toBe("M100 680L900 680L900 80L100 80Z")
    expect(face.glyphOf("河".codePointAt(0)!)).toBe(0)
    expect(face.shape("\u{f0000}", []).glyphs).toEqual([glyph])
  })

  it("are read as their characters are", () => {
    expect(face.reading!("\u{f0000}")).toBe("⿰氵恩")
    expect(face.reading!("河")).toBe("河")
  })

  it("are cut and measured like a shipped face", () => {
    const glyphs = [face.glyphOf(0xf0000)]
    const program = subsetGlyf(face, glyphs)!
    expect(program.glyphs).toEqual([0, ...glyphs])
    expect(measureFace(face)).toMatchObject({ ascent: 880, descent: -120, weight: 400 })
  })

  it("are the same for the same drawings, and none without a sound one", () => {
    expect(madeFaces(DRAWINGS)).toBe(madeFaces(DRAWINGS))
    expect(madeFaces([...DRAWINGS])[1]).toBe(other)
    expect(madeFaces([{ ...DRAWINGS[0]! }])[0]!.id).toBe(face.id)
    expect(madeFaces([{ ...DRAWINGS[0]!, path: "none" }])).toEqual([])
    expect(madeFaces(undefined)).toEqual([])
  })

  it("change with their own outline, and with no other glyph's", () => {
    const redrawn = madeFaces([{ ...DRAWINGS[0]!, path: RING }, DRAWINGS[1]!])
    expect(redrawn[0]!.id).not.toBe(face.id)
    expect(redrawn[1]!.id).toBe(other.id)
    const moved = madeFaces([{ ...DRAWINGS[0]!, character: "\u{f0001}" }])
    expect(moved[0]!.id).not.toBe(face.id)
    expect(drawingsUsed(DRAWINGS, new Set([other.id, "song-400"]))).toEqual([DRAWINGS[1]])
  })

  it("stand behind all others", () => {
    const faces = facesWithMade(() => song, [face, other])
    const list = faces({ family: "song", weight: 400 })
    expect(list.slice(-2)).toEqual([face, other])
    expect(faces({ family: "song", weight: 400 })).toBe(list)
  })
})
