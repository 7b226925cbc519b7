import { Worker } from "node:worker_threads"
import { conditionCalled } from "../conditions/kept.ts"
import { plateFor, type Plate } from "../conditions/plate.ts"
import { filePaths } from "../export/file-paths.ts"
import type { IssueStore } from "../files/issue-store.ts"
import { writeDurably } from "../files/whole.ts"
import { done, fault, type Result } from "../result.ts"
import type { Events, ExportOrder } from "./contract.ts"
import type { Pressed, PressSheet, PressWord } from "./export-worker.ts"

/** The exports that run, by issue. */
export interface Exports {
  run(order: ExportOrder, store: IssueStore): Promise<Result<readonly string[]>>
  cancel(issue: string): void
}

/** Beside this file, built or as source. */
const WORKER = import.meta.url.endsWith(".ts") ? "./export-worker.ts" : "./export-worker.js"

/**
 * Exports run in a thread of their own, so that the desk is answered meanwhile; an export that is
 * cancelled ends at once and leaves no file, for files are written whole when all pages are done.
 */
export function exporter(
  home: string,
  tell: (progress: Events["exportProgress"]) => void,
): Exports {
  const running = new Map<string, () => void>()
  return {
    async run(order, store) {
      const { issue } = order
      if (running.has(issue))
        return fault("这一期正在输出，请等它完成。", "This issue is being exported already.")
      const plate = plateOf(order, home)
      if (!plate.ok) return plate
      const worker = new Worker(new URL(WORKER, import.meta.url), {
        workerData: sheetOf(order, store, plate.value),
      })
      try {
        const files = await new Promise<Result<readonly Pressed[]>>((settle, fail) => {
          running.set(issue, () => settle(cancelled()))
          worker.on("message", (word: PressWord) => {
            if ("done" in word) tell({ issue, ...word })
            else settle(word.files)
          })
          worker.on("error", fail)
          worker.on("exit", () => settle(cancelled()))
        })
        return files.ok ? written(order, files.value) : files
      } finally {
        running.delete(issue)
        void worker.terminate()
      }
    },
    cancel: (issue) => running.get(issue)?.(),
  }
}

function cancelled(): Result<never> {
  return fault("已取消输出。", "The export was cancelled.")
}

/** What the order's files are made to; a condition that is not there or does not do is said at once. */
function plateOf({ standard, condition }: ExportOrder, home: string): Result<Plate> {
  const known = condition === undefined ? null : conditionCalled(home, condition)
  if (known && !known.ok) return known
  return plateFor(standard ?? "proof", known && known.value)
}

function sheetOf(order: ExportOrder, store: IssueStore, plate: Plate): PressSheet {
  const files = store.pictures().map(({ id }) => [id, store.picture(id)!.file] as const)
  return { documents: store.documents(), files: new Map(files), order, plate }
}

function written(order: ExportOrder, files: readonly Pressed[]): Result<readonly string[]> {
  const { out, kind } = order
  const paths = filePaths(
    out,
    kind,
    files.map(({ page }) => page),
  )
  for (const [i, { bytes }] of files.entries()) {
    try {
      writeDurably(paths[i]!, bytes)
    } catch (cause) {
      const { message } = cause as Error
      return fault(`写不了 ${paths[i]}：${message}。`, `${paths[i]} cannot be written: ${message}.`)
    }
  }
  return done(paths)
}
