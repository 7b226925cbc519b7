import type { IssueStore } from "../../files/issue-store.ts"
import { proofFile } from "../../files/proofs.ts"

/** The PDFs of an issue's frozen proofs that are whole, the newest first. */
export function proofFiles({
  path,
  proofs,
}: Pick<IssueStore, "path" | "proofs">): readonly string[] {
  const whole = proofs().filter(({ fault }) => fault === null)
  return whole.toReversed().map(({ pdf }) => proofFile(path, pdf, "pdf"))
}
