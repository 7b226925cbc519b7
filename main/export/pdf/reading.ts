import type { Corners } from "./sheet.ts"

/**
 * What a part of an article is to readers of the file: a heading, a paragraph, a picture; names that
 * PDF does not know stand for paragraphs (`ROLES`).
 */
export type PartKind =
  "H1" | "H2" | "P" | "Kicker" | "Deck" | "Closing" | "Credit" | "Caption" | "Figure"

/** Our own names for parts, and PDF's that a reader may take them for. */
export const ROLES = { Kicker: "P", Deck: "P", Closing: "P", Credit: "P" } as const

/** A stretch of a page's content that is marked as one: page and mark both count from 0. */
export interface MarkedPlace {
  readonly page: number
  readonly mark: number
}

/** A part of an article: what it is and all the places where it stands, in reading order. */
export interface Part {
  readonly kind: PartKind
  /** A picture in words, and its box on the sheet; null for text. */
  readonly figure: { readonly alt: string; readonly box: Corners } | null
  readonly places: MarkedPlace[]
}

/**
 * The articles of a file as they are read, gathered while its pages are painted: one entry an
 * article and one part a paragraph, however many columns and pages they go on over.
 */
export interface Reading {
  /** Parts by their key within the article, the articles by id. */
  readonly articles: Map<string, Map<string, Part>>
  /** For each page the part that each of its marks belongs to. */
  readonly pages: Part[][]
}

/** A reading that nothing was painted of yet. */
export function freshReading(): Reading {
  return { articles: new Map(), pages: [] }
}
