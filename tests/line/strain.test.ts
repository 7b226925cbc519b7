import fc from "fast-check"
import { expect, test } from "vitest"
import { paragraph } from "../build/chinese.ts"
import { lay, textOf } from "../build/type.ts"

/** Share of lines that nothing but a broken rule could set: words and numbers at narrow measures. */
const MOST_STRAINED = { 13: 0.006, 17: 0.006, 20: 0.004 } as const

test.each([13, 17, 20] as const)("at %i 字 hardly a line is strained", (measure) => {
  const texts = fc.sample(paragraph, { numRuns: 300, seed: 7 })
  const lines = texts.flatMap((text) => lay(text, measure))
  const strained = lines.filter((line) => line.strained)
  expect(lines.length).toBeGreaterThan(2000)
  expect(strained.length / lines.length).toBeLessThan(MOST_STRAINED[measure])
})

test("beside a line that must be strained, no other is for the sake of evenness", () => {
  const lines = lay("江水上涨international江岸OpenTypeGPS。灯火", 9)
  expect(lines.map((line) => [textOf(line), line.strained])).toEqual([
    ["江水上", true],
    ["涨international江", false],
    ["岸OpenTypeGPS。", false],
    ["灯火", false],
  ])
})
