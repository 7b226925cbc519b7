import type { Article } from "../../layouts/issue/article.ts"

/** What a page's `expected.json` says of one article, as a person read it. */
export interface Truth {
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

/**
 * An article in the terms of a truth: paragraphs count the body alone, from 0; offsets are UTF-16
 * units into the joined paragraph; characters leave out blanks.
 */
export function inTermsOfTruth(article: Article): Truth {
  const { kind, headline, deck, credit, closing, truncated, story } = article
  const body = story.filter((paragraph) => paragraph.role === "body")
  return {
    kind,
    headline,
    deck,
    subheads: story.filter((one) => one.role === "subhead").map(({ text }) => ({ text })),
    credit,
    closing,
    truncated,
    bodyParagraphs: body.length,
    bodyCharacters: body.reduce((sum, { text }) => sum + text.replace(/\s/g, "").length, 0),
    columnBreaks: body.flatMap(({ columnBreaks }, paragraph) =>
      columnBreaks.map((one) => ({ paragraph, ...one })),
    ),
  }
}

/** A truth with only what is compared: no notes, no source lines, no proposed parts. */
export function bareTruth(truth: Truth): Truth {
  const { kind, headline, deck, credit, closing, truncated } = truth
  const { subheads, bodyParagraphs, bodyCharacters, columnBreaks } = truth
  const words = { kind, headline, deck, subheads, credit, closing, truncated }
  return { ...words, bodyParagraphs, bodyCharacters, columnBreaks }
}
