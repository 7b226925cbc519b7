import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { describe, expect, it } from "vitest"
import type { Article } from "../../layouts/issue/article.ts"
import { importBytes } from "../../main/import/import.ts"
import type { Imported } from "../../main/import/import.ts"

const FOLDER = resolve(import.meta.dirname, "../../../shared/seed")
const present = existsSync(FOLDER)
if (!present) console.warn(`skipped: ${FOLDER} does not exist`)

interface Truth {
  readonly kind: string
  readonly headline: string | null
  readonly headlineParts?: readonly string[]
  readonly deck: string | null
  readonly subheads: readonly { readonly text: string }[]
  readonly credit: string | null
  readonly closing: string | null
  readonly truncated: boolean
  readonly bodyParagraphs: number
  readonly bodyCharacters: number
  readonly columnBreaks: readonly {
    readonly paragraph: number
    readonly offset: number
    readonly before: string
    readonly after: string
  }[]
}

/** An article in the terms of the truth: paragraphs count the body alone, characters leave out blanks. */
function inTermsOfTruth(article: Article): Truth {
  const body = article.story.filter((paragraph) => paragraph.role === "body")
  return {
    kind: article.kind,
    headline: article.headline,
    deck: article.deck,
    subheads: article.story.filter((one) => one.role === "subhead").map(({ text }) => ({ text })),
    credit: article.credit,
    closing: article.closing,
    truncated: article.truncated,
    bodyParagraphs: body.length,
    bodyCharacters: body.reduce((sum, { text }) => sum + text.replace(/\s/g, "").length, 0),
    columnBreaks: body.flatMap(({ columnBreaks }, paragraph) =>
      columnBreaks.map((one) => ({ paragraph, ...one })),
    ),
  }
}

function read(): Imported {
  const bytes = readFileSync(resolve(FOLDER, "000_b6d4e270453f7148.txt"))
  const imported = importBytes(bytes)
  if (!imported.ok) throw new Error(imported.say.en)
  return imported.value
}

describe.skipIf(!present)("the seed page", () => {
  const truths = present
    ? (JSON.parse(readFileSync(resolve(FOLDER, "expected.json"), "utf8")) as { articles: Truth[] })
        .articles
    : []

  it("comes out as ten articles, each as read by hand", () => {
    const { articles, encoding } = read()
    expect(encoding).toBe("utf-8")
    const wanted = truths.map((truth) => {
      const { kind, headline, deck, subheads, credit, closing, truncated } = truth
      const { bodyParagraphs, bodyCharacters, columnBreaks } = truth
      const words = { kind, headline, deck, subheads, credit, closing, truncated }
      return { ...words, bodyParagraphs, bodyCharacters, columnBreaks }
    })
    expect(articles.map(inTermsOfTruth)).toEqual(wanted)
  })

  it("proposes the headline's parts where the truth has them", () => {
    const { articles } = read()
    for (const [at, truth] of truths.entries()) {
      if (truth.headlineParts !== undefined) {
        expect(articles[at]?.headlineParts).toEqual(truth.headlineParts)
      }
    }
  })

  it("leaves the two names of one headline together and splits its couplets", () => {
    const parts = read().articles.map((article) => article.headlineParts.length)
    expect(parts).toEqual([2, 1, 1, 1, 1, 1, 2, 0, 2, 0])
  })

  it("proposes a split at both swallowed paragraph breaks and splits neither", () => {
    const swallowed = read().decisions.filter((one) => one.id.startsWith("swallowed:"))
    expect(swallowed.map(({ line, choice }) => [line, choice])).toEqual([
      [151, "keep"],
      [151, "keep"],
    ])
  })

  it("gives a reason in both languages and a sureness for every decision", () => {
    for (const { why, confidence, choice, choices, line } of read().decisions) {
      expect(why).toMatch(/^.*\p{Script=Han}.* · .*[a-z]/u)
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(choices).toContain(choice)
      expect(line).toBeGreaterThan(0)
    }
  })
})
