import { expect, test } from "vitest"
import { fuzzCase, type FuzzCase } from "./fuzz-case.ts"
import { judge } from "./fuzz-laws.ts"
import { smallest } from "./smallest.ts"

/** The first paragraphs of `npm run fuzz`, which draws a hundred thousand. */
const SLICE = 2000

test(`${SLICE} random paragraphs at random measures break no law`, () => {
  const seed = Number(process.env["BANXIN_SEED"] ?? 20_261_123)
  const failed: { readonly small: FuzzCase; readonly broken: readonly string[] }[] = []
  for (let index = 0; index < SLICE && failed.length < 3; index += 1) {
    const { broken } = judge(fuzzCase(seed, index))
    if (broken.length > 0) failed.push({ small: smallest(fuzzCase(seed, index)), broken })
  }
  expect(failed).toEqual([])
})

test("a number draws the same paragraph again, and numbers draw different ones", () => {
  expect(fuzzCase(1, 3)).toEqual(fuzzCase(1, 3))
  const texts = Array.from({ length: 100 }, (_, index) => fuzzCase(1, index).paragraph.text)
  expect(new Set(texts).size).toBeGreaterThan(90)
})
