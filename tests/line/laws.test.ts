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

/** Whether the last line is one character, whatever marks stand beside it (孤字). */
function endsLonely(lines: readonly Line[]): boolean {
  return textOf(lines.at(-1)!).replace(/[，、。：；！？”’」）》“‘「（《 ]/gu, "").length < 2
}

/** Places within a line before which it might have ended. */
function sooner(text: string, { from: first, to: end }: Line): readonly number[] {
  const { from, breakAfter } = cellsOf(text)
  return [...from].filter((at, cell) => at > first && at < end && breakAfter[cell - 1] === 1)
}

function fitsLine(text: string, m: number): boolean {
  return lay(text, m, { ...NEWSPAPER, indent: 0 }).length === 1
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

  test("a last line is one lone character only where no other last line would fit", () => {
    fc.assert(
      fc.property(paragraph, measure, (text, m) => {
        const lines = lay(text, m)
        if (lines.length < 2 || lines.some((line) => line.strained)) return
        const others = endsLonely(lines) ? sooner(text, lines.at(-2)!) : []
        expect(others.some((at) => fitsLine(text.slice(at), m))).toBe(false)
      }),
      RUNS,
    )
  })

  test.each([
    // Of these, 完 alone at the end is avoided where the line before may end sooner.
    { text: "层层叠叠的茶园一直铺到江边的老渡口完。", m: 9, lonely: false },
    // Here that line is one number, or what comes behind its first character is too long.
    { text: "江边（0.8OpenType）”·完。", m: 9, lonely: true },
    { text: "两岸的灯一盏盏亮起来层2,300.502,300.50100？完。", m: 11, lonely: true },
  ])("$text ends on a lone character: $lonely", ({ text, m, lonely }) => {
    expect(endsLonely(lay(text, m))).toBe(lonely)
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
