import type { Say } from "../finding.ts"

/**
 * A step of the three reviews (三审) or of the three readings (三校). Nobody does two of either row:
 * no paper's own workflow can change that. Source: reference/domain.md §4
 */
export type Step = "review1" | "review2" | "review3" | "proof1" | "proof2" | "proof3"

export const REVIEWS = ["review1", "review2", "review3"] as const
export const READINGS = ["proof1", "proof2", "proof3"] as const

/** A step that somebody did. */
export interface DoneStep {
  readonly step: Step
  readonly who: string
}

/** Rows of steps of which nobody does two. */
export const SEPARATE: readonly (readonly Step[])[] = [REVIEWS, READINGS]

/** What may be edited in a state: `listed` is only what was listed when it was signed (改后签发). */
export type Edits = "everything" | "text" | "marks" | "listed" | "nothing"

/** What must hold before a page goes on; see guards.ts. */
export const GUARDS = [
  ...(["marks-answered", "recheck-done", "no-overset", "no-missing-glyph"] as const),
  ...(["preflight-clean", "jumps-whole", "pictures-approved", "proof-fresh"] as const),
  "only-listed",
] as const

export type GuardId = (typeof GUARDS)[number]

/** A role, and the words that people write it with in their profile. */
export interface Role {
  readonly id: string
  readonly name: Say
  readonly words: readonly string[]
  /** What it may ever change: proofreaders mark and never edit. */
  readonly writes: "content" | "marks" | "nothing"
}

/** A state of a page on its way to print. */
export interface RoundState {
  readonly id: string
  readonly name: Say
  /** Roles that work in it. */
  readonly acts: readonly string[]
  readonly edits: Edits
}

/** A way from one state to another. */
export interface Transition {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly say: Say
  /** Roles that may go it. */
  readonly acts: readonly string[]
  /** The step that whoever goes it has done by that; null for none. */
  readonly step: Step | null
  /** Steps that must have been done since the page was last sent back or begun. */
  readonly needs: readonly Step[]
  readonly guards: readonly GuardId[]
  /** Whether an opinion (意见) must be written. */
  readonly opinion: boolean
  /** Whether the page is frozen as a new proof (大样): always, when it changed since the last, or never. */
  readonly freezes: "always" | "changed" | "never"
  /** Whether it signs the page for print (签发 付印); one with `lists` lets the listed spots change first. */
  readonly signs: boolean
  readonly lists: boolean
}

/** A paper's way from 起版 to 归档; JSON-safe. */
export interface Workflow {
  readonly form: 1
  readonly roles: readonly Role[]
  readonly states: readonly RoundState[]
  readonly transitions: readonly Transition[]
  /** State of a page that nothing was recorded of. */
  readonly start: string
  /** Guards that a name and a reason may pass (具名放行). */
  readonly waivable: readonly GuardId[]
}

/** The state of an id. Throws for one that the workflow does not have. */
export function stateOf({ states }: Pick<Workflow, "states">, id: string): RoundState {
  const state = states.find((one) => one.id === id)
  if (!state) throw new Error(`no state ${id} in the workflow`)
  return state
}

/** The role that a person's own word for it means; null when the workflow knows none such. */
export function roleOf({ roles }: Pick<Workflow, "roles">, word: string): Role | null {
  const written = word.trim().normalize("NFKC")
  return roles.find(({ id, words }) => id === written || words.includes(written)) ?? null
}
