import type { Say } from "../finding.ts"
import { guardsOpen, type OpenGuard, type RoundFacts } from "./guards.ts"
import { roleOf, SEPARATE, stateOf, type Edits, type Step } from "./workflow.ts"
import type { DoneStep, Transition, Workflow } from "./workflow.ts"

/** Who acts: a name and the role of a local profile. */
export interface Profile {
  readonly who: string
  readonly role: string
}

/** What was signed for print: the page's display list by its hash, and the proof that holds its PDF. */
export interface Signature {
  readonly who: string
  readonly list: string
  readonly proof: number
}

/** How far a page is. */
export interface PageRound {
  readonly state: string
  /** Every step ever done on the page, also before it was sent back. */
  readonly done: readonly DoneStep[]
  /** Steps that count now: going back to a state undoes those that are done from there on. */
  readonly counted: readonly Step[]
  /** Number of its newest proof; 0 before the first. */
  readonly proof: number
  /** Ids of the marks that alone may still change something (改后签发); null when none were listed. */
  readonly listed: readonly string[] | null
  readonly signature: Signature | null
}

/** What somebody wants done with a page. */
export interface Act extends Profile {
  readonly transition: string
  readonly opinion: string
  /** Reasons for guards that are passed all the same, by guard. */
  readonly waived: Readonly<Record<string, string>>
  /** Ids of the marks that may still change something, for 改后签发. */
  readonly listed: readonly string[]
}

/** What became of an act: how far the page then is, or why nothing happened. */
export type Advanced =
  | { readonly ok: true; readonly round: PageRound; readonly freezes: boolean }
  | { readonly ok: false; readonly say: Say; readonly open: readonly OpenGuard[] }

/** How far a page is of which nothing was recorded. */
export function freshRound({ start }: Workflow): PageRound {
  return { state: start, done: [], counted: [], proof: 0, listed: null, signature: null }
}

/** A name as it is compared: blanks and widths do not make another person of anyone. */
export function sameName(a: string, b: string): boolean {
  const bare = (name: string): string => name.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase()
  return bare(a) === bare(b)
}

/**
 * Why somebody may not go a transition; null when they may. Their role must be one of it, and of the
 * reviews as of the readings nobody ever does two on a page.
 */
export function mayAct(
  workflow: Workflow,
  transition: Transition,
  profile: Profile,
  done: readonly DoneStep[],
): Say | null {
  if (profile.who.trim() === "") return NOBODY
  const role = roleOf(workflow, profile.role)
  if (!role || !transition.acts.includes(role.id)) return notOfRole(workflow, transition)
  const { step } = transition
  const row = SEPARATE.find((steps) => step !== null && steps.includes(step))
  const other = done.find(
    ({ who, step: did }) => did !== step && row?.includes(did) && sameName(who, profile.who),
  )
  if (!other) return null
  const [zh, en] = STEP_NAMES[other.step]
  return {
    zh: `${profile.who} 已做过${zh}，同一人不能再做${STEP_NAMES[step!][0]}。`,
    en: `${profile.who} did the ${en} already and cannot do the ${STEP_NAMES[step!][1]} as well.`,
  }
}

/** Said to who acts without a name. */
export const NOBODY: Say = {
  zh: "先在偏好设置里写下姓名和岗位。",
  en: "Write your name and role in the preferences first.",
}

function notOfRole({ roles }: Workflow, { acts, say }: Transition): Say {
  const names = roles.filter(({ id }) => acts.includes(id)).map(({ name }) => name)
  return {
    zh: `“${say.zh}”由${names.map(({ zh }) => zh).join("、")}做。`,
    en: `“${say.en}” is for: ${names.map(({ en }) => en).join(", ")}.`,
  }
}

const STEP_NAMES: Readonly<Record<Step, readonly [zh: string, en: string]>> = {
  review1: ["初审", "first review"],
  review2: ["复审", "second review"],
  review3: ["终审", "final review"],
  proof1: ["一校", "first proof"],
  proof2: ["二校", "second proof"],
  proof3: ["三校", "third proof"],
}

