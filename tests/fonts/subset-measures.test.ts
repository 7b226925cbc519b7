import { describe, expect, it } from "vitest"
import { advancesOf, measureFace } from "../../fonts/subset/measures.ts"
import { put16, put32 } from "../../fonts/subset/sfnt.ts"
import { shopFace, tableFace } from "../build/pdf-face.ts"
import { boxGlyph, tablesWith } from "../build/pdf-sfnt.ts"

describe("a face's measures", () => {
  it("are those of its tables, in thousandths of an em", () => {
    expect(measureFace(shopFace("song-900"))).toMatchObject({ italicAngle: 0, weight: 900 })
  })

  it("are scaled from the face's own units", () => {
    const tables = tablesWith([boxGlyph(0, 0, 9)])
    put16(tables.get("head")!, 36, -512)
    put16(tables.get("hhea")!, 4, 1920)
    const os2 = new Uint8Array(96)
    put16(os2, 0, 4)
    put16(os2, 4, 700)
    put16(os2, 88, 1434)
    const post = new Uint8Array(32)
    put32(post, 4, 0x100000000 - 12 * 0x10000)
    tables.set("OS/2", os2).set("post", post)
    expect(measureFace(tableFace(tables, 2048))).toEqual({
      bounds: [-250, 0, 0, 0],
      ascent: 937.5,
      descent: 0,
      capHeight: 700.195,
      italicAngle: -12,
      weight: 700,
    })
  })

  it("fall back to what every face has when OS/2 is missing", () => {
    const tables = tablesWith([boxGlyph(0, 0, 9)])
    put16(tables.get("hhea")!, 4, 880)
    expect(measureFace(tableFace(tables))).toMatchObject({ capHeight: 880, weight: 400 })
  })
})

describe("advances", () => {
  it("are those of hmtx, the last one standing for all glyphs after it", () => {
    const tables = tablesWith([boxGlyph(0, 0, 9), boxGlyph(0, 0, 9), boxGlyph(0, 0, 9)])
    put16(tables.get("hhea")!, 34, 2)
    const advance = advancesOf(tableFace(tables))
    expect([0, 1, 2].map(advance)).toEqual([500, 510, 510])
  })

  it("agree with what the compositor is told", () => {
    const song = shopFace("song-400")
    const advance = advancesOf(song)
    for (const char of "瑞河，a—·1") {
      const glyph = song.glyphOf(char.codePointAt(0)!)
      expect(advance(glyph)).toBeCloseTo(song.advance(glyph) * 1000, 3)
    }
  })
})
