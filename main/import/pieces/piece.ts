import type { Block } from "../lines/blocks.ts"

/** What a piece of the source is on the page. */
export type Role =
  | "heading"
  | "body"
  | "credit"
  | "closing"
  | "filler"
  | "caption"
  | "photoCredit"
  | "picture"
  | "rule"

/** A block, or the part of a block that stands apart, with its role. */
export interface Piece {
  readonly block: Block
  /** The words; a credit at a paragraph's end is a piece of its own. */
  readonly text: string
  readonly role: Role
  /** Length of the dateline that opens the text; body only. */
  readonly dateline: number
}

/** A piece while its role is being found; null is running text so far. */
export interface Draft {
  readonly block: Block
  readonly text: string
  role: Role | null
  /** Length of the dateline that opens the text. */
  readonly dateline: number
  /** True for the credit at the end of the paragraph before. */
  readonly tail: boolean
}

/** True where an article's running text cannot go on: the end, a heading, a rule, a dateline. */
export function isBoundary(draft: Draft | undefined): boolean {
  if (draft === undefined) return true
  if (draft.role === "heading" || draft.role === "rule") return true
  return draft.role === null && draft.dateline > 0
}

/** True when a draft is text whose role is not yet found. */
export function isFree(draft: Draft | undefined): draft is Draft {
  return draft !== undefined && draft.role === null
}
