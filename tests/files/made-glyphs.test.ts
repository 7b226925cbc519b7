import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import type { MadeGlyph } from "../../layouts/issue/made-glyph.ts"
import { keepGlyph, keptGlyphs } from "../../main/files/made-glyphs.ts"

const home = mkdtempSync(join(tmpdir(), "banxin-glyphs-"))
afterAll(() => rmSync(home, { recursive: true }))

const glyph: MadeGlyph = {
  character: "\u{f0000}",
  reading: "⿰氵恩",
  path: "M0 0L10 0L10 10Z",
  parts: [],
}

describe("the paper's glyphs", () => {
  it("are kept by what they are read as, the newest of each", () => {
    expect(keptGlyphs(home)).toEqual([])
    expect(keepGlyph(home, glyph).ok).toBe(true)
    const newer = { ...glyph, character: "\u{f0007}", path: "M0 0L20 0L10 10Z" }
    expect(keepGlyph(home, newer).ok).toBe(true)
    const rare = { ...glyph, character: "\u{30f54}", reading: "\u{30f54}" }
    expect(keepGlyph(home, rare).ok).toBe(true)
    expect(keptGlyphs(home)).toEqual([newer, rare])
  })

  it("are left out where a file is damaged", () => {
    const [name] = readdirSync(join(home, "made-glyphs"))
    writeFileSync(join(home, "made-glyphs", name!), "{")
    expect(keptGlyphs(home)).toMatchObject([{ reading: "\u{30f54}" }])
  })

  it("say so where the disk refuses", () => {
    const file = join(home, "file")
    writeFileSync(file, "")
    expect(keepGlyph(file, glyph)).toMatchObject({ ok: false, say: { en: /cannot be written/ } })
  })
})
