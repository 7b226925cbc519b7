import { fault, type Result } from "../../result.ts"
import { apart } from "../apart.ts"
import type { OpenedDocx } from "./docx.ts"
import type { DocxOrder } from "./docx-worker.ts"

/** How long a document may take, ms: a hundred pages take a second or two. */
const PATIENCE = 60_000

/** Memory of the thread, MB. */
const MEMORY = 1024

/** A Word document as HTML, read in a thread of its own; its pictures are laid into the folder `tray`. */
export function readDocx(bytes: Uint8Array, tray: string): Promise<Result<OpenedDocx>> {
  const order: DocxOrder = { bytes, tray }
  const limits = { patience: PATIENCE, memory: MEMORY, tooMuch }
  return apart({ worker: "docx-worker", beside: import.meta.url, order, ...limits })
}

function tooMuch(): Result<never> {
  return fault(
    "Word 文档太大或已损坏，读不完；请在 Word 或 WPS 里另存一份，或存为 txt。",
    "The Word document is too large or damaged to be read; save it anew in Word or WPS, or as txt.",
  )
}
