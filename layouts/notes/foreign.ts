import type { ProofRecord } from "./proof-record.ts"

/**
 * A comment on a PDF, whatever program wrote it (外来批注): nothing of it is trusted, and lengths
 * are in the PDF's own pt, y up, whichever way its page is turned or cropped.
 */
export interface ForeignNote {
  /** The page of the file, from 0. */
  readonly sheet: number
  /** The proof's sheet that its page is, null for none of them; absent for the one of its number. */
  readonly on?: number | null
  /** Its unique name (NM); null where the program gave none. */
  readonly name: string | null
  /** `Caret`, `StrikeOut` …, as PDF names them. */
  readonly kind: string
  /** Left, foot, right, top. */
  readonly rect: Corners
  /** Where its words are, a rectangle each; empty for what is not on words. */
  readonly quads: readonly Corners[]
  readonly author: string
  readonly say: string
  /** Milliseconds since 1970; null where it says nothing that is a time. */
  readonly at: number | null
  /** True for a caret that asks for a new paragraph. */
  readonly paragraph: boolean
  /** The note that it belongs to, as an index into the same list. */
  readonly to: { readonly index: number; readonly as: "group" | "reply" } | null
  /** The unique name of what it belongs to, where that is not in the same file. */
  readonly toName: string | null
  readonly state: string | null
}

export type Corners = readonly [left: number, foot: number, right: number, top: number]

/** Words that a page of a file shows, and where, pt, y up. */
export interface SheetWords {
  readonly text: string
  readonly box: Corners
}

/** A file's comments, with the record of the proof that it is of; null when that is not known. */
export interface OpenedNotes extends Omit<ForeignFile, "record"> {
  readonly record: ProofRecord | null
  /** What its pages show, for a PDF whose proof is not known; absent for all others. */
  readonly words?: readonly (readonly SheetWords[])[]
}

/** All comments of a file. */
export interface ForeignFile {
  /** The file's own id, hexadecimal; null without one. It stays when others save the file. */
  readonly id: string | null
  /** The pages' media boxes. */
  readonly sheets: readonly Corners[]
  readonly notes: readonly ForeignNote[]
  /** The record that went with the proof, as JSON that anyone may have changed; null without one. */
  readonly record: unknown
  /** Comments beyond what one file may have. */
  readonly cut: number
  /** True for a PDF that another password than the given one opens: nothing of it is read. */
  readonly locked?: true
}
