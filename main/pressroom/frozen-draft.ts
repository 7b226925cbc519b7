import { createHash } from "node:crypto"
import { composePage } from "../../layouts/compose.ts"
import type { DisplayList } from "../../layouts/display/list.ts"
import { freezePage, type FrozenPage } from "../../layouts/proof/frozen-page.ts"
import { writeDraft } from "../files/whole.ts"
import { pressesOf } from "../press.ts"
import type { Run } from "./press-sheet.ts"

/** What is written beside a proof's PDF: the page frozen, and the SHA-256 of all that it prints. */
export interface FrozenDraft {
  readonly list: string
  readonly frozen: FrozenPage
}

/** Writes the draft of a page frozen with its proof, from the very documents that the PDF is made of. */
export function draftFrozen(run: Run, path: string): void {
  const { order } = run.sheet
  const { compose } = pressesOf(run.library, new Map(), run.opened)
  const page = composePage(run.issue, order.pages[0]!, compose, order.breaks ?? "free")
  const frozen = freezePage(page, run.marks)
  const draft: FrozenDraft = { list: hashOfList(page.list), frozen }
  writeDraft(path, [new TextEncoder().encode(JSON.stringify(draft))])
}

/** SHA-256 of a display list: the same page gives the same on every machine. */
export function hashOfList(list: DisplayList): string {
  return createHash("sha256").update(JSON.stringify(list)).digest("hex")
}
