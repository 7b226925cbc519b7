import { createStore } from "zustand/vanilla"
import type { ComposedPage } from "../../layouts/compose.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { forbiddenPage } from "../../layouts/proof/allowed-change.ts"
import type { FrozenPage } from "../../layouts/proof/frozen-page.ts"
import type { KeptRecords } from "../../layouts/proof/record.ts"
import { roundOf, workflowOf } from "../../layouts/proof/round-records.ts"
import { editsFor, freshRound, type Profile } from "../../layouts/proof/rounds.ts"
import { stateOf, type Edits, type Workflow } from "../../layouts/proof/workflow.ts"
import type { StoredProof } from "../../main/bridge/contract.ts"
import { desk } from "./desk.ts"
import { tell, valueOf, type Means } from "./means.ts"
import { preferences } from "./preferences.ts"

/** What the desk knows of the open issue's proofs and records. */
export interface Rounds {
  readonly kept: KeptRecords
  readonly proofs: readonly StoredProof[]
  /** What proofs froze, by `page/number`; fetched when it is needed. */
  readonly frozen: ReadonlyMap<string, FrozenPage>
  /** True while a proof is being frozen. */
  readonly busy: boolean
}

const NO_ROUNDS: Rounds = {
  kept: { records: [], broken: [] },
  proofs: [],
  frozen: new Map(),
  busy: false,
}

/** The proofs and records of the open issue. */
export const rounds = createStore<Rounds>(() => NO_ROUNDS)

/** Asks what was done with an issue, and for its proofs; what cannot be read is told and left out. */
export async function roundsOf(
  path: string,
  { door }: Means,
): Promise<Partial<Pick<Rounds, "kept" | "proofs">>> {
  const answers = [door.call("records", path), door.call("proofs", path)] as const
  const [records, stored] = await Promise.all(answers)
  const [kept, proofs] = [valueOf(records), valueOf(stored)]
  return { ...(kept && { kept }), ...(proofs && { proofs }) }
}

/** Asks anew what was done with the open issue. */
export async function fetchRounds(means: Means): Promise<void> {
  const { path } = desk.getState()
  if (path === null) return
  const known = await roundsOf(path, means)
  if (desk.getState().path === path) rounds.setState(known)
}

/** Who is at the desk, as the workflow asks. */
export function profileHere(): Profile {
  const { name = "", role = "" } = preferences.getState().set?.person ?? {}
  return { who: name, role }
}

/** The workflow that a page of the open issue goes by; for null that of its pages that went no step. */
export function workflowHere(page: string | null): Workflow {
  return workflowOf(rounds.getState().kept.records, page).workflow
}

/**
 * What whoever is at the desk may edit of a page as far as it is; for null of what stands on no page,
 * as of a page that went no step: there the role alone decides.
 */
export function editsHere(page: string | null): Edits {
  const workflow = workflowHere(page)
  const { records } = rounds.getState().kept
  const round = page === null ? freshRound(workflow) : roundOf(workflow, records, page)
  return editsFor(workflow, round, profileHere())
}

/** Whether the states of the pages, and the role of whoever is at the desk, let a change be; one that they do not is told. */
export function allowsHere(before: Issue, after: Issue): boolean {
  if (desk.getState().draft) return true
  const { records } = rounds.getState().kept
  if (records.length === 0 && editsHere(null) === "everything") return true
  const page = forbiddenPage(before, after, editsHere)
  if (page === null) return true
  const workflow = workflowHere(page)
  const state = stateOf(workflow, roundOf(workflow, records, page).state).name
  tell(
    {
      zh: `${page} 版在“${state.zh}”，此刻不能这样改。`,
      en: `Page ${page} is in “${state.en}” and may not be changed so now.`,
    },
    true,
  )
  return false
}

/** What a proof froze; fetched once. */
export async function frozenOf(proof: StoredProof, means: Means): Promise<FrozenPage | null> {
  const key = `${proof.page}/${proof.number}`
  const known = rounds.getState().frozen.get(key)
  const { path } = desk.getState()
  if (known || path === null) return known ?? null
  const found = valueOf(await means.door.call("proof", path, proof.page, proof.number))
  if (!found || desk.getState().path !== path) return null
  rounds.setState(({ frozen }) => ({ frozen: new Map([...frozen, [key, found.frozen]]) }))
  return found.frozen
}

const hashes = new WeakMap<ComposedPage["list"], Promise<string>>()

/** SHA-256 of all that a page prints, as the machine takes it of a proof. */
export function hashOfPage({ list }: Pick<ComposedPage, "list">): Promise<string> {
  const known = hashes.get(list) ?? hashOf(JSON.stringify(list))
  hashes.set(list, known)
  return known
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("")
}
