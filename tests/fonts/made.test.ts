import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  facesWithMade,
  isMadeFace,
  madeFace,
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

describe("a face of made glyphs", () => {
  const face = madeFace(DRAWINGS)!

  it("has them under their characters, one em wide, their ink where it was drawn", () => {
    expect(isMadeFace(face.id)).toBe(true)
    const glyph = face.glyphOf(0xf0000)
    expect(face.advance(glyph)).toBe(1)
    expect(face.ink(glyph)).toEqual({ left: 0.1, right: 0.9, top: 0.68, bottom: 0.08 })
    expect(face.outline(glyph)).toBe("M100 680L900 680L900 80L100 80Z")
    expect(face.glyphOf("河".codePointAt(0)!)).toBe(0)
    expect(face.shape("\u{f0000}", []).glyphs).toEqual([glyph])
  })

  it("is read as its characters are", () => {
    expect(face.reading!("\u{f0000}")).toBe("⿰氵恩")
    expect(face.reading!("河")).toBe("河")
  })

  it("is cut and measured like a shipped face", () => {
    const glyphs = [...DRAWINGS].map(({ character }) => face.glyphOf(character.codePointAt(0)!))
    const program = subsetGlyf(face, glyphs)!
    expect(program.glyphs).toEqual([0, ...glyphs.toSorted((a, b) => a - b)])
    expect(measureFace(face)).toMatchObject({ ascent: 880, descent: -120, weight: 400 })
  })

  it("is the same for the same drawings, and none without a sound one", () => {
    expect(madeFace(DRAWINGS)).toBe(face)
    expect(madeFace([...DRAWINGS])!.id).toBe(face.id)
    expect(madeFace([{ ...DRAWINGS[0]!, path: RING }])!.id).not.toBe(face.id)
    expect(madeFace([{ ...DRAWINGS[0]!, path: "none" }])).toBeNull()
    expect(madeFace(undefined)).toBeNull()
  })

  it("stands behind all others", () => {
    const faces = facesWithMade(() => song, face)
    const list = faces({ family: "song", weight: 400 })
    expect(list.at(-1)).toBe(face)
    expect(faces({ family: "song", weight: 400 })).toBe(list)
  })
})
