import { rmSync } from "node:fs"
import { dirname } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { isMadeFace, madeFaces } from "../../fonts/made/made-face.ts"
import { composePage, type ComposedPage } from "../../layouts/compose.ts"
import type { MadeGlyph } from "../../layouts/issue/made-glyph.ts"
import { libraryWith } from "../../main/fonts/library.ts"
import { pressesOf } from "../../main/press.ts"
import { partPath, partsOf } from "../../renderer/type/glyph-parts.ts"
import { articleOf, para } from "../build/article.ts"
import { plainFrame, plainPage } from "../build/document-records.ts"
import { pdfOf } from "../build/pdf-paint.ts"
import { ask, layDown } from "../build/pdf-readers.ts"
import { library, song } from "../build/type.ts"

const OWN = "\u{f0000}"
const glyphOf = (character: string, reading: string, description: string): MadeGlyph => {
  const parts = partsOf(description, song)!
  const path = parts.map((part) => partPath(part, song)).join("")
  return { character, reading, path, parts }
}

/** One glyph of private use, and one of a character that Unicode has and the faces have not. */
const GLYPHS = [glyphOf(OWN, "⿰氵恩", "⿰氵恩"), glyphOf("\u{30f54}", "\u{30f54}", "⿱雨恩")]

const story = [
  { ...para("明前毛尖\t一斤\t428.5元"), look: { indent: 0, tabs: "6l 15d." } },
  { ...para("茶饼\t半斤\t39元"), look: { indent: 0, tabs: "6l 15d." } },
  para(`站长陈${OWN}明和马\u{30f54}同日到任，${OWN}、\u{30f54}二字字库里都没有。`),
]

describe("the small print in a PDF", () => {
  let page: ComposedPage
  let file: string

  beforeAll(() => {
    const region = { column: 0, columns: 2, line: 0, lines: 20 }
    const issue = {
      paper: "瑞河日报",
      date: { year: 2026, month: 11, day: 23 },
      articles: [articleOf("a", story)],
      pages: [{ ...plainPage("A1"), frames: [{ ...plainFrame("b", "a"), region }] }],
      glyphs: GLYPHS,
    }
    const presses = pressesOf(libraryWith(library, madeFaces(issue.glyphs)), new Map())
    page = composePage(issue, "A1", presses.compose, "free")
    file = layDown(pdfOf([page.list], presses.pdf))
  })

  afterAll(() => rmSync(dirname(file), { recursive: true }))

  it("sets made glyphs where no face has the character, without a finding", () => {
    const rules = page.findings.map(({ rule }) => rule)
    expect(rules).not.toContain("fonts/missing-glyph")
    expect(rules).not.toContain("fonts/substituted")
    const made = page.list.items.flatMap((item) =>
      item.kind === "glyphs" && isMadeFace(item.face) ? item.texts : [],
    )
    expect(made).toEqual([OWN, "\u{30f54}", OWN, "\u{30f54}"])
  })

  it("embeds each as a font of its own, with what they are read as", () => {
    expect(ask("pdffonts", file)).toMatch(
      /[A-Z]{6}\+BanxinMade +CID TrueType +Identity-H +yes yes yes/,
    )
    const text = ask("pdftotext", "-raw", file, "-").replace(/\s/g, "")
    expect(text).toContain("站长陈⿰氵恩明和马\u{30f54}同日到任")
    expect(text).not.toMatch(/[\u{f0000}-\u{ffffd}]/u)
    const mupdf = ask("mutool", "draw", "-q", "-F", "txt", file).replace(/\s/g, "")
    expect(mupdf).toContain("站长陈⿰氵恩明和马\u{30f54}同日到任")
    expect(ask("qpdf", "--check", file)).toContain("No syntax or stream encoding errors")
  })

  it("parts the words of a row by white, leaders read as nothing else", () => {
    const rows = ask("pdftotext", "-raw", file, "-")
    expect(rows).toMatch(/明前毛尖\s+一斤\s+428\.5元/)
    expect(rows).toMatch(/茶饼\s+半斤\s+39元/)
    expect(ask("mutool", "draw", "-q", "-F", "txt", file)).toMatch(/茶饼\s+半斤\s+39元/)
  })
})
