import type { Say } from "../finding.ts"
import type { MarkAnswer, NewMark } from "../issue/mark.ts"
import type { PageBox } from "./sheet-places.ts"

/** A mark that a comment is taken for (待收批注): a person takes it in or lets it be. */
export interface Proposal {
  readonly mark: NewMark
  /** What was answered to it in its file. */
  readonly thread: readonly MarkAnswer[]
  /** The mark that it is another wording of; null for a new one. */
  readonly replaces: string | null
  /** Why its place or its meaning is not sure; null where both are. */
  readonly unsure: Say | null
  /** The words that it stood on in the proof. */
  readonly quote: string
  /** Where it stood on the proof's page; null where that is not known. */
  readonly seen: PageBox | null
}

/** An answer to a mark of ours. */
export interface ProposedAnswer {
  readonly mark: string
  readonly answer: MarkAnswer
}

/** What a file of comments holds for an issue; nothing of it is applied by itself. */
export interface Proposals {
  readonly marks: readonly Proposal[]
  readonly answers: readonly ProposedAnswer[]
  /** Comments that the issue has already. */
  readonly known: number
  /** Comments that say nothing. */
  readonly silent: number
}
