import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { MAX_BYTES, decodeText } from "../../main/import/decode.ts"
import type { Decoded } from "../../main/import/decode.ts"
import type { Say } from "../../layouts/finding.ts"
import { importBytes } from "../build/import-bytes.ts"
import { gb18030, glued, utf16 } from "../build/import-encode.ts"

const COPY =
  "# 瑞河港首航\r\n\r\n本报讯（记者 林一川）9月14日，满载茶叶的货轮驶出瑞河港。“船到瑞河，货通天下。”\r\n"

function decoded(bytes: Uint8Array): Decoded {
  const result = decodeText(bytes)
  if (!result.ok) throw new Error(result.say.en)
  return result.value
}

function refused(bytes: Uint8Array): Say {
  const result = decodeText(bytes)
  if (result.ok) throw new Error(`decoded as ${result.value.encoding}`)
  expect(result.say.zh).toMatch(/\p{Script=Han}.*。$/u)
  expect(result.say.en).toMatch(/[A-Za-z].*\.$/)
  return result.say
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe("the encoding of copy", () => {
  it.each([
    ["utf-8", utf8(COPY)],
    ["utf-8", glued([0xef, 0xbb, 0xbf], utf8(COPY))],
    ["utf-16le", utf16(COPY, "le")],
    ["utf-16be", utf16(COPY, "be")],
    ["utf-16le", glued([0xff, 0xfe], utf16(COPY, "le"))],
    ["utf-16be", glued([0xfe, 0xff], utf16(COPY, "be"))],
    ["gb18030", gb18030(COPY)],
    ["gb18030", glued([0x84, 0x31, 0x95, 0x33], gb18030(COPY))],
  ])("is found to be %s (case %#) and nothing is lost", (encoding, bytes) => {
    const found = decoded(bytes)
    expect(found.encoding).toBe(encoding)
    expect(found.text).toBe(COPY)
    expect(found.confidence).toBeGreaterThan(0.8)
    expect(found.why).toMatch(/\p{Script=Han}.* · .*[a-z]/u)
  })

  it("is found for plain ASCII and for UTF-16 of Latin text", () => {
    expect(decoded(utf8("12345\n")).encoding).toBe("utf-8")
    expect(decoded(utf16("Ruihe Daily, page 1\r\n", "le")).encoding).toBe("utf-16le")
  })

  it("reads the four-byte sequences of GB18030, inside the basic plane and beyond it", () => {
    const rare = "𠮷祥街的寿字楼，始建于清代。"
    expect(decoded(gb18030(rare)).text).toBe(rare)
    expect(decoded(glued(gb18030("桥名"), new Uint8Array([0x81, 0x39, 0xee, 0x39]))).text).toBe(
      "桥名㐀",
    )
  })

  it("reads any Chinese text back from any encoding", () => {
    const char = fc.constantFrom(...COPY.replace(/\s/g, ""), "，", "\n", "港", "茶", "山")
    const text = fc
      .array(char, { minLength: 30, maxLength: 200 })
      .map((all) => `${all.join("")}。\n`)
    fc.assert(
      fc.property(text, (copy) => {
        for (const bytes of [utf8(copy), gb18030(copy), utf16(copy, "le"), utf16(copy, "be")]) {
          expect(decoded(bytes).text).toBe(copy)
        }
      }),
      { numRuns: 100 },
    )
  })

  it("is less sure where GB18030 gives few everyday characters", () => {
    const odd = decoded(new Uint8Array([0x41, 0xe9, 0xe8, 0x20, 0xf0, 0xe1, 0xfa, 0xc1, 0x2e]))
    expect(odd.encoding).toBe("gb18030")
    expect(odd.confidence).toBeLessThan(0.6)
  })
})

describe("files that are no copy", () => {
  it("are refused with their reason", () => {
    expect(refused(new Uint8Array()).zh).toContain("空")
    expect(refused(utf8("%PDF-1.7\n%âãÏÓ")).en).toContain("PDF")
    expect(refused(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0])).en).toContain("ZIP")
    expect(refused(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])).en).toContain("PNG")
    expect(refused(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])).en).toContain("program")
    expect(refused(new Uint8Array([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])).en).toContain("UTF-32")
    expect(refused(utf8("瑞河\u0000港\u0001\u0002")).en).toContain("control")
    expect(refused(utf8("\u0001\u0002\u0003 abc")).en).toContain("control")
    expect(refused(new Uint8Array([0xff, 0xff, 0xff, 0x41])).en).toContain("encoding")
    expect(refused(glued([0xef, 0xbb, 0xbf], new Uint8Array([0xe7, 0x91]))).en).toContain("damaged")
  })

  it("that are UTF-8 with a damaged place are not read as other characters", () => {
    const bytes = utf8(COPY.repeat(3))
    bytes[60] = 0xff
    expect(refused(bytes).en).toMatch(/damaged at byte (?:59|6\d)/)
    expect(refused(utf8(COPY).subarray(0, 60)).en).toContain("damaged")
  })

  it("never make the reader throw, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const result = importBytes(bytes)
        if (!result.ok) expect(result.say.zh).not.toBe("")
      }),
      { numRuns: 400 },
    )
  })
})

describe("large files", () => {
  it("over the limit are refused", () => {
    expect(refused(new Uint8Array(MAX_BYTES + 1).fill(0x41)).en).toContain("50 MB")
  })

  it("of 49 MB are read in bounded time, in one line or in many", { timeout: 60_000 }, () => {
    const line = "瑞河港的船工们在清晨的薄雾里装卸茶叶，汽笛声一声长一声短。"
    for (const unit of [line, `${line.repeat(4)}\n\n`]) {
      const bytes = Buffer.from(unit)
      const file = new Uint8Array(
        Buffer.alloc(49 * 1024 * 1024 - ((49 * 1024 * 1024) % bytes.length), bytes),
      )
      const begun = performance.now()
      const result = importBytes(file)
      expect(performance.now() - begun).toBeLessThan(20_000)
      expect(result.ok && result.value.articles.length).toBe(1)
    }
  })
})
