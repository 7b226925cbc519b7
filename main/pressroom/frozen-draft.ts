import { createHash } from "node:crypto"
import { drawingsUsed } from "../../fonts/made/made-face.ts"
import type { DisplayList } from "../../layouts/display/list.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { freezePage, type FrozenPage } from "../../layouts/proof/frozen-page.ts"
import { writeDraft } from "../files/whole.ts"
import { composedPage } from "./press-lists.ts"
import type { Run } from "./press-sheet.ts"

/** What is written beside a proof's PDF: the page frozen, and the SHA-256 of all that it prints. */
export interface FrozenDraft {
  readonly list: string
  readonly frozen: FrozenPage
}

/** Writes the draft of a page frozen with its proof, from the very documents that the PDF is made of. */
export function draftFrozen(run: Run, path: string): void {
  const { order } = run.sheet
  const page = composedPage(run, order.pages[0]!)
  const frozen = { ...freezePage(page, run.marks), ...madeIn(page.list, run.issue) }
  const draft: FrozenDraft = { list: hashOfList(page.list), frozen }
  writeDraft(path, [new TextEncoder().encode(JSON.stringify(draft))])
}

/** The made glyphs that a list prints, for the proof to be shown with when they have been redrawn. */
function madeIn({ items }: DisplayList, { glyphs = [] }: Issue): Pick<FrozenPage, "made"> {
  const faces = new Set(items.flatMap((item) => (item.kind === "glyphs" ? item.face : [])))
  const made = drawingsUsed(glyphs, faces)
  if (made.length === 0) return {}
  return {
    made: made.map(({ character, reading, path }) => ({ character, reading, path })),
  }
}

/** SHA-256 of a display list: the same page gives the same on every machine. */
export function hashOfList(list: DisplayList): string {
  return createHash("sha256").update(JSON.stringify(list)).digest("hex")
}