/** The transitions that leave a page's state, in the workflow's order. */
export function waysFrom(workflow: Workflow, { state }: PageRound): readonly Transition[] {
  return workflow.transitions.filter(({ from }) => from === state)
}

/** Steps that a transition needs and that were not done. */
export function stepsMissing({ needs }: Transition, { counted }: PageRound): readonly Step[] {
  return needs.filter((step) => !counted.includes(step))
}

/**
 * Goes a transition: nothing happens unless its person may, its steps are done, and its guards are met
 * or waived with a reason where the workflow lets them be. The caller freezes a proof when told.
 */
export function advance(
  workflow: Workflow,
  round: PageRound,
  act: Act,
  facts: RoundFacts,
): Advanced {
  const transition = waysFrom(workflow, round).find(({ id }) => id === act.transition)
  if (!transition) return refused({ zh: "这一步此刻不能走。", en: "This is no way on from here." })
  const barred = mayAct(workflow, transition, act, [...round.done, ...facts.readers])
  if (barred) return refused(barred)
  const [missing] = stepsMissing(transition, round)
  if (missing) return refused(stepMissing(missing))
  if (transition.opinion && act.opinion.trim() === "")
    return refused({ zh: "须写意见。", en: "An opinion must be written." })
  const open = guardsOpen(workflow, transition, facts).filter(
    ({ guard, waivable }) => !waivable || (act.waived[guard] ?? "").trim() === "",
  )
  if (open.length > 0) return { ok: false, say: open[0]!.say, open }
  const freezes = freezesNow(transition, round, facts)
  const next = gone(round, transition, { act, facts, freezes })
  return { ok: true, freezes, round: { ...next, counted: countedIn(workflow, next, transition) } }
}

function refused(say: Say): Advanced {
  return { ok: false, say, open: [] }
}

function stepMissing(step: Step): Say {
  const [zh, en] = STEP_NAMES[step]
  return { zh: `${zh}还没有做。`, en: `The ${en} is not done yet.` }
}

/** Whether a page gets a new proof: also whenever it changed since its last one and goes to be read. */
function freezesNow({ freezes }: Transition, { proof }: PageRound, facts: RoundFacts): boolean {
  if (freezes === "always") return true
  return freezes === "changed" && proof > 0 && facts.list !== facts.proofList
}

function gone(
  round: PageRound,
  transition: Transition,
  { act, facts, freezes }: { act: Act; facts: RoundFacts; freezes: boolean },
): PageRound {
  const { step, to, signs, lists } = transition
  const proof = round.proof + (freezes ? 1 : 0)
  const signature = signs ? { who: act.who, list: facts.list, proof } : null
  return {
    state: to,
    done: step === null ? round.done : [...round.done, { step, who: act.who }],
    counted: step === null ? round.counted : [...new Set([...round.counted, step])],
    proof,
    listed: lists ? act.listed : null,
    signature: transition.from === to ? round.signature : signature,
  }
}

/** The steps that still count after a transition: one that goes back undoes what came behind it. */
function countedIn(
  { states, transitions }: Workflow,
  { counted }: PageRound,
  { from, to }: Transition,
): readonly Step[] {
  const index = (state: string): number => states.findIndex(({ id }) => id === state)
  if (index(to) >= index(from)) return counted
  const undone = transitions.filter((way) => index(way.from) >= index(to)).map(({ step }) => step)
  return counted.filter((step) => !undone.includes(step))
}

/** What of a page its state lets somebody edit; a role may never more than it ever may. */
export function editsFor(
  workflow: Workflow,
  round: Pick<PageRound, "state">,
  profile: Profile,
): Edits {
  const { edits } = stateOf(workflow, round.state)
  const role = roleOf(workflow, profile.role)
  if (role?.writes === "nothing") return "nothing"
  if (role?.writes === "marks") return edits === "nothing" ? "nothing" : "marks"
  return edits
}
