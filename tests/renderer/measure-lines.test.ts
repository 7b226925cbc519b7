import { describe, expect, it } from "vitest"
import { sheetFor } from "../../layouts/compose.ts"
import { inferMeasure } from "../../layouts/flow/infer-measure.ts"
import { pt } from "../../layouts/units.ts"
import { measureLines } from "../../renderer/state/measure-lines.ts"
import { sampleArticles } from "../build/issue.ts"
import { press } from "../build/type.ts"

const articles = await sampleArticles()
const { ranking } = inferMeasure(articles, sheetFor(pt(9)).body, press)

describe("the lines before the breaks", () => {
  it("are full at the measure of the original, each cell in its place", () => {
    const best = ranking[0]!
    const lines = measureLines(articles, best.measure, best.breaks)
    expect(lines).toHaveLength(best.breaks.length)
    for (const { verdict, slack, width, indent, before, cells } of lines) {
      expect(verdict).toBe("full")
      expect(width + indent + slack).toBeCloseTo(best.measure)
      const text = cells.map((cell) => cell.text).join("")
      expect(text.endsWith(before) || before.endsWith(text)).toBe(true)
      const fixed = cells.filter(({ gives }) => !gives).reduce((sum, cell) => sum + cell.width, 0)
      expect(fixed).toBeLessThanOrEqual(width + 1e-6)
    }
  })

  it("say at every measure as many full lines as the ranking counts", () => {
    for (const { measure, breaks, fullLines } of ranking) {
      const lines = measureLines(articles, measure, breaks)
      expect(lines.filter(({ verdict }) => verdict === "full")).toHaveLength(fullLines)
      for (const { verdict, slack } of lines) {
        if (verdict === "short") expect(slack).toBeGreaterThanOrEqual(0.5)
        if (verdict === "over") expect(slack).toBeLessThanOrEqual(-0.5)
      }
    }
  })

  it("lack no more than the whole strain of their text", () => {
    for (const { breaks } of ranking)
      for (const { line, strain, offset } of breaks) {
        expect(line === null).toBe(!Number.isFinite(strain))
        if (!line) continue
        expect(line.slack * line.slack).toBeLessThanOrEqual(strain + 1e-6)
        expect(line.from).toBeLessThan(offset)
      }
  })

  it("are left out when the break is gone", () => {
    const bare = articles.map((article) => ({
      ...article,
      story: article.story.map((paragraph) => ({ ...paragraph, columnBreaks: [] })),
    }))
    expect(measureLines(bare, ranking[0]!.measure, ranking[0]!.breaks)).toEqual([])
  })
})
