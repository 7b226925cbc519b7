import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import type { Say } from "../../layouts/finding.ts"
import { done, fault, type Result } from "../result.ts"
import { restoreBackup } from "./backup.ts"
import { openDatabase, refusalOf, type Refusal } from "./database.ts"
import { heldElsewhere, signHolder } from "./holder.ts"
import { DOCUMENTS, issueStore, type Condense, type IssueStore } from "./issue-store.ts"
import { loadDocument } from "./log.ts"
import { readRecords } from "./records.ts"

/**
 * Opens an issue folder for this process alone. A database that cannot be read is replaced by its
 * newest sound backup, and the notices say so; what a sum does not vouch for is left out and counted.
 */
export function openIssueFolder(folder: string, condense: Condense): Result<IssueStore> {
  const path = resolve(folder)
  if (!existsSync(join(path, "issue.db")))
    return fault(`${path} 不是版心的期文件夹。`, `${path} is no issue folder of Banxin.`)
  try {
    const first = openSound(path)
    if ("database" in first) return opened(path, first, condense)
    return first.refusal === "damaged" ? openRestored(path, condense) : refused(path, first.refusal)
  } catch (cause) {
    const { code, message } = cause as { readonly code?: unknown; readonly message?: string }
    if (typeof code !== "string") throw cause
    return fault(`打不开 ${path}：${message}。`, `${path} cannot be opened: ${message}.`)
  }
}

/** A database whose documents can be read, and how much of them had to be left out. */
interface Sound {
  readonly database: DatabaseSync
  readonly notices: readonly Say[]
}

/** Opens and reads the documents once; a document without any sound base is damage too. */
function openSound(path: string): Sound | { readonly refusal: Refusal } {
  const database = openDatabase(join(path, "issue.db"))
  if (typeof database === "string") return { refusal: database }
  try {
    const loaded = DOCUMENTS.map((document) => loadDocument(database, document))
    const baseless = loaded.some(
      (one) => one.checkpoints > 0 && one.badCheckpoints === one.checkpoints,
    )
    if (!baseless)
      return { database, notices: [...loaded.flatMap(noticesOf), ...brokenRecords(database)] }
  } catch (cause) {
    if (refusalOf(cause) === null) {
      database.close()
      throw cause
    }
  }
  database.close()
  return { refusal: "damaged" }
}

function opened(
  path: string,
  { database, notices }: Sound,
  condense: Condense,
): Result<IssueStore> {
  signHolder(path)
  return done(issueStore(database, path, notices, condense))
}

function openRestored(path: string, condense: Condense): Result<IssueStore> {
  const from = restoreBackup(path, new Date())
  const sound = from === null ? null : openSound(path)
  if (from === null || sound === null || !("database" in sound)) return refused(path, "damaged")
  const clock = from.toTimeString().slice(0, 5)
  const notice = {
    zh: `期文件损坏，已用 ${clock} 的备份打开；损坏的文件留在期文件夹里（damaged-…）。`,
    en: `The issue's file was damaged; it was opened from the backup of ${clock}. The damaged file stays in the folder (damaged-…).`,
  }
  return opened(path, { ...sound, notices: [notice, ...sound.notices] }, condense)
}

function noticesOf(loaded: {
  readonly badUpdates: number
  readonly badCheckpoints: number
}): readonly Say[] {
  const { badUpdates, badCheckpoints } = loaded
  const notices: Say[] = []
  if (badUpdates > 0)
    notices.push({
      zh: `有 ${badUpdates} 处改动在磁盘上损坏，没有读入。`,
      en: `${badUpdates} changes are damaged on the disk and were left out.`,
    })
  if (badCheckpoints > 0)
    notices.push({
      zh: `最新的存档点损坏，已从前一个存档点和改动记录恢复。`,
      en: `The newest checkpoint is damaged; the issue was rebuilt from the one before it and the log.`,
    })
  return notices
}

/** A sentence where the chain of records is broken. */
function brokenRecords(database: DatabaseSync): readonly Say[] {
  const { broken } = readRecords(database)
  if (broken.length === 0) return []
  const numbers = broken.slice(0, 5).join("、")
  return [
    {
      zh: `校样记录的链在第 ${numbers} 条断开：有人改过或删过；其余记录都在。`,
      en: `The chain of records is broken at ${numbers}: something was changed or removed; all others are there.`,
    },
  ]
}

function refused(path: string, refusal: Refusal): Result<never> {
  if (refusal === "held") return heldElsewhere(path)
  if (refusal === "newer")
    return fault(
      `${path} 是更新版本的版心存的，请升级后再打开。`,
      `${path} was saved by a newer Banxin; update this one to open it.`,
    )
  if (refusal === "foreign")
    return fault(
      `${path} 里的 issue.db 不是版心的文件。`,
      `The issue.db in ${path} is not Banxin's.`,
    )
  return fault(
    `${path} 损坏，也没有可用的备份；文件原样留着，没有改动。`,
    `${path} is damaged and has no usable backup; its files were left as they are.`,
  )
}
