import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { DisplayList } from "../../layouts/display/list.ts"
import { pt } from "../../layouts/units.ts"
import { toUnicode } from "../../main/export/pdf/character-map.ts"
import { stampOf } from "../../main/export/pdf/metadata.ts"
import { factor, length } from "../../main/export/pdf/numbers.ts"
import type { PdfPress, PictureBytes } from "../../main/export/pdf/order.ts"
import { freshPlates } from "../../main/export/pdf/plates.ts"
import { sheetOf } from "../../main/export/pdf/sheet.ts"
import { writePdf } from "../../main/export/pdf/write.ts"
import { cffTable, charsetList } from "../build/pdf-cff.ts"
import { shopFace, tableFace } from "../build/pdf-face.ts"
import { pdfOf, streamsOf } from "../build/pdf-paint.ts"
import { OPTIONS, pageOf, PRESS, setLine } from "../build/pdf-page.ts"
import { boxGlyph, tablesWith } from "../build/pdf-sfnt.ts"

const PAGE = pageOf([setLine("瑞河港口开行首班茶山列车"), setLine("茶", { face: "song-900" })])

function latin1(file: Uint8Array): string {
  return Buffer.from(file).toString("latin1")
}

describe("numbers", () => {
  it("have three decimals at most and no exponent", () => {
    expect([1 / 3, -0.0001, 1e-9, 1105.5117, 20, -2.5].map(length)).toEqual([
      ...["0.333", "0", "0", "1105.512", "20", "-2.5"],
    ])
  })

  it("of a matrix have seven", () => {
    expect([0.96592582628, -1e-7, 1e-9, 0.0000012].map(factor)).toEqual([
      ...["0.9659258", "-0.0000001", "0", "0.0000012"],
    ])
  })

  it("that are none are refused", () => {
    expect(() => length(Number.NaN)).toThrow(RangeError)
  })
})

describe("the boxes of a page", () => {
  it("nest: trim in bleed in media, all on the page itself", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.integer({ min: 0, max: 30 }), (marks, bleed) => {
        const sheet = sheetOf({ ...pageOf([]), bleed: pt(bleed) }, marks)
        const within = ([l, b, r, t]: readonly number[], outer: readonly number[]): boolean =>
          l! >= outer[0]! && b! >= outer[1]! && r! <= outer[2]! && t! <= outer[3]!
        expect(within(sheet.trim, sheet.bleed) && within(sheet.bleed, sheet.media)).toBe(true)
        expect(sheet.media.slice(0, 2)).toEqual([0, 0])
        expect(sheet.trim[2] - sheet.trim[0]).toBeCloseTo(200, 3)
      }),
    )
  })

  it("are the trim alone without bleed and marks", () => {
    const { media, bleed, trim } = sheetOf({ ...pageOf([]), bleed: pt(0) }, false)
    expect([media, bleed, trim]).toEqual(Array(3).fill([0, 0, 200, 300]))
  })
})

describe("crop marks", () => {
  it("lie outside the bleed, in the colour of all plates, and only when asked for", () => {
    const [marked] = streamsOf(pdfOf([PAGE])).filter(({ text }) => text.includes("/All CS"))
    const { bleed } = sheetOf(PAGE, true)
    const marks = /q \/All CS 1 SCN ([\s\S]*?) S Q/.exec(marked!.text)![1]!
    const lines = [...marks.matchAll(/(\S+) (\S+) m (\S+) (\S+) l/g)]
    expect(lines).toHaveLength(8)
    for (const [, ...ends] of lines) {
      const [x1, y1, x2, y2] = ends.map(Number) as [number, number, number, number]
      const out = (from: number, to: number, low: number, high: number): boolean =>
        Math.max(from, to) < low || Math.min(from, to) > high
      expect(out(x1, x2, bleed[0], bleed[2]) || out(y1, y2, bleed[1], bleed[3])).toBe(true)
    }
    const plain = writePdf([PAGE], PRESS, { ...OPTIONS, marks: false })
    expect(plain.ok && latin1(plain.value)).not.toContain("/All")
  })
})

