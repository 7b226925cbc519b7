import fc from "fast-check"
import { deflateSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { unpack } from "../../main/preflight/read/filters.ts"
import { END, lexerOf, nextValue } from "../../main/preflight/read/lexer.ts"
import { dictOf, textOf, type Value } from "../../main/preflight/read/values.ts"

const valueOf = (text: string): Value => {
  const value = nextValue(lexerOf(Buffer.from(text, "latin1")))
  if (value === END) throw new Error("no value")
  return value
}

const unpacked = (dict: string, bytes: Uint8Array): Uint8Array | null =>
  unpack(bytes, dictOf(valueOf(dict))!, (value) => value ?? null)?.bytes ?? null

describe("filters", () => {
  it("undo what the standard's own examples are packed with", () => {
    const lzw = Uint8Array.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01])
    expect([...unpacked("<< /Filter /LZWDecode >>", lzw)!]).toEqual([
      45, 45, 45, 45, 45, 65, 45, 45, 45, 66,
    ])
    const runs = Uint8Array.from([2, 7, 8, 9, 254, 5, 128])
    expect([...unpacked("<< /Filter /RunLengthDecode >>", runs)!]).toEqual([7, 8, 9, 5, 5, 5])
    const base = Buffer.from('87cURD]i,"Ebo80~>')
    expect(Buffer.from(unpacked("<< /Filter /A85 >>", base)!).toString()).toBe("Hello World!")
    const hex = Buffer.from("48 65 6C 6c 6F 2>")
    expect(Buffer.from(unpacked("<< /Filter /AHx >>", hex)!).toString()).toBe("Hello ")
  })

  it("undo PNG's and TIFF's predictors", () => {
    const rows = Buffer.from([1, 10, 1, 1, 2, 1, 1, 1, 3, 4, 4, 4, 4, 2, 2, 2])
    const parms = "/DecodeParms << /Predictor 15 /Columns 3 >>"
    const png = unpacked(`<< /Filter /FlateDecode ${parms} >>`, deflateSync(rows))!
    expect([...png]).toEqual([10, 11, 12, 11, 12, 13, 9, 14, 17, 11, 16, 19])
    const tiff = "/DecodeParms << /Predictor 2 /Columns 2 /Colors 2 >>"
    const plain = unpacked(
      `<< /Filter /FlateDecode ${tiff} >>`,
      deflateSync(Buffer.from([1, 2, 3, 4])),
    )
    expect([...plain!]).toEqual([1, 2, 4, 6])
  })

  it("answer null for damage, never throw", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom("FlateDecode", "LZWDecode", "RunLengthDecode", "A85", "AHx", "Unknown"),
        (bytes, filter) => {
          const read = unpacked(`<< /Filter /${filter} >>`, bytes)
          expect(read === null || read instanceof Uint8Array).toBe(true)
        },
      ),
    )
    expect(unpacked("<< /Filter /Unknown >>", new Uint8Array(3))).toBeNull()
  })

  it("answer null for what would be more than a stream may have, and never throw", () => {
    const zeros = Buffer.alloc(65 * 1024 * 1024, "z")
    expect(unpacked("<< /Filter /A85 >>", zeros)).toBeNull()
    expect(unpacked("<< /Filter /A85 >>", zeros.subarray(0, 5))).toEqual(new Uint8Array(20))
    const wide = "/Columns 999999 /Colors 999999 /BitsPerComponent 999999"
    const parms = `/DecodeParms << /Predictor 15 ${wide} >>`
    const packed = deflateSync(new Uint8Array(100))
    expect(unpacked(`<< /Filter /FlateDecode ${parms} >>`, packed)).toBeNull()
  })
})

describe("objects", () => {
  it("are read as they are written", () => {
    expect(valueOf("[1 -2.5 .5 +3 4-5 true null /A#20B 7 0 R]")).toEqual([
      ...[1, -2.5, 0.5, 3, 4, true, null],
      { name: "A B" },
      { ref: 7 },
    ])
    expect(textOf(valueOf("(a\\(b\\)\\n\\101 (c) \\\nd)"))).toBe("a(b)\nA (c) d")
    expect(textOf(valueOf("<FEFF745E 6CB3>"))).toBe("瑞河")
  })
})
