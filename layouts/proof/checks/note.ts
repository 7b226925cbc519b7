import type { Say, Severity } from "../../finding.ts"
import type { RuleId } from "./rules.ts"

/** A place in one passage that a check stopped at; offsets count UTF-16 units of that passage. */
export interface Note {
  readonly rule: RuleId
  readonly from: number
  readonly to: number
  /** What could stand there instead, best first; an empty string takes the words out. */
  readonly suggest: readonly string[]
  /** What is wrong at this very place. */
  readonly say: Say
  /** Absent is the rule's own. */
  readonly severity?: Severity
  /** A fault in an important name, which counts double; absent for any other. */
  readonly important?: true
}

/** A stretch of text that is checked as one: a field of the headline block, or a paragraph. */
export interface Passage {
  readonly field: "kicker" | "headline" | "deck" | "body" | "subhead" | "credit" | "closing"
  /** Index into the story's paragraphs; null in the headline block. */
  readonly paragraph: number | null
  readonly text: string
  /** Length of the dateline that opens it, UTF-16 units. */
  readonly dateline: number
}
