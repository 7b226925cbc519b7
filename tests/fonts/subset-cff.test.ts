import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readCffNumbering } from "../../fonts/subset/cff.ts"
import { cutProgram } from "../../fonts/subset/program.ts"
import { cffTable, charsetList, charsetRuns } from "../build/pdf-cff.ts"
import { tableFace } from "../build/pdf-face.ts"
import { boxGlyph, tablesWith } from "../build/pdf-sfnt.ts"

const GB1 = { registry: "Adobe", ordering: "GB1", supplement: 5 }

describe("the numbering of a CFF program", () => {
  it("is the glyph ids for a name-keyed font", () => {
    const numbering = readCffNumbering(cffTable({ glyphs: 4, charset: null }))
    expect(numbering).toEqual({ collection: null, cids: [] })
  })

  it("is the charset for a CID-keyed font, written as a list", () => {
    const cff = cffTable({ glyphs: 4, charset: charsetList(7, 300, 4559) })
    expect(readCffNumbering(cff)).toEqual({ collection: GB1, cids: [0, 7, 300, 4559] })
  })

  it.each([1, 2] as const)("or as runs in format %i", (format) => {
    const cff = cffTable({ glyphs: 7, charset: charsetRuns(format, [96, 1], [500, 3]) })
    expect(readCffNumbering(cff)!.cids).toEqual([0, 96, 97, 500, 501, 502, 503])
  })

  it("of damaged bytes is null or a numbering, never a fault of ours", () => {
    const whole = cffTable({ glyphs: 5, charset: charsetRuns(2, [10, 3]) })
    const damage = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255), end: fc.nat(400) })
    fc.assert(
      fc.property(damage, ({ at, byte, end }) => {
        const broken = Uint8Array.from(whole.subarray(0, end))
        broken[at] = byte
        const numbering = readCffNumbering(broken)
        expect(numbering === null || Array.isArray(numbering.cids)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe("the program that a PDF embeds", () => {
  const glyf = tablesWith([boxGlyph(0, 0, 9), boxGlyph(1, 1, 9), boxGlyph(2, 2, 9)])

  it("is a subset for TrueType outlines", () => {
    const program = cutProgram(tableFace(glyf), [2])!
    expect(program).toMatchObject({ kind: "glyf", glyphs: [0, 2] })
  })

  it("is everything where the licence forbids to cut", () => {
    const face = { ...tableFace(glyf), embedding: "wholeOnly" as const }
    expect(cutProgram(face, [2])).toMatchObject({ kind: "glyf", glyphs: [0, 1, 2] })
  })

  it("is the bare CFF table for PostScript outlines", () => {
    const cff = cffTable({ glyphs: 2, charset: charsetList(9) })
    const program = cutProgram(tableFace(new Map([["CFF ", cff]])), [1])!
    expect(program).toMatchObject({ kind: "cff", collection: GB1, cids: [0, 9] })
    expect(program.bytes).toBe(cff)
  })

  it("is none for a face without outlines", () => {
    expect(cutProgram(tableFace(new Map()), [1])).toBeNull()
    expect(cutProgram(tableFace(new Map([["CFF ", Uint8Array.of(1, 2, 3)]])), [1])).toBeNull()
  })
})
