import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { describe, expect, it } from "vitest"
import type { Imported } from "../../main/import/import.ts"
import { importBytes } from "../build/import-bytes.ts"
import { bareTruth, inTermsOfTruth } from "../build/import-truth.ts"
import type { Truth } from "../build/import-truth.ts"

const SEED = resolve(import.meta.dirname, "../../../shared/seed")
const OWN = resolve(import.meta.dirname, "../samples/ruihe")
const present = existsSync(SEED)
if (!present) console.warn(`skipped: ${SEED} does not exist`)

function read(path: string): Imported {
  const format = path.endsWith(".md") ? "markdown" : "text"
  const imported = importBytes(readFileSync(path), { format })
  if (!imported.ok) throw new Error(imported.say.en)
  return imported.value
}

function truthsOf(folder: string): readonly Truth[] {
  const file = readFileSync(resolve(folder, "expected.json"), "utf8")
  return (JSON.parse(file) as { articles: Truth[] }).articles
}

function expectTruth({ articles }: Imported, truths: readonly Truth[]): void {
  expect(articles.map(inTermsOfTruth)).toEqual(truths.map(bareTruth))
  for (const [at, truth] of truths.entries()) {
    if (truth.headlineParts === undefined) continue
    expect(articles[at]?.headlineParts).toEqual(truth.headlineParts)
  }
}

describe.skipIf(!present)("the seed page", () => {
  const page = resolve(SEED, "000_b6d4e270453f7148.txt")

  it("comes out as ten articles, each as read by hand", () => {
    const imported = read(page)
    expect(imported.encoding).toBe("utf-8")
    expectTruth(imported, truthsOf(SEED))
  })

  it("leaves the two names of one headline together and splits its couplets", () => {
    const parts = read(page).articles.map((article) => article.headlineParts.length)
    expect(parts).toEqual([2, 1, 1, 1, 1, 1, 2, 0, 2, 0])
  })

  it("proposes a split at both swallowed paragraph breaks and splits neither", () => {
    const swallowed = read(page).decisions.filter((one) => one.id.startsWith("swallowed:"))
    expect(swallowed.map(({ line, choice }) => [line, choice])).toEqual([
      [151, "keep"],
      [151, "keep"],
    ])
  })

  it("gives a reason in both languages and a sureness for every decision", () => {
    for (const { why, confidence, choice, choices, line } of read(page).decisions) {
      expect(why).toMatch(/^.*\p{Script=Han}.* · .*[a-z]/u)
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(choices).toContain(choice)
      expect(line).toBeGreaterThan(0)
    }
  })
})

describe("the sample page", () => {
  it("comes out as its truth says", () => {
    expectTruth(read(resolve(OWN, "ruihe-a1.md")), truthsOf(OWN))
  })
})
