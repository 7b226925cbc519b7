import type { Box } from "../units.ts"
import type { Ink, Segment } from "./list.ts"

/**
 * What is said on a page without being part of it (批注): what a reader of the file can open, answer
 * and switch off. Painters turn notes into their format's annotations. JSON-safe; lengths in pt, y
 * down, origin at the trim's top left.
 */
export interface Note {
  /** Unique in a file: `<mark>` for a mark's own, `<mark>/…` for what belongs to it. */
  readonly id: string
  /** `Caret` between characters, markup on words, `Ink` for a drawn line, `Text` for a slip of paper. */
  readonly kind: NoteKind
  /** Where it stands, one box a line; a caret's box has no width. */
  readonly boxes: readonly Box[]
  readonly author: string
  /** What it is, in a word. */
  readonly subject: string
  /** What it says. */
  readonly say: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** How it is drawn; without outlines nothing is. */
  readonly look: NoteLook
  /** The note that it belongs to: one with it, or an answer to it. */
  readonly to: { readonly id: string; readonly as: "group" | "reply" } | null
  /** What an edit of text it asks for, as Acrobat names it. */
  readonly intent: "Replace" | "StrikeOutTextEdit" | null
  /** True for a caret that asks for a new paragraph. */
  readonly paragraph: boolean
  /** What an answer makes of the note that it answers. */
  readonly state: NoteState | null
}

export type NoteKind = "Caret" | "StrikeOut" | "Highlight" | "Ink" | "Text"

/** Outlines to be stroked; width and dash in pt. */
export interface NoteLook {
  readonly ink: Ink
  readonly outlines: readonly (readonly Segment[])[]
  readonly width: number
  readonly dash: readonly number[]
}

/** States that PDF readers know. Source: PDF 1.7, 12.5.6.3 */
export type NoteState = "None" | "Accepted" | "Rejected" | "Cancelled" | "Completed" | "Marked"

/** A file that goes with the pages, for programs that know it. */
export interface Enclosure {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
  /** What it is, in words. */
  readonly note: string
}
