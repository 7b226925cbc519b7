import { deflateSync } from "node:zlib"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { preflight } from "../../main/preflight/preflight.ts"
import { SHIPPED_CONDITIONS } from "../../main/conditions/shelf.ts"
import { OPTIONS } from "../build/pdf-page.ts"
import { pdfOf } from "../build/pdf-paint.ts"
import { preflighted, rulesOf } from "../build/preflighted.ts"
import { motleyPages } from "../build/press-pages.ts"
import { rawPdf } from "../build/raw-pdf.ts"

const answer = (bytes: Uint8Array) =>
  preflight(bytes, () => ({ standard: "x4", condition: SHIPPED_CONDITIONS[0]! }))

const form = (stream: string) => ({ dict: "/Subtype /Form /BBox [0 0 300 300]", stream })

describe("files that want to do harm, or are harmed", () => {
  it.each([
    ["nothing at all", new Uint8Array(0), /no PDF/],
    ["a text", Buffer.from("稿件\n"), /no PDF/],
    ["a head alone", Buffer.from("%PDF-1.4\n"), /cut off/],
    ["an encrypted file", rawPdf({ trailer: "/Encrypt << /Filter /Standard >>" }), /encrypted/],
  ])("%s is a sentence", async (_, bytes, said) => {
    const told = await answer(bytes)
    expect(told.ok).toBe(false)
    if (!told.ok) expect(told.say.en).toMatch(said)
  })

  it("a file that is cut anywhere is a sentence, never a report", async () => {
    const whole = rawPdf({ content: "0 0 0 1 k 20 20 50 50 re f" })
    for (let size = 0; size < whole.length - 8; size += 7)
      expect((await answer(whole.subarray(0, size))).ok).toBe(false)
  })

  it("a file whose cross-references lie is read, and said to be damaged", async () => {
    const text = Buffer.from(rawPdf({ content: "1 0 0 rg 20 20 50 50 re f" })).toString("latin1")
    const moved = Buffer.from(text.replace("1 0 obj", "%%%%%%%%%\n1 0 obj"), "latin1")
    const told = rulesOf(await preflighted(moved))
    expect(told).toContain("error file/damaged")
    expect(told).toContain("error colour/rgb")
  })

  it("bytes that were changed or left out never throw", async () => {
    const { lists, press } = await motleyPages()
    const whole = pdfOf(lists, press, OPTIONS)
    const small = rawPdf({
      content: "BI /W 2 /H 2 /BPC 8 /CS /RGB ID 123456789012\nEI BT /F 9 Tf (x) Tj ET /X Do",
      resources: "/XObject << /X 10 0 R >> /Font << /F 11 0 R >>",
      objects: [form("0 1 0 rg 1 1 9 9 re f"), "<< /Type /Font /Subtype /Type3 /Widths [1 2 3] >>"],
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(whole, ...Array.from({ length: 9 }, () => small)),
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), {
          maxLength: 40,
        }),
        fc.boolean(),
        async (bytes, changes, drop) => {
          const changed = Uint8Array.from(bytes)
          for (const [where, byte] of changes) changed[Math.floor(where * bytes.length)] = byte
          const from = Math.floor((changes[0]?.[0] ?? 0) * bytes.length)
          const cut = drop
            ? Buffer.concat([changed.subarray(0, from), changed.subarray(from + 30)])
            : changed
          const told = await answer(cut)
          if (told.ok) expect(Array.isArray(told.value.findings)).toBe(true)
          else expect(told.say.zh).toMatch(/。$/)
        },
      ),
      { numRuns: 150 },
    )
  }, 120_000)

  it.each([
    ["forms that show themselves", [form("/X Do /X Do /X Do")]],
    ["forms that show each other", [form("/Y Do /Y Do"), form("/X Do /X Do")]],
  ])(
    "%s come to an end",
    async (_, objects) => {
      const resources = "/XObject << /X 10 0 R /Y 11 0 R >>"
      const raw = rawPdf({ content: "/X Do", resources, objects })
      expect(rulesOf(await preflighted(raw))).toContain("warning file/cut")
    },
    60_000,
  )

  it("lists in lists, saved states and pages that hold themselves come to an end", async () => {
    const deep = `${"[".repeat(100_000)} ${"<<".repeat(100_000)} ${"q ".repeat(100_000)} 20 20 9 9 re f`
    expect((await answer(rawPdf({ content: deep }))).ok).toBe(true)
    const text = Buffer.from(rawPdf({})).toString("latin1")
    const looped = text.replace("/Kids [3 0 R]", "/Kids [2 0 R]")
    expect((await answer(Buffer.from(looped, "latin1"))).ok).toBe(true)
  })

  it("a reference to itself is nothing, and a length that is its own stream's is found out", async () => {
    const objects = ["10 0 R", { dict: "/Length 11 0 R", stream: "x" }]
    const raw = rawPdf({ catalog: "/Names 10 0 R /Metadata 11 0 R", objects })
    expect((await answer(raw)).ok).toBe(true)
  })

  it("content that unpacks to very much is not unpacked", async () => {
    const bomb = deflateSync(new Uint8Array(300 * 1024 * 1024))
    const raw = rawPdf({
      page: "/Contents 10 0 R",
      objects: [{ dict: "/Filter /FlateDecode", stream: bomb }],
    })
    expect(rulesOf(await preflighted(raw))).toContain("error file/damaged")
  }, 60_000)
})
