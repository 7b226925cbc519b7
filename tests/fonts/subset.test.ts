import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { subsetGlyf, wholeGlyf } from "../../fonts/subset/glyf.ts"
import type { GlyfProgram } from "../../fonts/subset/glyf.ts"
import { assembleSfnt, checksum, u16, u32 } from "../../fonts/subset/sfnt.ts"
import { shopFace, shopFile, tableFace } from "../build/pdf-face.ts"
import { outlineReader } from "../build/pdf-outline.ts"
import { boxGlyph, compositeGlyph, tablesWith } from "../build/pdf-sfnt.ts"

const SONG = shopFace("song-400")
const originalOutline = outlineReader(readFileSync(shopFile("song-400")))
const GLYPHS_OF_SONG = u16(SONG.table("maxp")!, 4)
const glyphOfSong = fc.integer({ min: 0, max: GLYPHS_OF_SONG - 1 })

/** Offset and length of each table of a program, by tag. */
function directory(program: Uint8Array): Map<string, { at: number; length: number; sum: number }> {
  const tables = new Map<string, { at: number; length: number; sum: number }>()
  for (let entry = 12; entry < 12 + 16 * u16(program, 4); entry += 16) {
    const tag = String.fromCharCode(...program.subarray(entry, entry + 4))
    const [sum, at, length] = [4, 8, 12].map((part) => u32(program, entry + part))
    tables.set(tag, { at: at!, length: length!, sum: sum! })
  }
  return tables
}

function locaIsLong(program: GlyfProgram): boolean {
  return u16(program.bytes, directory(program.bytes).get("head")!.at + 50) === 1
}

function expectSameOutlines(program: GlyfProgram): void {
  const outline = outlineReader(program.bytes)
  program.glyphs.forEach((glyph, id) => expect(outline(id)).toBe(originalOutline(glyph)))
}

describe("a glyf subset", () => {
  it("draws every glyph as the face does, for small sets with a short loca", () => {
    fc.assert(
      fc.property(fc.uniqueArray(glyphOfSong, { minLength: 1, maxLength: 11 }), (glyphs) => {
        const program = subsetGlyf(SONG, glyphs)!
        expect(new Set(program.glyphs)).toEqual(new Set([0, ...glyphs]))
        expect(locaIsLong(program)).toBe(false)
        expectSameOutlines(program)
      }),
      { numRuns: 20 },
    )
  })

  it("draws every glyph as the face does, for large sets with a long loca", () => {
    fc.assert(
      fc.property(fc.uniqueArray(glyphOfSong, { minLength: 700, maxLength: 900 }), (glyphs) => {
        const program = subsetGlyf(SONG, glyphs)!
        expect(locaIsLong(program)).toBe(true)
        expectSameOutlines(program)
      }),
      { numRuns: 3 },
    )
  })

  it("goes over from the short loca to the long one where the offsets no longer fit", () => {
    const box = boxGlyph(0, 0, 100)
    const room = 2 * 0xffff
    const big = (length: number): Uint8Array => {
      const glyph = new Uint8Array(length)
      glyph.set(box)
      return glyph
    }
    const drawn = outlineReader(assembleSfnt(tablesWith([box, box])))(1)
    const fits = tableFace(tablesWith([box, big(room - box.length), box]))
    const over = tableFace(tablesWith([box, big(room - box.length + 2), box]))
    for (const [face, long] of [
      [fits, false],
      [over, true],
    ] as const) {
      const program = subsetGlyf(face, [1])!
      expect(locaIsLong(program)).toBe(long)
      expect(outlineReader(program.bytes)(1)).toBe(drawn)
    }
  })

  it("is the same for the same set, in whatever order and however often glyphs are named", () => {
    const set = fc.uniqueArray(glyphOfSong, { minLength: 2, maxLength: 40 })
    fc.assert(
      fc.property(set, (glyphs) => {
        const once = subsetGlyf(SONG, glyphs)!
        const again = subsetGlyf(SONG, [...glyphs].reverse().concat(glyphs))!
        expect(Buffer.compare(once.bytes, again.bytes)).toBe(0)
        expect(again.glyphs).toEqual(once.glyphs)
      }),
      { numRuns: 20 },
    )
  })

  it("leaves the face's own bytes alone", () => {
    const before = Buffer.from(SONG.table("head")!).toString("hex")
    subsetGlyf(SONG, [1, 2, 3])
    expect(Buffer.from(SONG.table("head")!).toString("hex")).toBe(before)
  })
})