describe("a ToUnicode map", () => {
  it("writes blocks of a hundred, and characters beyond the basic plane as two units", () => {
    const letters = Array.from({ length: 205 }, (_, i) => [i.toString(16).padStart(4, "0"), "河"])
    const map = toUnicode([...letters, ["00cd", "𫖯"], ["00ce", "——"], ["00cf", ""]] as [
      string,
      string,
    ][])
    expect(map.match(/^\d+ beginbfchar$/gm)).toEqual([
      ...["100 beginbfchar", "100 beginbfchar", "8 beginbfchar"],
    ])
    expect(map).toContain("<00cd> <d86dddaf>")
    expect(map).toContain("<00ce> <20142014>")
    expect(map).toContain("<00cf> <>")
  })
})

describe("time", () => {
  it("is written in PDF's way and in XMP's, with the zone it came with", () => {
    expect(stampOf("2031-05-04T22:15:00+08:00")).toEqual({
      pdf: "D:20310504221500+08'00'",
      xmp: "2031-05-04T22:15:00+08:00",
    })
    expect(stampOf("2031-05-04T14:15:09.250Z")).toEqual({
      pdf: "D:20310504141509Z",
      xmp: "2031-05-04T14:15:09Z",
    })
  })

  it("without a zone is refused", () => {
    expect(() => stampOf("2031-05-04T14:15:09")).toThrow(RangeError)
  })
})

describe("metadata", () => {
  it("says the same in Info and in XMP, which stays readable", () => {
    const title = "瑞河日报 <A1> & 副刊\u0007"
    const made = writePdf([PAGE], PRESS, { ...OPTIONS, title })
    const file = Buffer.from(made.ok ? made.value : []).toString("utf8")
    expect(file).toContain(">瑞河日报 &lt;A1&gt; &amp; 副刊 </rdf:li>")
    expect(file).toContain(
      `/Title <FEFF${Buffer.from("瑞河日报 <A1> & 副刊 ", "utf16le").swap16().toString("hex").toUpperCase()}>`,
    )
    expect(file).toContain("/CreationDate (D:20310504221500+08'00')")
    expect(file).toContain("<xmp:CreateDate>2031-05-04T22:15:00+08:00</xmp:CreateDate>")
    expect(file).toContain("/Trapped /False")
    expect(file).toMatch(/\/ID \[ <[0-9a-f]{32}> <[0-9a-f]{32}> \]/)
  })
})

describe("a file", () => {
  it("opens with a version that PDF/X-1a allows and has a plain cross-reference table", () => {
    const file = latin1(pdfOf([PAGE]))
    expect(file).toMatch(/^%PDF-1\.4\n%/)
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)![1])
    expect(file.slice(start, start + 5)).toBe("xref\n")
    const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)]
    offsets.forEach(([, at], i) =>
      expect(file.slice(Number(at)).startsWith(`${i + 1} 0 obj\n`)).toBe(true),
    )
    expect(offsets.length).toBeGreaterThan(10)
  })

  it("holds one font a face, whatever the number of pages", () => {
    const pages = ["A1", "A2", "A3"].map((page) => pageOf([setLine("瑞河"), setLine("港")], page))
    const file = latin1(pdfOf(pages))
    expect(file.match(/\/Subtype \/Type0\b/g)).toHaveLength(1)
    expect(file.match(/\/FontFile2/g)).toHaveLength(1)
    expect(file.match(/\/Type \/Page\b/g)).toHaveLength(3)
    expect(file).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSerifSC-Regular/)
  })

  it("stores a picture of two pages once, a CMYK JPEG of Adobe's kind turned back", () => {
    const jpeg = Uint8Array.from([
      ...[0xff, 0xd8, 0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 2],
      ...[0xff, 0xda, 0, 2, 0, 0],
    ])
    const photo: PictureBytes = {
      ...{ width: 2, height: 2, space: "cmyk", bits: 8, coding: "jpeg" },
      bytes: jpeg,
    }
    const press: PdfPress = { ...PRESS, picture: () => photo }
    const box = { x: pt(0), y: pt(0), width: pt(10), height: pt(10) }
    const crop = { x: 0, y: 0, width: 1, height: 1 }
    const page = pageOf([{ kind: "image", picture: "photo", box, crop }])
    const file = latin1(pdfOf([page, page], press))
    expect(file.match(/\/Subtype \/Image/g)).toHaveLength(1)
    expect(file).toContain("/Decode [ 1 0 1 0 1 0 1 0 ]")
    expect(file).toContain("/ColorSpace /DeviceCMYK")
  })

  it("holds no RGB and no transparency", () => {
    const file =
      latin1(pdfOf([PAGE])) +
      streamsOf(pdfOf([PAGE]))
        .map(({ text }) => text)
        .join("\n")
    expect(file).not.toMatch(/DeviceRGB|\/SMask|\/ca |\/CA |\/Group/)
    expect(file).not.toMatch(/ (rg|RG)$/m)
  })
})

