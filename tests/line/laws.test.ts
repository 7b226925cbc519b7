import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Line } from "../../layouts/line/line.ts"
import { anyText, measure, paragraph } from "../build/chinese.ts"
import { cellsOf, lay, NEWSPAPER, SIZE, textOf } from "../build/type.ts"

const NOT_AT_START = /^[，、。．：；！？”’」』）》〉】〗〕·・‧／/～–-]/u
const NOT_AT_END = /[“‘「『（《〈【〖〔［｛／/]$/u

/** Lines on which no rule had to give way. */
function easy(lines: readonly Line[]): readonly Line[] {
  return lines.filter((line) => !line.strained)
}

const RUNS = { numRuns: 300 }

describe("laws of composed lines", () => {
  test("no character is lost, doubled or moved, whatever the text", () => {
    fc.assert(
      fc.property(anyText, measure, (text, m) => {
        const lines = lay(text, m)
        expect(lines.map(textOf).join("")).toBe(text)
        expect(lines[0]!.from).toBe(0)
        lines.forEach((line, i) => expect(line.to).toBe(lines[i + 1]?.from ?? text.length))
      }),
      RUNS,
    )
  })

  test("every line but the last is exactly as wide as its measure", () => {
    fc.assert(
      fc.property(paragraph, measure, (text, m) => {
        for (const line of lay(text, m)) {
          const room = m * SIZE - line.x - line.width
          if (line.end === "line") expect(Math.abs(room)).toBeLessThan(0.01)
          else expect(room).toBeGreaterThan(-0.01)
        }
      }),
      RUNS,
    )
  })

  test("no forbidden mark begins or ends a line", () => {
    fc.assert(
      fc.property(paragraph, measure, (text, m) => {
        const lines = lay(text, m)
        easy(lines).forEach((line) => {
          if (line.end === "line") expect(textOf(line)).not.toMatch(NOT_AT_END)
          const next = lines[lines.indexOf(line) + 1]
          if (next) expect(textOf(next)).not.toMatch(NOT_AT_START)
        })
        expect(easy(lines).length).toBe(lines.length - lines.filter((l) => l.strained).length)
      }),
      RUNS,
    )
  })

  test("dashes, ellipses, numbers with signs and Latin words stay whole", () => {
    fc.assert(
      fc.property(paragraph, measure, (text, m) => {
        const lines = lay(text, m)
        lines.slice(1).forEach((line, i) => {
          if (lines[i]!.strained) return
          const seam = textOf(lines[i]!).slice(-1) + textOf(line).slice(0, 1)
          expect(seam).not.toMatch(/——|……|\d[\d.,:%℃]|[A-Za-z][A-Za-z]|[￥№]\d/u)
        })
      }),
      RUNS,
    )
  })

  test("ideographs are pushed apart within the bound, and squeezed never", () => {
    fc.assert(
      fc.property(paragraph, measure, (text, m) => {
        for (const line of easy(lay(text, m)))
          expect(line.looseness).toBeLessThanOrEqual(0.25 + 1e-6)
      }),
      RUNS,
    )
  })

  test("a last line is never one lone character, unless the line before it cannot be divided", () => {
    fc.assert(
      fc.property(paragraph, measure, (text, m) => {
        const lines = lay(text, m)
        if (lines.length < 2 || lines.some((line) => line.strained)) return
        const before = lines.at(-2)!
        const { from, breakAfter } = cellsOf(text)
        const divides = from.some(
          (at, cell) => at > before.from && at < before.to && breakAfter[cell - 1] === 1,
        )
        if (!divides) return
        const last = textOf(lines.at(-1)!).replace(/[，、。：；！？”’」）》“‘「（《 ]/gu, "")
        expect(last.length).toBeGreaterThan(1)
      }),
      RUNS,
    )
  })

  test("noise in the measure does not choose between breaks, where no rule had to give way", () => {
    fc.assert(
      fc.property(paragraph, measure, (text, m) => {
        if (lay(text, m).some((line) => line.strained)) return
        const ends = (at: number): readonly number[] => lay(text, at).map((line) => line.to)
        expect(ends(m + 1e-9)).toEqual(ends(m))
      }),
      RUNS,
    )
  })

  test("spacing is at least as even as greedy breaking leaves it, over many paragraphs", () => {
    const texts = fc.sample(paragraph, { numRuns: 200, seed: 7 })
    const looseness = (breaking: "total" | "greedy"): number =>
      texts
        .flatMap((text) => lay(text, 13, NEWSPAPER, breaking))
        .reduce((sum, line) => sum + line.looseness * line.looseness, 0)
    expect(looseness("total")).toBeLessThan(looseness("greedy"))
  })
})
