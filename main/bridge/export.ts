import { Worker } from "node:worker_threads"
import type { IssueStore } from "../files/issue-store.ts"
import { writeDurably } from "../files/whole.ts"
import { done, fault, type Result } from "../result.ts"
import type { Events, ExportOrder } from "./contract.ts"
import type { PressSheet, PressWord } from "./export-worker.ts"

/** The exports that run, by issue. */
export interface Exports {
  run(order: ExportOrder, store: IssueStore): Promise<Result<readonly string[]>>
  cancel(issue: string): Promise<void>
}

/** Beside this file, built or as source. */
const WORKER = import.meta.url.endsWith(".ts") ? "./export-worker.ts" : "./export-worker.js"

/**
 * Exports run in a thread of their own, so that the desk is answered meanwhile; an export that is
 * cancelled ends at once and leaves no file, for the file is written whole when all pages are done.
 */
export function exporter(tell: (progress: Events["exportProgress"]) => void): Exports {
  const running = new Map<string, Worker>()
  return {
    async run(order, store) {
      const { issue, kind, out } = order
      if (kind === "png")
        return fault(
          "目前只能输出 PDF；PNG 可由 PDF 阅读器另存。",
          "Only PDF is written so far; a PDF viewer can save it as PNG.",
        )
      if (!/\.pdf$/i.test(out))
        return fault(
          "输出文件名须以 .pdf 结尾。",
          "The name of the exported file must end in .pdf.",
        )
      if (running.has(issue))
        return fault("这一期正在输出，请等它完成。", "This issue is being exported already.")
      const worker = new Worker(new URL(WORKER, import.meta.url), {
        workerData: sheetOf(order, store),
      })
      running.set(issue, worker)
      try {
        const pdf = await printed(worker, (done, pages) => tell({ issue, done, pages }))
        return pdf.ok ? written(out, pdf.value) : pdf
      } finally {
        running.delete(issue)
        await worker.terminate()
      }
    },
    async cancel(issue) {
      await running.get(issue)?.terminate()
    },
  }
}

function sheetOf({ pages, marks, breaks = "free" }: ExportOrder, store: IssueStore): PressSheet {
  const files = store.pictures().map(({ id }) => [id, store.picture(id)!.file] as const)
  return { documents: store.documents(), files: new Map(files), pages, marks, breaks }
}

/** Waits for the worker's PDF; an end without one is a cancellation. */
function printed(
  worker: Worker,
  tell: (done: number, pages: number) => void,
): Promise<Result<Uint8Array>> {
  return new Promise((settle, fail) => {
    worker.on("message", (word: PressWord) => {
      if ("done" in word) tell(word.done, word.pages)
      else settle(word.pdf)
    })
    worker.on("error", fail)
    worker.on("exit", () => settle(fault("已取消输出。", "The export was cancelled.")))
  })
}

function written(out: string, pdf: Uint8Array): Result<readonly string[]> {
  try {
    writeDurably(out, pdf)
    return done([out])
  } catch (cause) {
    const { message } = cause as Error
    return fault(`写不了 ${out}：${message}。`, `${out} cannot be written: ${message}.`)
  }
}
