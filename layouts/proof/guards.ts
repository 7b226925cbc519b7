import type { Say } from "../finding.ts"
import type { DoneStep, GuardId, Transition, Workflow } from "./workflow.ts"

/** What stands on a page when it is to go on. */
export interface RoundFacts {
  /** Marks that wait for their answer. */
  readonly openMarks: number
  /** Marks of the last round that are not carried out, and changes that nobody asked for (核红). */
  readonly unexecuted: number
  /** Characters that did not fit (余字). */
  readonly overset: number
  readonly missingGlyphs: number
  /** Errors of preflight. */
  readonly errors: number
  readonly brokenJumps: number
  /** Pictures that nobody approved. */
  readonly unapproved: number
  /** Changes since 改后签发 outside of the listed spots. */
  readonly unlisted: number
  /** SHA-256 of the page's display list as it stands, and of its newest proof's; null without one. */
  readonly list: string
  readonly proofList: string | null
  /** Who read the page by the marks that they laid on it: reading is done by marking, too. */
  readonly readers: readonly DoneStep[]
}

/** A guard that does not let the page pass yet. */
export interface OpenGuard {
  readonly guard: GuardId
  /** How much is missing; 1 where it is not counted. */
  readonly missing: number
  readonly say: Say
  readonly waivable: boolean
}

/** The guards of a transition that are not met. */
export function guardsOpen(
  workflow: Workflow,
  { guards }: Pick<Transition, "guards">,
  facts: RoundFacts,
): readonly OpenGuard[] {
  return guards.flatMap((guard) => {
    const missing = missingOf(guard, facts)
    const waivable = workflow.waivable.includes(guard)
    return missing === 0 ? [] : [{ guard, missing, say: SAYS[guard](missing), waivable }]
  })
}

function missingOf(guard: GuardId, facts: RoundFacts): number {
  switch (guard) {
    case "marks-answered":
      return facts.openMarks
    case "recheck-done":
      return facts.unexecuted
    case "no-overset":
      return facts.overset
    case "no-missing-glyph":
      return facts.missingGlyphs
    case "preflight-clean":
      return facts.errors
    case "jumps-whole":
      return facts.brokenJumps
    case "pictures-approved":
      return facts.unapproved
    case "only-listed":
      return facts.unlisted
    case "proof-fresh":
      return facts.list === facts.proofList ? 0 : 1
  }
}

const SAYS: Readonly<Record<GuardId, (missing: number) => Say>> = {
  "marks-answered": (n) => ({ zh: `${n} 处批注没有答复`, en: `${n} marks wait for an answer` }),
  "recheck-done": (n) => ({ zh: `核红还有 ${n} 处`, en: `${n} left to recheck` }),
  "no-overset": (n) => ({ zh: `余 ${n} 字`, en: `${n} characters over` }),
  "no-missing-glyph": (n) => ({ zh: `缺字形 ${n} 处`, en: `${n} missing glyphs` }),
  "preflight-clean": (n) => ({ zh: `印前检查 ${n} 个错误`, en: `${n} preflight errors` }),
  "jumps-whole": (n) => ({ zh: `转版不一致 ${n} 处`, en: `${n} broken jump lines` }),
  "pictures-approved": (n) => ({ zh: `${n} 张图片未批准`, en: `${n} pictures not approved` }),
  "proof-fresh": () => ({
    zh: "版面在出样之后变过，须出新的大样",
    en: "the page changed since its proof; it wants a new one",
  }),
  "only-listed": (n) => ({
    zh: `${n} 处改动不在签发所列之内`,
    en: `${n} changes are not among those listed`,
  }),
}
