import { existsSync, readFileSync, readdirSync } from "node:fs"
import { describe, expect, it } from "vitest"
import type { DisplayList, Glyphs } from "../../layouts/display/list.ts"
import { pt } from "../../layouts/units.ts"
import { freshPlates } from "../../main/export/pdf/plates.ts"
import { writePdf } from "../../main/export/pdf/write.ts"
import { pdfOf } from "../build/pdf-paint.ts"
import { INKS, OPTIONS, PRESS, setLine } from "../build/pdf-page.ts"

/** What a broadsheet page of 7,857 characters in three fonts takes from Typst 0.14.2, untagged, bytes. */
const TYPST_BYTES = 322_068

/** Characters in a line of the test's page. */
const MEASURE = 21

const SEED = "../shared/seed"

/** A broadsheet of paragraphs: `#` lines in Song Black, `###` lines in Hei, each line justified. */
function broadsheet(paragraphs: readonly string[]): DisplayList {
  const items: Glyphs[] = []
  for (const paragraph of paragraphs) {
    const hashes = /^#*/.exec(paragraph)![0].length
    const face = hashes === 0 ? "song-400" : hashes < 3 ? "song-900" : "hei-700"
    const chars = [...paragraph.slice(hashes).trim()]
    for (let from = 0; from < chars.length; from += MEASURE) {
      const row = items.length
      const place = { x: 50 + Math.floor(row / 106) * 207, y: 60 + (row % 106) * 13.5 }
      const line = setLine(chars.slice(from, from + MEASURE).join(""), { ...place, face })
      const end = line.dx.at(-1)! + 9
      const rest = end > 170 ? (MEASURE * 9 - end) / Math.max(1, line.dx.length - 1) : 0
      items.push({ ...line, dx: line.dx.map((dx, i) => dx + i * rest) })
    }
  }
  const trim = { width: pt(1105.512), height: pt(1544.882) }
  return { page: "A1", trim, bleed: pt(0), inks: INKS, items }
}

/** Eight thousand characters of some nine hundred kinds, the commoner ones more often, always the same. */
function plentyOfText(): readonly string[] {
  let state = 20310504
  const next = (): number => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
  const char = (): string => String.fromCharCode(0x4e00 + Math.floor(next() * next() * 900) * 22)
  return Array.from({ length: 80 }, () => Array.from({ length: 100 }, char).join(""))
}

describe("a file's size", () => {
  const present = existsSync(SEED)
  if (!present) console.log(`skipped: ${SEED} does not exist here`)

  it.skipIf(!present)(
    "is no larger than what the leanest of the peers needs for the same page",
    () => {
      const name = readdirSync(SEED).find((file) => file.endsWith(".txt"))!
      const text = readFileSync(`${SEED}/${name}`, "utf8")
      const list = broadsheet(text.split("\n").filter((line) => line.trim() !== ""))
      const glyphs = list.items.reduce((sum, item) => sum + (item as Glyphs).glyphs.length, 0)
      expect(glyphs).toBeGreaterThan(7000)
      expect(pdfOf([list]).length).toBeLessThan(TYPST_BYTES)
    },
  )
})

describe("after an edit that needs no new glyph", () => {
  it("nothing but the page's own stream is made anew", () => {
    const paragraphs = plentyOfText()
    const plates = freshPlates()
    const made = (text: readonly string[]): ReadonlyMap<string, Uint8Array> => {
      expect(writePdf([broadsheet(text)], PRESS, OPTIONS, plates).ok).toBe(true)
      return new Map([...plates.streams].map(([part, { packed }]) => [part, packed]))
    }
    const before = made(paragraphs)
    const last = paragraphs.at(-1)!
    const after = made([...paragraphs.slice(0, -1), `${last}${last[0]}`])
    const anew = [...after].filter(([part, packed]) => before.get(part) !== packed)
    expect(anew.map(([part]) => part)).toEqual(["page A1"])
    expect(before.size).toBeGreaterThan(1)
  })
})
