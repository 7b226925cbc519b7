import type { Look } from "./page.ts"
import type { ArticleSetting } from "./setting.ts"
import type { ParagraphLook, Span } from "./text-look.ts"

/** What an article (稿件) is on the page: its role decides which slots may take it. */
export type ArticleKind = "lead" | "news" | "photo" | "filler" | "ad"

/** What a paragraph of a story is; a photo's caption and a filler's lines are `body`. */
export type ParagraphRole = "body" | "subhead" | "closing" | "credit"

/** The fields of the headline block (标题): 引题, 主题, 副题. */
export type HeadWords = "kicker" | "headline" | "deck"

/**
 * Where a printed column ended inside a paragraph (原栏断点).
 * `offset` counts UTF-16 units into the joined text; `before` and `after` quote up to six
 * characters on each side, so that the anchor can be found again after edits.
 */
export interface ColumnBreak {
  readonly offset: number
  readonly before: string
  readonly after: string
}

/** One paragraph of a story. Its identity is what composed lines are remembered by. */
export interface Paragraph {
  readonly role: ParagraphRole
  readonly text: string
  /** Original column breaks inside this paragraph, by rising offset. */
  readonly columnBreaks: readonly ColumnBreak[]
  /** Length in UTF-16 units of the dateline (电头) that opens the text; 0 when there is none. */
  readonly dateline: number
  /** What is set of this paragraph over its style; absent is nothing. */
  readonly look?: ParagraphLook
  /** Stretches that are set unlike the rest, by rising offset, none over another; absent is none. */
  readonly spans?: readonly Span[]
}

/** A picture that an article brings: `id` is what the press resolves to bytes. */
export interface Picture {
  readonly id: string
  /** Alternative text for readers who cannot see it. */
  readonly alt: string
  /** Width divided by height, both in pixels, after orientation; null until it was read. */
  readonly aspect: number | null
  /** The part that is shown, as fractions of width and height from its top left; absent is all of it. */
  readonly crop?: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  /** Fills its frame, cut on the sides that stand over, or stands whole in its middle; absent fills. */
  readonly fit?: "fill" | "whole"
}

/**
 * One choice that the importer made, with its reason, so that a person can check and flip it.
 * `id` is stable for the same text; `choice` is one of `choices`.
 */
export interface Decision {
  readonly id: string
  /** What was decided, in words: "subhead", "column break joined" … */
  readonly what: string
  /** Why, in words a sub-editor understands. */
  readonly why: string
  /** 0 to 1. */
  readonly confidence: number
  readonly choice: string
  readonly choices: readonly string[]
  /** 1-based line of the source text. */
  readonly line: number
}

/** The copy that an article came from (原稿), word for word, kept to be read beside the page. */
export interface Manuscript {
  /** Name of the file that it came in; "" for text that came in none. */
  readonly name: string
  readonly text: string
}

/** An article (稿件): headline block, running text, pictures, and how it was recognised. */
export interface Article {
  readonly id: string
  readonly kind: ArticleKind
  readonly kicker: string | null
  readonly headline: string | null
  /** The headline split at its spaces as proposed: two-line headings, couplets, kicker + main. */
  readonly headlineParts: readonly string[]
  readonly deck: string | null
  readonly dateline: string | null
  readonly credit: string | null
  readonly closing: string | null
  /** True when the text ends in mid sentence with no continuation (稿件不完整). */
  readonly truncated: boolean
  /** The running text (正文) in reading order, subheads, closing and credit in their places. */
  readonly story: readonly Paragraph[]
  readonly pictures: readonly Picture[]
  readonly decisions: readonly Decision[]
  /** How it is to be composed; absent is plain. */
  readonly setting?: ArticleSetting
  /** The box round all of it on a page (加框); absent is none. */
  readonly surround?: Look
  /** The rules in the gutters between its own columns (栏线); absent is none, weight 0 none beside it either. */
  readonly columnRule?: Look
  /** Set as traditional text (繁体); absent is simplified. */
  readonly language?: "hant"
  /** Absent for one that was written at the desk. */
  readonly manuscript?: Manuscript
}
