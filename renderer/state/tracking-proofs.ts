import { textsOf } from "../../layouts/proof/frozen-page.ts"
import { valueOf, type Means } from "./means.ts"
import { proofName, tracking } from "./tracking.ts"

/**
 * Asks for the frozen proofs (大样), and for the texts of the one that changes are to be
 * shown since; true when there is more to show than before.
 */
export async function fetchProofs(path: string, { door }: Means): Promise<boolean> {
  const stored = valueOf(await door.call("proofs", path)) ?? []
  const { since, proofs: known } = tracking.getState()
  const proofs = stored.map(
    (proof) =>
      known.find((one) => proofName(one) === proofName(proof)) ?? { ...proof, texts: null },
  )
  tracking.setState({ proofs })
  const wanted = proofs.find((proof) => proofName(proof) === since)
  if (!wanted || wanted.texts) return false
  const proof = valueOf(await door.call("proof", path, wanted.page, wanted.number))
  if (!proof) return false
  const texts = new Map(textsOf(proof.frozen).articles.map(({ id, ...own }) => [id, own]))
  tracking.setState({ proofs: proofs.map((one) => (one === wanted ? { ...one, texts } : one)) })
  return true
}
