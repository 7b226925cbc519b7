import { afterEach, beforeEach, expect, it, vi } from "vitest"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { MadeGlyph } from "../../layouts/issue/made-glyph.ts"
import {
  keepDrawings,
  madeFaceById,
  madeFacesOf,
  putAwayMadeFaces,
} from "../../renderer/type/made-faces.ts"
import { small } from "../build/document-small.ts"

const SQUARE = "M100 200L900 200L900 800L100 800Z"
const FLAT = "M100 200L900 200L900 300L100 300Z"
const glyph = (path: string, character = "\u{f0000}"): MadeGlyph => {
  return { character, reading: "⿰氵恩", path, parts: [] }
}
const issueWith = (...glyphs: MadeGlyph[]): Issue => ({ ...small, glyphs })

/** What the window's fields have to show characters with, as the bytes of fonts. */
const fields = new Set<{ readonly bytes: Uint8Array }>()

class Held {
  readonly bytes: Uint8Array
  constructor(_name: string, bytes: Uint8Array) {
    this.bytes = bytes
  }
}

beforeEach(() => {
  vi.stubGlobal("document", { fonts: fields })
  vi.stubGlobal("FontFace", Held)
})

afterEach(() => {
  putAwayMadeFaces()
  vi.unstubAllGlobals()
})

const bytesShown = (): readonly string[] => [...fields].map(({ bytes }) => bytes.join())

it("fields show the glyphs as they stand, after each change, undo and other issue", () => {
  const was = issueWith(glyph(SQUARE))
  madeFacesOf(was)
  const before = bytesShown()
  expect(before).toHaveLength(1)
  madeFacesOf(issueWith(glyph(FLAT)))
  expect(bytesShown()).toHaveLength(1)
  expect(bytesShown()).not.toEqual(before)
  // Undone: the very set from before.
  madeFacesOf(was)
  expect(bytesShown()).toEqual(before)
  madeFacesOf(small)
  expect(bytesShown()).toEqual([])
})

it("faces are kept for pages and proofs of the open issue, and dropped with it", () => {
  const [old] = madeFacesOf(issueWith(glyph(SQUARE)))
  madeFacesOf(issueWith(glyph(FLAT)))
  const [frozen] = keepDrawings([glyph(SQUARE, "\u{f0001}")])
  expect(madeFaceById(old!.id)).toBe(old)
  expect(madeFaceById(frozen!.id)).toBe(frozen)
  expect(madeFaceById("song-400")).toBeNull()
  putAwayMadeFaces()
  expect(madeFaceById(old!.id)).toBeNull()
  expect(bytesShown()).toEqual([])
})
