import { cpSync, existsSync, readdirSync, renameSync, rmSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import type { Say } from "../../layouts/finding.ts"
import type { IssueRecord, KeptRecords, NewRecord } from "../../layouts/proof/record.ts"
import type { DocumentName, FrozenProof, StoredPicture, StoredProof } from "../bridge/contract.ts"
import { done, fault, type Result } from "../result.ts"
import { backUp } from "./backup.ts"
import { createDatabase } from "./database.ts"
import { unsignHolder } from "./holder.ts"
import { appendUpdates, loadDocument, storeCheckpoint, type Entry } from "./log.ts"
import { findPicture, listPictures, storePicture } from "./pictures.ts"
import { listProofs, nextNumber, readProof, storeProof, type NewProof } from "./proofs.ts"
import { appendRecord, readRecords } from "./records.ts"
import { inTransaction } from "./transaction.ts"
import { flushFolder, makeFolder } from "./whole.ts"

/** The documents of an issue, by the names they are stored under. */
export const DOCUMENTS: readonly DocumentName[] = ["content", "marks"]

/** Makes one update of many: the whole state that they lead to. */
export type Condense = (document: DocumentName, updates: readonly Uint8Array[]) => Uint8Array

/** How long an update may wait for others, so that one flush of the disk serves them all, ms. */
const GATHER = 15

/** Rows of the log that make a checkpoint worth its write. */
const LONG_LOG = 2000

/** Rows of the log that are worth a checkpoint when the issue is closed. */
const LOG_AT_CLOSE = 100

const BACKUP_EVERY = 10 * 60_000

/** An open issue folder. Nobody else has it open; updates are opaque to it. */
export interface IssueStore {
  readonly path: string
  /** What had to be repaired or left out when it was opened. */
  readonly notices: readonly Say[]
  /** The updates that, applied in order, give each document. */
  documents(): Readonly<Record<DocumentName, readonly Uint8Array[]>>
  /** Keeps an update; its number comes once it is on the disk. */
  keep(document: DocumentName, update: Uint8Array): Promise<Result<number>>
  keepPicture(name: string, bytes: Uint8Array): Promise<Result<StoredPicture>>
  pictures(): readonly StoredPicture[]
  picture(id: string): { readonly file: string; readonly kind: string } | null
  /** Freezes a proof (大样) for good, under the number that `nextProof` gave for its page. */
  keepProof(proof: NewProof): Result<StoredProof>
  nextProof(page: string): number
  proofs(): readonly StoredProof[]
  proof(page: string, number: number): Result<FrozenProof>
  /** Adds to what was done with the issue; nothing ever takes it away. */
  keepRecord(record: NewRecord): Result<IssueRecord>
  records(): KeptRecords
  /** Copies the issue whole to a folder that is not there yet. */
  copyTo(path: string): Result<null>
  close(): Promise<void>
}

/** An update that waits for its commit. */
interface Waiting extends Entry {
  settle(kept: Result<number>): void
}

/** Makes an issue folder with the first state of its documents. The folder must not hold anything. */
export function createIssueFolder(
  path: string,
  first: Readonly<Record<DocumentName, Uint8Array>>,
): Result<null> {
  return madeWhole(path, (draft) => {
    const database = createDatabase(join(draft, "issue.db"))
    try {
      const entries = DOCUMENTS.map((document) => ({ document, update: first[document] }))
      appendUpdates(database, entries, Date.now())
    } finally {
      database.close()
    }
  })
}

/** The store over a database that is open and was found sound. */
export function issueStore(
  database: DatabaseSync,
  path: string,
  notices: readonly Say[],
  condense: Condense,
): IssueStore {
  let waiting: Waiting[] = []
  let unsaved = false
  let logged = 0
  let backing = Promise.resolve()
  const timer = setInterval(() => void backUpIfChanged(), BACKUP_EVERY).unref()

  /** Commits what waits, as one transaction; a disk that refuses answers each with a sentence. */
  function flush(): void {
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    try {
      const numbers = appendUpdates(database, batch, Date.now())
      batch.forEach(({ settle }, i) => settle(done(numbers[i]!)))
      unsaved = true
      logged += batch.length
    } catch (cause) {
      const refused = notKept(cause)
      for (const { settle } of batch) settle(refused)
    }
    if (logged > LONG_LOG) compact(LONG_LOG / 2)
  }

  /** A failed checkpoint loses nothing: the log still has every row. */
  function compact(least: number): void {
    logged = 0
    for (const document of DOCUMENTS) {
      try {
        const loaded = loadDocument(database, document)
        const { updates, last } = loaded
        if (loaded.logged < least || loaded.badUpdates + loaded.badCheckpoints > 0) continue
        const mark = { upto: last, at: Date.now() }
        storeCheckpoint(database, document, condense(document, updates), mark)
      } catch {
        continue
      }
    }
  }

  /** One after the other: the database is not closed under a backup. */
  function backUpIfChanged(): Promise<void> {
    backing = backing.then(async () => {
      if (!unsaved) return
      unsaved = false
      await backUp(database, path, new Date())
    })
    return backing
  }

  function kept<T>(write: () => T): Result<T> {
    try {
      const value = write()
      unsaved = true
      return done(value)
    } catch (cause) {
      return notKept(cause)
    }
  }

  return {
    path,
    notices,
    documents() {
      flush()
      return {
        content: loadDocument(database, "content").updates,
        marks: loadDocument(database, "marks").updates,
      }
    },
    keep(document, update) {
      return new Promise((settle) => {
        waiting.push({ document, update, settle })
        if (waiting.length === 1) setTimeout(flush, GATHER)
      })
    },
    async keepPicture(name, bytes) {
      try {
        return await storePicture(database, path, name, bytes)
      } catch (cause) {
        return notKept(cause)
      }
    },
    pictures: () => listPictures(database),
    picture: (id) => findPicture(database, path, id),
    keepProof(proof) {
      const stored = kept(() => storeProof(database, path, proof))
      if (stored.ok) void backUpIfChanged()
      return stored
    },
    nextProof: (page) => nextNumber(database, page),
    proofs: () => listProofs(database, path),
    proof: (page, number) => readProof(database, path, { page, number }),
    keepRecord: (record) =>
      kept(() => inTransaction(database, () => appendRecord(database, record))),
    records: () => readRecords(database),
    copyTo(target) {
      flush()
      return madeWhole(target, (draft) => {
        database.prepare("VACUUM INTO ?").run(join(draft, "issue.db"))
        for (const name of ["assets", "proofs"]) {
          const files = join(path, name)
          if (existsSync(files)) cpSync(files, join(draft, name), { recursive: true })
        }
      })
    },
    async close() {
      clearInterval(timer)
      flush()
      compact(LOG_AT_CLOSE)
      await backUpIfChanged()
      unsignHolder(path)
      database.close()
    },
  }
}

/** Makes a folder whole or not at all: beside its place first, then renamed. */
function madeWhole(path: string, make: (draft: string) => void): Result<null> {
  const target = resolve(path)
  const draft = `${target}.${process.pid}.part`
  try {
    if (existsSync(target) && readdirSync(target).length > 0)
      return fault(
        `文件夹 ${target} 里已有东西，请换一个名字。`,
        `The folder ${target} is not empty; choose another name.`,
      )
    rmSync(draft, { recursive: true, force: true })
    makeFolder(draft)
    make(draft)
    flushFolder(draft)
    renameSync(draft, target)
    flushFolder(dirname(target))
    return done(null)
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true })
    return notKept(cause)
  }
}

/** The sentence for a disk that refuses; a fault that is no answer of the system is a bug of ours. */
function notKept(cause: unknown): Result<never> {
  const { code, message } = cause as { readonly code?: unknown; readonly message?: string }
  if (typeof code !== "string") throw cause
  return fault(
    `没有存下来：磁盘可能已满或不可写（${message}）。`,
    `Not saved: the disk may be full or not writable (${message}).`,
  )
}