describe("the program's tables", () => {
  it("sum up as the format wants", () => {
    const { bytes } = subsetGlyf(SONG, [500, 600, 7000])!
    expect(checksum(bytes, 0, bytes.length)).toBe(0xb1b0afba)
    for (const [tag, { at, length, sum }] of directory(bytes)) {
      const table = Uint8Array.from(bytes.subarray(at, at + length))
      if (tag === "head") table.fill(0, 8, 12)
      expect(checksum(table, 0, table.length)).toBe(sum)
      expect(at % 4).toBe(0)
    }
  })

  it("are those that a PDF needs, listed by tag", () => {
    const tags = [...directory(subsetGlyf(SONG, [1])!.bytes).keys()]
    expect(tags).toEqual(["glyf", "head", "hhea", "hmtx", "loca", "maxp"])
  })

  it("write a shared advance at the end of hmtx only once", () => {
    const han = [..."瑞河茶山铁路"].map((char) => SONG.glyphOf(char.codePointAt(0)!))
    const { bytes, glyphs } = subsetGlyf(SONG, han)!
    const tables = directory(bytes)
    expect(u16(bytes, tables.get("hhea")!.at + 34)).toBe(1)
    expect(tables.get("hmtx")!.length).toBe(4 + 2 * (glyphs.length - 1))
  })
})

describe("composite glyphs", () => {
  const half = 1 << 13
  const glyphs = [
    boxGlyph(0, 0, 500),
    boxGlyph(10, 10, 80, 7),
    boxGlyph(200, 300, 100),
    new Uint8Array(0),
    compositeGlyph([{ glyph: 2, x: 5, y: 6 }], 4),
    compositeGlyph([
      { glyph: 4, x: 300, y: -20 },
      { glyph: 1, x: 20, y: -30, transform: [half] },
      { glyph: 2, x: -400, y: 900, transform: [half, 2 * half - 1] },
      { glyph: 1, x: 7, y: 8, transform: [0, half, -half, 0] },
    ]),
  ]
  const tables = tablesWith(glyphs)
  const face = tableFace(tables)
  const original = outlineReader(assembleSfnt(tables))

  it("bring their parts, and the parts of those, under new numbers", () => {
    const program = subsetGlyf(face, [5])!
    expect(program.glyphs).toEqual([0, 1, 2, 4, 5])
    const outline = outlineReader(program.bytes)
    program.glyphs.forEach((glyph, id) => expect(outline(id)).toBe(original(glyph)))
    expect(outline(4)).toContain("M")
  })

  it("and simple ones lose their hints", () => {
    const { bytes } = subsetGlyf(face, [1, 4])!
    expect(Buffer.from(bytes).includes(Buffer.alloc(4, 0x4f))).toBe(false)
    expect(u16(bytes, directory(bytes).get("maxp")!.at + 26)).toBe(0)
  })

  it("that contain themselves do not stop the press", () => {
    const ring = tablesWith([
      boxGlyph(0, 0, 9),
      compositeGlyph([{ glyph: 2, x: 0, y: 0 }]),
      compositeGlyph([{ glyph: 1, x: 0, y: 0 }]),
    ])
    expect(subsetGlyf(tableFace(ring), [1])!.glyphs).toEqual([0, 1, 2])
  })
})

describe("a damaged face", () => {
  it("is subset without a fault of ours, whatever its bytes say", () => {
    const tables = tablesWith([boxGlyph(0, 0, 9), compositeGlyph([{ glyph: 0, x: 1, y: 1 }], 3)])
    const damage = fc.record({
      tag: fc.constantFrom(...tables.keys()),
      at: fc.nat(60),
      byte: fc.nat(255),
      length: fc.nat(60),
    })
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (faults) => {
        const broken = new Map([...tables].map(([tag, table]) => [tag, Uint8Array.from(table)]))
        for (const { tag, at, byte, length } of faults) {
          const table = broken.get(tag)!
          table[at] = byte
          if (byte > 200) broken.set(tag, table.subarray(0, length))
        }
        const program = subsetGlyf(tableFace(broken), [0, 1, 7])
        if (program !== null) expect(program.glyphs.slice(0, 2)).toEqual([0, 1])
      }),
      { numRuns: 300 },
    )
  })

  it("without outlines gives no program", () => {
    expect(subsetGlyf(tableFace(new Map()), [1])).toBeNull()
    expect(wholeGlyf(tableFace(new Map()))).toBeNull()
  })
})

describe("a face that its licence wants whole", () => {
  it("keeps its glyph ids and its hints", () => {
    const tables = tablesWith([boxGlyph(0, 0, 9), boxGlyph(1, 1, 9, 5)])
    tables.set("prep", Uint8Array.of(1, 2, 3))
    const program = wholeGlyf(tableFace(tables))!
    expect(program.glyphs).toEqual([0, 1])
    expect([...directory(program.bytes).keys()]).toContain("prep")
    expect(Buffer.from(program.bytes).includes(Buffer.alloc(5, 0x4f))).toBe(true)
  })
})
