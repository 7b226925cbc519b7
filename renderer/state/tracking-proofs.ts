import { textsOf } from "../../layouts/proof/frozen-page.ts"
import { desk } from "./desk.ts"
import { valueOf, type Means } from "./means.ts"
import { frozenOf } from "./rounds.ts"
import { proofName, tracking } from "./tracking.ts"

/**
 * Asks for the frozen proofs (大样), and for the texts of the one that changes are to be
 * shown since; true when there is more to show than before.
 */
export async function fetchProofs(path: string, means: Means): Promise<boolean> {
  const stored = valueOf(await means.door.call("proofs", path))
  if (!stored || desk.getState().path !== path) return false
  const { since, proofs: known } = tracking.getState()
  const proofs = stored.map(
    (proof) =>
      known.find((one) => proofName(one) === proofName(proof)) ?? { ...proof, texts: null },
  )
  tracking.setState({ proofs })
  const wanted = stored.find((proof) => proofName(proof) === since)
  if (!wanted || proofs.some((proof) => proofName(proof) === since && proof.texts)) return false
  const frozen = await frozenOf(wanted, means)
  if (!frozen) return false
  const texts = new Map(textsOf(frozen).articles.map(({ id, ...own }) => [id, own]))
  tracking.setState((now) => ({
    proofs: now.proofs.map((one) => (proofName(one) === since ? { ...one, texts } : one)),
  }))
  return true
}
