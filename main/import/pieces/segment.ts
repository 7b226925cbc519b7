import type { ParagraphRole } from "../../../layouts/issue/article.ts"
import type { Block } from "../lines/blocks.ts"

/** One paragraph of an article before its column breaks are joined. */
export interface Item {
  readonly role: ParagraphRole
  readonly text: string
  /** 1-based line of the source. */
  readonly line: number
  readonly dateline: number
  /** True for a line of verse or of a list. */
  readonly verse: boolean
  /** True when a photo or a filler stands between this paragraph and the one before. */
  readonly across: boolean
  /** Depth of the heading that a subhead was; 0 for the others. */
  readonly level: number
  /** True for a paragraph parted from the one before by choice: never joined to it. */
  readonly parted: boolean
}

/** The pieces of one article in source order, before they are made a record. */
export interface Segment {
  kind: "article" | "photo" | "filler" | "ad"
  /** 1-based line of the source where it begins. */
  readonly line: number
  /** Level of its headline; 0 without one. */
  readonly level: number
  readonly heads: Block[]
  readonly items: Item[]
  readonly pictures: { readonly id: string; readonly alt: string }[]
  /** True when it was signed or closed: no running text is added any more. */
  closed: boolean
  /** True when the person at the desk or the text has it begin without a headline after a closed one. */
  readonly stray: boolean
}

/** A new segment. */
export function openSegment(
  kind: Segment["kind"],
  line: number,
  more: { heads?: readonly Block[]; level?: number; stray?: boolean } = {},
): Segment {
  return {
    kind,
    line,
    level: more.level ?? 0,
    heads: [...(more.heads ?? [])],
    items: [],
    pictures: [],
    closed: false,
    stray: more.stray ?? false,
  }
}

/** True when running text was already put into the segment. */
export function hasText(segment: Segment): boolean {
  return segment.items.some((item) => item.role === "body")
}
