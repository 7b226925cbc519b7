import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Article } from "../../layouts/issue/article.ts"
import { importText } from "../../main/import/import.ts"
import { madePage, plainPage } from "../build/import-page.ts"
import type { MadePage, Wanted } from "../build/import-page.ts"

/** A fixed seed: the pages are the same on every run. */
const RUNS = { numRuns: 250, seed: 20230918 }

/** An article in the terms in which the made page says what it wants. */
function found(article: Article): Wanted {
  const { kind, headline, deck, credit, closing, dateline, truncated, story } = article
  const body = story.filter((one) => one.role === "body")
  return {
    kind: kind as Wanted["kind"],
    headline,
    deck,
    subheads: story.filter((one) => one.role === "subhead").map((one) => one.text),
    credit,
    closing,
    dateline,
    truncated,
    paragraphs: body.map((one) => one.text),
    cuts: body.flatMap(({ columnBreaks }, paragraph) =>
      columnBreaks.map(({ offset }) => ({ paragraph, offset })),
    ),
  }
}

function expectFound({ source, wanted }: MadePage): void {
  const imported = importText(source)
  if (!imported.ok) throw new Error(imported.say.en)
  expect(imported.value.articles.map(found)).toEqual(wanted)
}

describe("pages made by chance", () => {
  it("come out as they were made: boundaries, kinds, cuts healed, fillers apart", () => {
    fc.assert(fc.property(madePage, expectFound), RUNS)
  })

  it("come out the same when no heading is marked", () => {
    fc.assert(fc.property(plainPage, expectFound), RUNS)
  })
})
