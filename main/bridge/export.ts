import { Worker } from "node:worker_threads"
import type { Say } from "../../layouts/finding.ts"
import { conditionCalled } from "../conditions/kept.ts"
import { plateFor, type Plate } from "../conditions/plate.ts"
import { fileHash } from "../files/file-hash.ts"
import { logOverride } from "../files/override-log.ts"
import { dropDraft, foldersAwaited, keepDraft, removeEmpty, removeQuietly } from "../files/whole.ts"
import type { IssueStore } from "../files/issue-store.ts"
import type { Refusal } from "../pressroom/override.ts"
import { trayOf, type Pressed, type PressSheet, type PressWord } from "../pressroom/press-sheet.ts"
import { done, fault, type Result } from "../result.ts"
import type { Events, ExportOrder } from "./contract.ts"

/** The exports that run, by issue. */
export interface Exports {
  /** `frozen` is a file that the one ordered page is frozen in beside its PDF. */
  run(
    order: ExportOrder,
    store: IssueStore,
    frozen?: string,
  ): Promise<Result<readonly string[]> | Refusal>
  cancel(issue: string): void
}

/** Beside this file, built or as source. */
const WORKER = import.meta.url.endsWith(".ts") ? "./export-worker.ts" : "./export-worker.js"

/**
 * Room for young objects, MB: left to itself the engine takes some 45 MB more, and the pages are
 * made no sooner.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 16 }

/** What a run is about to leave on the disk. */
interface Traces {
  readonly files: readonly string[]
  /** Folders that were not there before, innermost first. */
  readonly folders: readonly string[]
}

const NO_TRACES: Traces = { files: [], folders: [] }

/**
 * Exports run in a thread of their own, so that the desk is answered meanwhile. The thread writes
 * drafts; they take their files' places when all are made, so that an export that is cancelled leaves
 * nothing, and one that fails in part leaves whole files alone.
 */
export function exporter(
  home: string,
  tell: (progress: Events["exportProgress"]) => void,
): Exports {
  const running = new Map<string, () => void>()
  return {
    async run(order, store, frozen) {
      const { issue } = order
      if (running.has(issue))
        return fault("这一期正在输出，请等它完成。", "This issue is being exported already.")
      const plate = plateOf(order, home)
      if (!plate.ok) return plate
      const sheet = sheetOf(order, store, plate.value)
      const workerData = frozen === undefined ? sheet : { ...sheet, frozen }
      const worker = new Worker(new URL(WORKER, import.meta.url), { workerData, resourceLimits })
      let traces = NO_TRACES
      try {
        const ended = await new Promise<Result<Pressed> | Refusal>((settle, fail) => {
          running.set(issue, () => settle(cancelled()))
          worker.on("message", (word: PressWord) => {
            if ("done" in word) tell({ issue, ...word })
            else if ("ended" in word) settle(word.ended)
            else {
              const folders = [...new Set(word.planned.flatMap(foldersAwaited))]
              traces = { files: word.planned, folders: folders.sort((a, b) => b.length - a.length) }
              worker.postMessage("go")
            }
          })
          worker.on("error", fail)
          worker.on("exit", () => settle(cancelled()))
        })
        if (!ended.ok) return ended
        const logged = remembered(order, ended.value, { home, store })
        if (!logged.ok) return logged
        const { files, wrong } = kept(ended.value)
        const told = frozen === undefined ? await written(order, files, store) : done(null)
        if (!told.ok) wrong.push(told.say)
        return wrong.length === 0 ? done(files) : inPart(wrong, files)
      } finally {
        running.delete(issue)
        await worker.terminate()
        clearUp(traces)
      }
    },
    cancel: (issue) => running.get(issue)?.(),
  }
}

function cancelled(): Result<never> {
  return fault("已取消输出。", "The export was cancelled.")
}

/** What the order's files are made to; a condition that is not there or does not do is said at once. */
function plateOf({ as, standard, condition }: ExportOrder, home: string): Result<Plate> {
  if (as === "proofs" || as === "galleys") return plateFor("proof", null)
  const known = condition === undefined ? null : conditionCalled(home, condition)
  if (known && !known.ok) return known
  return plateFor(standard ?? "proof", known && known.value)
}

function sheetOf(order: ExportOrder, store: IssueStore, plate: Plate): PressSheet {
  const files = store.pictures().map(({ id }) => [id, store.picture(id)!.file] as const)
  return { documents: store.documents(), files: new Map(files), order, plate }
}

/** Remembers who let pages go out with errors, before their files take their places. */
function remembered(
  order: ExportOrder,
  { made, errors }: Pressed,
  { home, store }: { readonly home: string; readonly store: IssueStore },
): Result<null> {
  const { override, issue, standard = "proof", pages } = order
  if (!override || errors.length === 0 || made.length === 0) return done(null)
  const { name: who, reason } = override
  const body = { reason, standard, pages, files: made, errors: errors.length }
  const kept = store.keepRecord({ who, role: "", page: null, kind: "override", body })
  if (!kept.ok) return kept
  return logOverride(home, { ...override, issue, standard, files: made, errors }, new Date())
}

/** Writes down the hashes of a printer's files, so that it can be told which ones went out. */
async function written(
  { standard = "proof", as = "pages", pages, override }: ExportOrder,
  files: readonly string[],
  store: IssueStore,
): Promise<Result<null>> {
  if (files.length === 0 || standard === "proof" || as !== "pages") return done(null)
  try {
    const hashes = []
    for (const path of files) hashes.push({ path, sha256: await fileHash(path) })
    const body = { standard, pages, files: hashes }
    const who = override?.name ?? ""
    const told = store.keepRecord({ who, role: "", page: null, kind: "output", body })
    return told.ok ? done(null) : told
  } catch (cause) {
    const { message } = cause as Error
    return fault(
      `文件已输出，但没有记下它的校验值：${message}。`,
      `The files were exported, but their hashes were not written down: ${message}.`,
    )
  }
}

/** Puts the drafts in their files' places: those that are there now, and what could not be. */
function kept({ made, faults }: Pressed): { readonly files: string[]; readonly wrong: Say[] } {
  const files: string[] = []
  const wrong = [...faults]
  for (const path of made) {
    try {
      keepDraft(path)
      files.push(path)
    } catch (cause) {
      const { message } = cause as Error
      wrong.push({
        zh: `写不了 ${path}：${message}。`,
        en: `${path} cannot be written: ${message}.`,
      })
    }
  }
  return { files, wrong }
}

/** All that went wrong, and how many files are whole beside it. */
function inPart(wrong: readonly Say[], files: readonly string[]): Result<never> {
  const rest =
    files.length === 0
      ? { zh: "", en: "" }
      : {
          zh: `其余 ${files.length} 个文件已输出。`,
          en: ` The other ${files.length} files were exported.`,
        }
  return fault(
    wrong.map(({ zh }) => zh).join("") + rest.zh,
    wrong.map(({ en }) => en).join(" ") + rest.en,
  )
}

/** Takes away what an export left that did not come to its end, and the folders that it made for nothing. */
function clearUp({ files, folders }: Traces): void {
  for (const path of files) {
    dropDraft(path)
    removeQuietly(trayOf(path))
  }
  removeEmpty(folders)
}