describe("fonts that cannot go into a PDF", () => {
  const press = (face: ReturnType<typeof tableFace>): PdfPress => ({ ...PRESS, face: () => face })

  it("are a fault with a sentence when the licence forbids it", () => {
    for (const embedding of ["forbidden", "bitmapOnly"] as const) {
      const made = writePdf([PAGE], press({ ...shopFace("song-400"), embedding }), OPTIONS)
      expect(made).toMatchObject({ ok: false })
      expect(!made.ok && made.say.zh).toContain("NotoSerifSC-Regular")
    }
  })

  it("are a fault when they have no outlines", () => {
    expect(writePdf([PAGE], press(tableFace(new Map())), OPTIONS)).toMatchObject({ ok: false })
  })
})

describe("PostScript outlines", () => {
  it("go in as a bare CFF table, shown by CID through a map from our codes", () => {
    const tables = tablesWith([boxGlyph(0, 0, 9), boxGlyph(0, 0, 9), boxGlyph(0, 0, 9)])
    tables.delete("glyf")
    tables.set("CFF ", cffTable({ glyphs: 3, charset: charsetList(77, 4559) }))
    const run = { ...setLine("河山河"), glyphs: [2, 1, 2], texts: ["河", "山", "“"] }
    const face = { ...tableFace(tables), postScriptName: "瑞河 Fang(1)" }
    const file = pdfOf([pageOf([run])], { ...PRESS, face: () => face })
    const streams = streamsOf(file)
    const encoding = streams.find(({ dict }) => dict.includes("/Type /CMap"))!
    expect(encoding.text).toContain("<0001> 4559\n<0002> 77\n<0003> 4559\n")
    expect(encoding.dict).toContain("/Ordering (GB1)")
    expect(streams.some(({ dict }) => dict.includes("/Subtype /CIDFontType0C"))).toBe(true)
    expect(latin1(file)).toMatch(/\/W \[ 77 \[ 510 \] 4559 \[ 520 \] \]/)
    expect(latin1(file)).toMatch(/\/BaseFont \/[A-Z]{6}\+Fang1\b/)
  })
})

describe("the same lists", () => {
  const chars = fc.constantFrom(..."瑞河港口茶山铁路，。“”——报社校对")
  const text = fc.array(chars, { minLength: 1, maxLength: 12 }).map((all) => all.join(""))
  const page = fc
    .array(fc.tuple(text, fc.constantFrom("song-400", "song-900")), { minLength: 1, maxLength: 4 })
    .map((lines) => pageOf(lines.map(([line, face]) => setLine(line, { face }))))

  it("give the same bytes", () => {
    expect(Buffer.compare(pdfOf([PAGE]), pdfOf([PAGE]))).toBe(0)
  })

  it("give the same bytes on plates that stood through any history", () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 5 }), (history) => {
        const plates = freshPlates()
        const write = (list: DisplayList, on = plates): Uint8Array => {
          const made = writePdf([list], PRESS, OPTIONS, on)
          return made.ok ? made.value : new Uint8Array(0)
        }
        for (const list of history) {
          expect(Buffer.compare(write(list), write(list, freshPlates()))).toBe(0)
        }
      }),
      { numRuns: 25 },
    )
  })

  it("give another identity when a word, the title or the time changes", () => {
    const ids = [
      writePdf([PAGE], PRESS, OPTIONS),
      writePdf([pageOf([setLine("瑞河")])], PRESS, OPTIONS),
      writePdf([PAGE], PRESS, { ...OPTIONS, title: "瑞河晚报" }),
      writePdf([PAGE], PRESS, { ...OPTIONS, at: "2031-05-05T00:00:00+08:00" }),
    ].map((made) => (made.ok ? /\/ID \[ <(\w+)>/.exec(latin1(made.value))![1] : ""))
    expect(new Set(ids).size).toBe(4)
  })
})
