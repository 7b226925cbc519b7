import type { Say } from "../../layouts/finding.ts"

/** A printing condition (印刷条件): what the press and its paper do, and what they ask of a page. */
export interface PrintingCondition {
  /** Lower-case letters, digits and hyphens. */
  readonly id: string
  readonly name: Say
  /** Name of the characterised condition, as the output intent gives it (OutputConditionIdentifier). */
  readonly identifier: string
  /** What the condition is, in words, for whoever opens the file. */
  readonly note: string
  /** True when the identifier is in the ICC's registry, so that a file may leave the profile out. */
  readonly registered: boolean
  /** The profile's file beside the conditions; null for a condition known by its name alone. */
  readonly profile: string | null
  /** Most ink on one spot, percent of all plates together (总墨量). */
  readonly inkLimit: number
  /** Tone value increase at the middle (网点增大), percent. */
  readonly gain: number
  /** Thinnest rule that the press holds, pt. */
  readonly thinnest: number
  /** Pictures at their printed size, pixels an inch: below `error` the page is refused, below `warn` told; above `most` they are made smaller. */
  readonly resolution: { readonly error: number; readonly warn: number; readonly most: number }
}
