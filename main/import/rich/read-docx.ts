import { Worker } from "node:worker_threads"
import { fault, type Result } from "../../result.ts"
import type { OpenedDocx } from "./docx.ts"
import type { DocxOrder } from "./docx-worker.ts"

/** Beside this file, built or as source. */
const WORKER = import.meta.url.endsWith(".ts") ? "./docx-worker.ts" : "./docx-worker.js"

/** How long a document may take, ms: a hundred pages take a second or two. */
const PATIENCE = 60_000

/** Memory of the thread, MB. */
const MEMORY = 1024

/**
 * A Word document as HTML, read in a thread of its own: what somebody sent may be made to fill the
 * memory or to take for ever, and then only the thread is lost.
 */
export function readDocx(bytes: Uint8Array, tray: string): Promise<Result<OpenedDocx>> {
  const worker = new Worker(new URL(WORKER, import.meta.url), {
    workerData: { bytes, tray } satisfies DocxOrder,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  })
  return new Promise((settle) => {
    const end = (read: Result<OpenedDocx>): void => {
      clearTimeout(patience)
      settle(read)
      void worker.terminate()
    }
    const patience = setTimeout(() => end(tooMuch()), PATIENCE)
    worker.once("message", end)
    worker.once("error", () => end(tooMuch()))
    worker.once("exit", () => end(tooMuch()))
  })
}

function tooMuch(): Result<never> {
  return fault(
    "Word 文档太大或已损坏，读不完；请在 Word 或 WPS 里另存一份，或存为 txt。",
    "The Word document is too large or damaged to be read; save it anew in Word or WPS, or as txt.",
  )
}
