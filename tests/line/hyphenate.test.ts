import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { collect } from "../../layouts/line/collect.ts"
import { hyphenPlaces } from "../../layouts/line/hyphenate.ts"
import hyphens from "../../layouts/line/hyphens-en-us.json" with { type: "json" }
import type { Line } from "../../layouts/line/line.ts"
import { setParagraph } from "../../layouts/line/paragraph.ts"
import { pt } from "../../layouts/units.ts"
import { marked, pdfOfPage, storyPage } from "../build/beside-page.ts"
import { layDown, readBack } from "../build/pdf-readers.ts"
import { NEWSPAPER, press, SIZE, song, textOf } from "../build/type.ts"

/** A word with hyphens where it may be divided. */
function divided(word: string): string {
  const places = hyphenPlaces(word, hyphens)
  return [...word].map((letter, at) => (places.includes(at) ? `-${letter}` : letter)).join("")
}

function lay(text: string, zi: number): readonly Line[] {
  const runs = [{ from: 0, to: text.length, faces: song, size: SIZE }]
  const cells = collect(text, runs, { ...NEWSPAPER, indent: 0, size: SIZE, hyphens })
  const measure = pt(zi * SIZE)
  const plain = { indent: pt(0), align: "justify", endMarks: "fit", columnBreaks: [] } as const
  return setParagraph(cells, { ...plain, measure, breaking: "total" })
}

/** A line as it is read on paper: glyphs that stand for no character are hyphens. */
const shown = (line: Line): string =>
  line.runs.flatMap(({ texts }) => texts.map((text) => (text === "" ? "-" : text))).join("")

describe("words are divided", () => {
  test.each([
    ["hyphenation", "hy-phen-ation"],
    ["infrastructure", "in-fra-struc-ture"],
    ["international", "in-ter-na-tional"],
    ["container", "con-tainer"],
    ["associate", "as-so-ciate"],
    ["present", "present"],
    ["table", "table"],
    ["declaration", "dec-la-ra-tion"],
    ["neighbouring", "neigh-bour-ing"],
  ])("%s", (word, wanted) => expect(divided(word)).toBe(wanted))

  test("into parts that each have a vowel, whatever the letters", () => {
    const words = fc.stringMatching(/^[aeioubcdlmnprst]{6,16}$/)
    fc.assert(
      fc.property(words, (word) => {
        const parts = divided(word).split("-").slice(1)
        expect(parts.filter((part) => !/[aeiouy]/.test(part))).toEqual([])
      }),
    )
  })

  test("with two letters before and three after, and never with a capital", () => {
    const words = fc.stringMatching(/^[a-zA-Z]{1,20}$/)
    fc.assert(
      fc.property(words, (word) => {
        for (const at of hyphenPlaces(word, hyphens)) {
          expect(at).toBeGreaterThanOrEqual(2)
          expect(word.length - at).toBeGreaterThanOrEqual(3)
          expect(word).toBe(word.toLowerCase())
        }
      }),
    )
    for (const word of ["International", "UNESCO", "iPhones"]) expect(divided(word)).toBe(word)
  })
})

describe("lines", () => {
  const TEXT = "港口用上了infrastructure一词，站长又说international的货船，都叫container。"

  test("at narrow measures end inside words rather than stand wide apart", () => {
    expect(lay(TEXT, 9).map(shown)).toMatchInlineSnapshot(`
      [
        "港口用上了infra-",
        "structure一词，站长",
        "又说international",
        "的货船，都叫con-",
        "tainer。",
      ]
    `)
    expect(lay(TEXT, 9).map(textOf).join("")).toBe(TEXT)
  })

  test("are as wide as their measure with their hyphens, whatever the measure", () => {
    const words = fc.constantFrom(
      "infrastructure",
      "International",
      "，",
      "茶",
      "港口",
      "see www.ruihe.example/navigation",
      "e-mail-address",
    )
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 30 }),
        fc.integer({ min: 6, max: 24 }),
        (all, zi) => {
          const text = all.join("")
          const lines = lay(text, zi)
          expect(lines.map(textOf).join("")).toBe(text)
          for (const line of lines) {
            if (line.end === "line" && !line.strained) expect(line.width).toBeCloseTo(zi * SIZE, 2)
            if (shown(line).endsWith("-") && !textOf(line).endsWith("-") && !line.strained)
              expect("infrastructure").toContain(/[a-z]+$/.exec(textOf(line))![0])
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  test("in the file give the word back with a soft hyphen in it", () => {
    const page = storyPage([marked(TEXT)], { measure: 9, press: { ...press, hyphens } })
    const { poppler, mupdf } = readBack(layDown(pdfOfPage(page)))
    expect(poppler.replace(/\u00ad/g, "")).toBe(TEXT)
    expect(mupdf.replace(/\u00ad/g, "")).toBe(TEXT)
  })
})
