import { readFileSync } from "node:fs"
import { create } from "fontkit"
import { describe, expect, it } from "vitest"
import { glyfPath } from "../../fonts/shaping/glyf-path.ts"
import { outlinesOf } from "../../fonts/subset/outline.ts"
import { shopFace, shopFile, tableFace } from "../build/pdf-face.ts"
import { boxGlyph, tablesWith, words } from "../build/pdf-sfnt.ts"

/** Every so many glyphs of a face; coprime with the blocks that its glyphs come in. */
const STEP = 53

describe("outlines straight from the glyf table", () => {
  it.each(["song-400", "song-900", "hei-700"] as const)("are fontkit's, for %s", (id) => {
    const face = shopFace(id)
    const font = create(readFileSync(shopFile(id))) as unknown as {
      numGlyphs: number
      getGlyph(glyph: number): { path: { toSVG(): string } }
    }
    let inked = 0
    for (let glyph = 0; glyph < font.numGlyphs; glyph += STEP) {
      const outline = face.outline(glyph)
      expect(outline).toBe(font.getGlyph(glyph).path.toSVG())
      if (outline !== "") inked += 1
    }
    expect(inked).toBeGreaterThan(300)
  })

  it("of composites are their parts, moved and scaled; a circle of parts ends", () => {
    const box = boxGlyph(0, 0, 100)
    const header = words(-1, 0, 0, 0, 0)
    const halved = Uint8Array.from([...header, ...words(0x000b, 1, 10, -20, 0x2000)])
    const circle = Uint8Array.from([...header, ...words(0x0003, 3, 0, 0)])
    const outlines = outlinesOf(tableFace(tablesWith([box, box, halved, circle])))!
    const plain = glyfPath(outlines, 1)
    const moved = plain.replace(/-?[\d.]+ -?[\d.]+/g, (point) => {
      const [x, y] = point.split(" ").map(Number) as [number, number]
      return `${x / 2 + 10} ${y / 2 - 20}`
    })
    expect(plain).not.toBe("")
    expect(glyfPath(outlines, 2)).toBe(moved)
    expect(glyfPath(outlines, 3)).toBe("")
  })

  it("may begin off the curve, where fontkit goes astray", () => {
    // Four points off the curve: a circle that touches the middles of a square's sides.
    const xy = words(100, 0, -100, 0, 0, 100, 0, -100)
    const flags = [0, 0, 0, 0]
    const ring = Uint8Array.from([...words(1, 0, 0, 100, 100, 3, 0), ...flags, ...xy])
    const outlines = outlinesOf(tableFace(tablesWith([boxGlyph(0, 0, 100), ring])))!
    expect(glyfPath(outlines, 1)).toBe("M50 0Q100 0 100 50Q100 100 50 100Q0 100 0 50Q0 0 50 0Z")
  })

  it("of a glyph cut off anywhere never stop", () => {
    const face = shopFace("song-400")
    const outlines = outlinesOf(face)!
    const glyph = face.glyphOf("瑞".codePointAt(0)!)
    const whole = glyfPath(outlines, glyph)
    for (let length = 0; length < 300; length += 1) {
      const cut = (from: number, to: number): Uint8Array =>
        outlines.glyf(from, to).subarray(0, length)
      expect(glyfPath({ ...outlines, glyf: cut }, glyph).length).toBeLessThan(2 * whole.length)
    }
  })
})
