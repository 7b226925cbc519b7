/** Who does something with an issue, and in what role. */
export interface Person {
  readonly who: string
  readonly role: string
}

/** What kinds of things are written down for good. */
export type RecordKind =
  | "workflow"
  | "freeze"
  | "transition"
  | "seen"
  | "sign"
  | "approve"
  | "ignore"
  | "override"
  | "output"

/** Something that was done with an issue, to be written down. */
export interface NewRecord extends Person {
  /** Null for what concerns the whole issue. */
  readonly page: string | null
  readonly kind: RecordKind
  /** What is told of it: plain JSON. */
  readonly body: Readonly<Record<string, unknown>>
}

/** A record as it is kept: with its number, this machine's name and clock, and the chain of hashes. */
export interface IssueRecord extends NewRecord {
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly machine: string
  readonly before: string
  readonly hash: string
}

/** All records of an issue, and the numbers at which their chain is broken. */
export interface KeptRecords {
  readonly records: readonly IssueRecord[]
  readonly broken: readonly number[]
}
