import type { Box } from "../units.ts"
import type { HeadWords } from "./article.ts"
import type { Payloads, SignId } from "./payload.ts"
import type { Place } from "./selection.ts"

/** What a mark is laid on. */
export type MarkRange =
  | {
      readonly kind: "text"
      /** The words of the headline block that it is in; null in the story. */
      readonly words: HeadWords | null
      /** The same place twice is between two characters. */
      readonly from: Place
      readonly to: Place
    }
  | { readonly kind: "picture"; readonly picture: number }
  /** A place of a page that no article owns, such as its folio; pt from the trim's top left. */
  | { readonly kind: "spot"; readonly page: string; readonly box: Box }

/** The marked words as they stood when they were marked, and up to twelve characters on each side. */
export interface Quoted {
  readonly before: string
  readonly text: string
  readonly after: string
}

/**
 * How surely a mark's words are found: `held` they stand there unchanged, `changed` what stands
 * there was edited, `found` the marked characters are gone but the same words stand at one other
 * place of the article, `lost` they are gone: the range is then where they were.
 */
export type Standing = "held" | "changed" | "found" | "lost"

/** What became of a mark; `open` and `asked` ones stand against closing a proof round. */
export type MarkState = "open" | "executed" | "refused" | "asked" | "withdrawn"

/** A note in a mark's thread; `state` is what it made of the mark, null when it only says something. */
export interface MarkAnswer {
  readonly author: string
  readonly role: string
  /** Milliseconds since 1970, given by whoever answers: the core has no clock. */
  readonly at: number
  readonly say: string
  readonly state: MarkState | null
}

/** One place that carrying out a mark changed: what stood there, what does, and where that is now. */
export interface ChangePiece {
  readonly words: HeadWords | null
  readonly before: string
  readonly after: string
  /** What stood beside it when it was changed. */
  readonly around: Pick<Quoted, "before" | "after">
  readonly from: Place
  readonly to: Place
  readonly standing: Standing
}

/** What is the same for a mark of any sign. */
interface MarkBody {
  readonly id: string
  /** Null for a spot of a page. */
  readonly article: string | null
  readonly range: MarkRange
  readonly standing: Standing
  readonly quote: Quoted
  /** Where the words are to go (转移); null for the other signs, and when the place is lost. */
  readonly target: Place | null
  /** Proof pass (校次), counted from 1. */
  readonly pass: number
  readonly author: string
  readonly role: string
  /** Milliseconds since 1970, given by whoever marks. */
  readonly at: number
  readonly state: MarkState
  readonly thread: readonly MarkAnswer[]
  /** What carrying it out by machine changed; empty while it is not, and when a hand did it. */
  readonly change: readonly ChangePiece[]
}

/** A proof mark (校对符号): a sign of GB/T 14706 on a range, with all that was said of it. */
export type Mark = {
  readonly [S in SignId]: MarkBody & { readonly sign: S; readonly payload: Payloads[S] }
}[SignId]

/** A mark as it is made: places are those of the issue as it stands. */
export type NewMark = {
  readonly [S in SignId]: Pick<
    MarkBody,
    "id" | "article" | "range" | "pass" | "author" | "role" | "at"
  > & { readonly sign: S; readonly payload: Payloads[S]; readonly target?: Place }
}[SignId]

/** Whether a mark still waits for its answer. */
export function isWaiting({ state }: Pick<Mark, "state">): boolean {
  return state === "open" || state === "asked"
}
