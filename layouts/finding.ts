/** A sentence for the person at the desk, in both of the interface's languages. */
export interface Say {
  readonly zh: string
  readonly en: string
}

/** How much a finding matters: an error stops the press, a warning wants a look, a note explains. */
export type Severity = "error" | "warning" | "note"

/** Where in the issue a finding stands; offsets count UTF-16 units into the paragraph. */
export interface Where {
  readonly article?: string
  readonly page?: string
  /** The frame of that page. */
  readonly frame?: string
  /** Index into the story's paragraphs (subheads, closings and credits count). */
  readonly paragraph?: number
  readonly from?: number
  readonly to?: number
}

/** A fault in the document: shown and located, never thrown. */
export interface Finding {
  /** Stable id of the rule, `room/what`, such as `flow/overset`. */
  readonly rule: string
  readonly severity: Severity
  readonly where: Where
  readonly say: Say
}
