import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { composePage } from "../../layouts/compose.ts"
import type { OpenDocument } from "../../layouts/issue/document.ts"
import { assumedRecord, groundedNotes } from "../../layouts/notes/assumed-record.ts"
import type { Proposals } from "../../layouts/notes/proposal.ts"
import { proposalsOf } from "../../layouts/notes/propose.ts"
import { openNotes } from "../../main/import/annotations/open-notes.ts"
import { press } from "./type.ts"

/** What the comments of a file are for a document, as the desk and the command find it. */
export function foundNotes(
  home: string,
  document: OpenDocument,
  { bytes, proofs }: { readonly bytes: Uint8Array; readonly proofs: readonly string[] },
): Proposals {
  const path = join(home, `${Math.random().toString(36).slice(2)}.pdf`)
  writeFileSync(path, bytes)
  const file = openNotes(path, proofs)
  if (!file.ok) throw new Error(file.say.zh)
  const now = { issue: document.issue(), marks: document.marks() }
  const grounded = groundedNotes(file.value, () => {
    const pages = now.issue.pages.map(({ id }) => composePage(now.issue, id, press, "free"))
    return assumedRecord(now.issue, pages, file.value.sheets)
  })
  return proposalsOf({ ...grounded, ...now, by: { pass: 1, role: "审读", at: 1 } })
}
