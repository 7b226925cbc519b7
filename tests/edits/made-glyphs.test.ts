import { describe, expect, it } from "vitest"
import { removeMadeGlyph } from "../../layouts/edits/remove-made-glyph.ts"
import { setMadeGlyph } from "../../layouts/edits/set-made-glyph.ts"
import { setIssue } from "../../layouts/edits/set-issue.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import {
  asTyped,
  freeCharacter,
  isMakeable,
  isOwnCharacter,
  readAlike,
  soundGlyph,
  type MadeGlyph,
} from "../../layouts/issue/made-glyph.ts"
import { expectEdit } from "../build/document-law.ts"
import { small } from "../build/document-small.ts"

const OWN = "\u{f0000}"
const glyph: MadeGlyph = {
  character: OWN,
  reading: "⿰氵恩",
  path: "M0 0L10 0L10 10Z",
  parts: [{ character: "氵", x: 0, y: 0, width: 400, height: 1000 }],
}
const other: MadeGlyph = { character: "𰻝", reading: "𰻝", path: "M0 0L10 0L10 10Z", parts: [] }

describe("made glyphs", () => {
  it("are put into an issue, changed and taken out", () => {
    expectEdit(newDocument(small), setMadeGlyph(glyph), ({ glyphs }) =>
      expect(glyphs).toEqual([glyph]),
    )
    const both = { ...small, glyphs: [other, glyph] }
    const changed = { ...glyph, path: "M0 0L20 0L10 10Z" }
    expectEdit(newDocument(both), setMadeGlyph(changed), ({ glyphs }) =>
      expect(glyphs).toEqual([other, changed]),
    )
    expectEdit(newDocument(both), removeMadeGlyph(OWN), ({ glyphs }) =>
      expect(glyphs).toEqual([other]),
    )
  })

  it("keep their list while something else is edited", () => {
    const document = newDocument({ ...small, glyphs: [other, glyph] })
    const { glyphs } = document.issue()
    document.perform(setIssue({ paper: "瑞河晚报" }))
    expect(document.issue().glyphs).toBe(glyphs)
  })

  it("are none without a character, an outline or sound parts", () => {
    const document = newDocument(small)
    for (const wrong of [
      { ...glyph, character: "ab" },
      { ...glyph, character: "a" },
      { ...glyph, path: "" },
      { ...glyph, path: "M0 0<script>" },
    ])
      document.perform(setMadeGlyph(wrong))
    expect(document.issue().glyphs).toBeUndefined()
    const odd = { ...glyph, reading: "", parts: [{ character: "氵" }, null, ...glyph.parts] }
    expect(soundGlyph(odd)).toEqual({ ...glyph, reading: OWN })
  })

  it("are made for what stands in a cell alone", () => {
    for (const text of ["㳔", "𰻝", OWN]) expect(isMakeable(text)).toBe(true)
    for (const text of ["", "a", "字字", "　", "\ud842", "\u3099"])
      expect(isMakeable(text)).toBe(false)
    expect(freeCharacter([])).toBe(OWN)
    expect(freeCharacter([glyph, other])).toBe("\u{f0001}")
  })

  it("are found by what they are composed of", () => {
    expect(asTyped("陈⿰氵恩明", [glyph, other])).toBe(`陈${OWN}明`)
    expect(asTyped("陈明", undefined)).toBe("陈明")
    const chosen = { ...glyph, character: "\u{f0001}", reading: "恩" }
    expect([...readAlike([glyph, other, chosen, { ...chosen, character: OWN }])]).toEqual([
      ["恩", ["\u{f0001}", OWN]],
    ])
    expect([OWN, "恩", ""].map(isOwnCharacter)).toEqual([true, false, false])
  })
})
