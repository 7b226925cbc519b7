import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { openFaces, wholeFont } from "../../fonts/shaping/open-face.ts"
import { shopFile } from "../build/pdf-face.ts"

test("a word's letters are counted as written, after the same glyph was shown for another character", () => {
  const [face] = openFaces(wholeFont(readFileSync(shopFile("song-400"))), () => "song-400")
  const ligature = face!.shape("ﬀ", [])
  const word = face!.shape("offer", [])
  expect(ligature.units).toEqual([1])
  expect(word.glyphs).toContain(ligature.glyphs[0])
  expect(word.units).toEqual([1, 2, 1, 1])
})
