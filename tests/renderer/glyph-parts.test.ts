import { describe, expect, it } from "vitest"
import { readOutline } from "../../fonts/made/outline-path.ts"
import { drawnPath, partPath, partsOf } from "../../renderer/type/glyph-parts.ts"
import { song } from "../build/type.ts"

/** The ink of path data, from left to right and from top to bottom. */
function inkOf(path: string) {
  const points = readOutline(path)!.flat()
  const [x, y] = [points.map((point) => point.x), points.map((point) => point.y)]
  return [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)] as const
}

describe("parts of a character", () => {
  it("stand side by side as the description says, none over the other", () => {
    const parts = partsOf("⿰氵恩", song)!
    expect(parts.map(({ character }) => character)).toEqual(["氵", "恩"])
    const [water, grace] = parts.map((part) => inkOf(partPath(part, song)))
    expect(water![0]).toBeGreaterThan(0)
    expect(water![1]).toBeLessThan(grace![0])
    expect(grace![1]).toBeLessThan(1000)
    expect(parts[0]!.height).toBe(1000)
  })

  it("stand over each other, and in each other to any depth", () => {
    const [top, foot] = partsOf("⿱艹⿰木木", song)!.map((part) => inkOf(partPath(part, song)))
    expect(top![3]).toBeLessThan(foot![2])
    expect(partsOf("⿱艹⿰木木", song)).toHaveLength(3)
    const [gate, inner] = partsOf("⿵门马", song)!.map((part) => inkOf(partPath(part, song)))
    expect(inner![0]).toBeGreaterThan(gate![0])
    expect(inner![1]).toBeLessThan(gate![1])
  })

  it.each(["", "⿰", "⿰氵", "⿰氵恩恩", "恩恩", "⿰氵\u{f0000}"])("are none of %j", (words) =>
    expect(partsOf(words, song)).toBeNull(),
  )
})

describe("a drawn glyph", () => {
  it("comes as path data, or out of an SVG file, its view box in the cell", () => {
    expect(drawnPath("M0 0H500V500Z")).toBe("M0 0L500 0L500 500Z")
    const file = '<svg viewBox="10 10 100 100"><g><path fill="#000" d="M10 10h50v50z"/></g></svg>'
    expect(drawnPath(file)).toBe("M0 0L500 0L500 500Z")
  })

  it("is none where paths alone do not say its shape", () => {
    const path = '<path d="M0 0h9v9z"/>'
    const files = [
      `<svg><g transform="scale(2)">${path}</g></svg>`,
      `<svg><path fill="none" d="M0 0h9v9z"/></svg>`,
      `<svg>${path}<rect width="4" height="4"/></svg>`,
      `<svg><defs>${path}</defs></svg>`,
    ]
    for (const file of files) expect(drawnPath(file)).toBeNull()
    expect(drawnPath(`<svg>${path}</svg>`)).not.toBeNull()
  })

  it("is none without paths", () => {
    for (const source of ["", "<svg><circle r='4'/></svg>", "M0 0A5 5 0 0 1 9 9Z"])
      expect(drawnPath(source)).toBeNull()
  })
})
