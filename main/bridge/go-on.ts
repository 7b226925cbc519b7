import { isWaiting } from "../../layouts/issue/mark.ts"
import { marksOnPage } from "../../layouts/proof/frozen-page.ts"
import { roundOf, workflowOf } from "../../layouts/proof/round-records.ts"
import { advance, type PageRound } from "../../layouts/proof/rounds.ts"
import { stateOf, type Workflow } from "../../layouts/proof/workflow.ts"
import type { IssueStore } from "../files/issue-store.ts"
import { done, fault, type Result } from "../result.ts"
import type { GoOnOrder, StoredProof } from "./contract.ts"
import { markedIssueOf } from "./documents.ts"
import type { Exports } from "./export.ts"
import { freezeProof } from "./freeze.ts"

/**
 * Goes a transition with a page: held against the records and the marks on the disk, not against what
 * the desk believes; freezes its proof where the transition asks for one, and is held again then, for
 * others may have worked on meanwhile; then written down for good.
 */
export async function goOn(
  order: GoOnOrder,
  store: IssueStore,
  exports: Exports,
): Promise<Result<PageRound>> {
  const { page, who, role, transition, opinion, waived, listed } = order
  const { workflow } = workflowOf(store.records().records, page)
  const before = roundOn(store, page, workflow)
  const facts = { ...order.facts, openMarks: openMarks(store, page), ...newestList(store, page) }
  const act = { who, role, transition, opinion, waived, listed }
  const first = advance(workflow, before, act, facts)
  if (!first.ok) return first
  const signs = first.round.signature !== null && before.signature === null
  const way = { workflow, store, exports, signs }
  const frozen = first.freezes ? await freezeFor(order, first.round, way) : null
  if (frozen && !frozen.ok) return frozen
  if (frozen && signs && frozen.value.list !== facts.list) return notAsShown()
  const round = roundOn(store, page, workflow)
  const known = frozen ? { ...facts, openMarks: openMarks(store, page) } : facts
  const next = frozen ? advance(workflow, round, act, known) : first
  if (!next.ok) return next
  const gone = withProof(next.round, frozen?.value ?? null)
  const from = round.state
  const body = { transition, from, to: gone.state, opinion, waived, listed, facts: known }
  const kind = signs ? "sign" : "transition"
  const kept = store.keepRecord({ who, role, page, kind, body: { ...body, round: gone } })
  return kept.ok ? done(gone) : kept
}

function roundOn(store: IssueStore, page: string, workflow: Workflow): PageRound {
  return roundOf(workflow, store.records().records, page)
}

/** How many marks wait on a page. */
function openMarks(store: IssueStore, page: string): number {
  const { issue, marks } = markedIssueOf(store.documents())
  const its = issue.pages.find(({ id }) => id === page)
  return its ? marksOnPage(marks, its).filter(isWaiting).length : 0
}

/** What the newest proof of a page is of. */
function newestList(store: IssueStore, page: string) {
  const newest = store.proofs().findLast((proof) => proof.page === page)
  return { proofList: newest?.list ?? null }
}

/** By what a page is frozen, and whether as what goes to the printer. */
interface Freezing {
  readonly workflow: Workflow
  readonly store: IssueStore
  readonly exports: Exports
  readonly signs: boolean
}

/** The proof that a transition asks for; a signature is on the file that goes to the printer. */
function freezeFor(
  { issue, page, who, role, at, breaks, press }: GoOnOrder,
  { state }: PageRound,
  { workflow, store, exports, signs }: Freezing,
): Promise<Result<StoredProof>> {
  const name = stateOf(workflow, state).name.zh
  const order = { issue, page, who, role, at, breaks, state: name }
  return freezeProof(signs ? { ...order, press } : order, store, exports)
}

function withProof(round: PageRound, proof: StoredProof | null): PageRound {
  if (!proof) return round
  const { number, list } = proof
  const { signature } = round
  return { ...round, proof: number, signature: signature && { ...signature, list, proof: number } }
}

function notAsShown(): Result<never> {
  return fault(
    "磁盘上的版面与屏幕上的不同，没有签发；请等保存完再签。",
    "The page on the disk is not the one that is shown; nothing was signed. Wait until it is saved.",
  )
}
