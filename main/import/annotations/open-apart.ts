import type { OpenedNotes } from "../../../layouts/notes/foreign.ts"
import { fault, type Result } from "../../result.ts"
import { apart } from "../apart.ts"
import type { NotesOrder } from "./open-notes.ts"

/** How long a file may take, ms: a proof of 16 pages that lost its record takes some seconds. */
const PATIENCE = 180_000

/** Memory of the thread, MB. */
const MEMORY = 2048

/** What `openNotes` reads, in a thread of its own: the desk is answered meanwhile. */
export function openNotesApart(order: NotesOrder): Promise<Result<OpenedNotes>> {
  const limits = { patience: PATIENCE, memory: MEMORY, tooMuch }
  return apart({ worker: "notes-worker", beside: import.meta.url, order, ...limits })
}

function tooMuch(): Result<never> {
  return fault(
    "批注文件太大或已损坏，读不完；请对方另存一份，或只导出批注（FDF、XFDF）。",
    "The file of comments is too large or damaged to be read; ask for a new copy, or for the comments alone (FDF, XFDF).",
  )
}
