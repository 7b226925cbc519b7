import { useMemo } from "react"
import { useStore } from "zustand"
import { createStore } from "zustand/vanilla"
import type { ComposedPage } from "../../layouts/compose.ts"
import type { Mark } from "../../layouts/issue/mark.ts"
import { compareProofs } from "../../layouts/proof/compare-proofs.ts"
import { freezePage, type FrozenPage } from "../../layouts/proof/frozen-page.ts"
import { differenceBlocks, type ProofDifference } from "../../layouts/proof/proof-difference.ts"
import type { StoredProof } from "../../main/bridge/contract.ts"
import { useAtRest } from "./at-rest.ts"
import { composedPage, type Desk } from "./desk.ts"
import type { Means } from "./means.ts"
import { frozenOf } from "./rounds.ts"

/** A frozen proof that is looked at, by its number. */
export interface ShownProof {
  readonly number: number
  readonly frozen: FrozenPage
}

/** Two versions of a page that are compared. */
export interface Comparison {
  readonly page: string
  readonly was: ShownProof
  /** Null for the page as it stands. */
  readonly now: ShownProof | null
}

/** What this window compares, until it is put away. */
export interface Comparing {
  readonly comparison: Comparison | null
  /** The version that is shown beside the page; null for none. */
  readonly beside: "was" | "now" | null
  /** Index of the difference that the keys are at; null before the first. */
  readonly chosen: number | null
}

const NOTHING: Comparing = { comparison: null, beside: null, chosen: null }

export const comparing = createStore<Comparing>(() => NOTHING)

/** Compares a proof with its page as it stands; the same proof again puts the comparison away. */
export async function compareProof(proof: StoredProof, means: Means): Promise<void> {
  const { comparison } = comparing.getState()
  if (comparison?.page === proof.page && comparison.was.number === proof.number)
    return putAwayComparison()
  const frozen = await frozenOf(proof, means)
  if (!frozen) return
  const { page, number } = proof
  comparing.setState({ ...NOTHING, comparison: { page, was: { number, frozen }, now: null } })
}

/** Holds another version against the compared proof: another proof, the older of them first, or the page as it stands. */
export async function compareWith(other: StoredProof | null, means: Means): Promise<void> {
  const frozen = other && (await frozenOf(other, means))
  const { comparison } = comparing.getState()
  if (!comparison || (other && !frozen)) return
  const { page, was } = comparison
  if (!other || !frozen)
    return comparing.setState({ comparison: { page, was, now: null }, chosen: null, beside: null })
  const shown = { number: other.number, frozen }
  const [older, newer] = was.number < shown.number ? [was, shown] : [shown, was]
  comparing.setState({
    ...{ comparison: { page, was: older, now: newer }, chosen: null },
    beside: "was",
  })
}

/** Shows one of the compared versions beside the page, or none. */
export function showBeside(beside: Comparing["beside"]): void {
  comparing.setState({ beside })
}

/** Ends the comparison. */
export function putAwayComparison(): void {
  comparing.setState(NOTHING)
}

let known: {
  readonly of: readonly unknown[]
  readonly differences: readonly ProofDifference[]
} | null = null

/** How the compared versions differ, block by block; nothing while none are, or the page is not there. */
export function differencesIn(
  comparison: Comparison | null,
  { pages, marks }: Pick<Desk, "pages" | "marks">,
): readonly ProofDifference[] {
  if (!comparison) return NONE
  const { was, now, page } = comparison
  const composed = now ? null : composedPage({ pages }, page)
  const of = [was.frozen, now?.frozen ?? composed, now ? null : marks]
  if (known && known.of.every((part, i) => part === of[i])) return known.differences
  const newer = now ? now.frozen : frozenNow(composed, marks)
  const found = newer ? compareProofs(was.frozen, newer) : NONE
  const differences = differenceBlocks(found).flatMap((block) => block.differences)
  known = { of, differences }
  return differences
}

const NONE: readonly ProofDifference[] = []

function frozenNow(page: ComposedPage | null, marks: readonly Mark[]): FrozenPage | null {
  return page && freezePage(page, marks)
}

/** How the compared versions differ, told anew when the desk is at rest. */
export function useDifferences(): readonly ProofDifference[] {
  const comparison = useStore(comparing, (state) => state.comparison)
  const pages = useAtRest((state) => state.pages)
  const marks = useAtRest((state) => state.marks)
  return useMemo(() => differencesIn(comparison, { pages, marks }), [comparison, pages, marks])
}
