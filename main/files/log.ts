import { createHash } from "node:crypto"
import type { DatabaseSync } from "node:sqlite"
import type { DocumentName } from "../bridge/contract.ts"
import { inTransaction } from "./transaction.ts"

/** A document as the database has it: what to apply in order, and how much could not be read. */
export interface LoadedDocument {
  readonly updates: readonly Uint8Array[]
  /** Number of the last row that is in `updates`, or 0. */
  readonly last: number
  /** Rows of the log that follow the checkpoint. */
  readonly logged: number
  readonly badUpdates: number
  readonly checkpoints: number
  readonly badCheckpoints: number
}

/** One update waiting to be kept. */
export interface Entry {
  readonly document: DocumentName
  readonly update: Uint8Array
}

interface Row {
  readonly seq: number
  readonly data: Uint8Array
  readonly sum: Uint8Array
}

/** Keeps updates in one transaction and returns their numbers: once it returns they are on the disk. */
export function appendUpdates(
  database: DatabaseSync,
  entries: readonly Entry[],
  at: number,
): readonly number[] {
  return inTransaction(database, () => {
    const insert = database.prepare("INSERT INTO updates (doc, at, data, sum) VALUES (?, ?, ?, ?)")
    return entries.map(({ document, update }) =>
      Number(insert.run(document, at, update, sumOf(document, update)).lastInsertRowid),
    )
  })
}

/**
 * Reads a document: the newest checkpoint whose sum verifies, else the older one, then the log after
 * it. Rows whose sum does not verify are left out and counted; so is a log that breaks off unreadable.
 */
export function loadDocument(database: DatabaseSync, document: DocumentName): LoadedDocument {
  const checkpoints = database
    .prepare("SELECT upto AS seq, data, sum FROM checkpoints WHERE doc = ? ORDER BY id DESC")
    .all(document) as unknown as readonly Row[]
  const good = checkpoints.findIndex((row) => verifies(document, row))
  const start = checkpoints[good]
  const rows = database
    .prepare("SELECT seq, data, sum FROM updates WHERE doc = ? AND seq > ? ORDER BY seq")
    .all(document, start?.seq ?? 0) as unknown as readonly Row[]
  const sound = rows.filter((row) => verifies(document, row))
  return {
    updates: [...(start ? [start.data] : []), ...sound.map(({ data }) => data)],
    last: rows.at(-1)?.seq ?? start?.seq ?? 0,
    logged: rows.length,
    badUpdates: rows.length - sound.length,
    checkpoints: checkpoints.length,
    badCheckpoints: good < 0 ? checkpoints.length : good,
  }
}

/**
 * Stores the state of a document up to a row as a checkpoint. The newest two stay, and log rows go
 * only below the older one: a damaged newest checkpoint costs nothing.
 */
export function storeCheckpoint(
  database: DatabaseSync,
  document: DocumentName,
  state: Uint8Array,
  mark: { readonly upto: number; readonly at: number },
): void {
  inTransaction(database, () => {
    database
      .prepare("INSERT INTO checkpoints (doc, at, upto, data, sum) VALUES (?, ?, ?, ?, ?)")
      .run(document, mark.at, mark.upto, state, sumOf(document, state))
    const kept = database
      .prepare("SELECT id, upto FROM checkpoints WHERE doc = ? ORDER BY id DESC LIMIT 2")
      .all(document) as unknown as readonly { readonly id: number; readonly upto: number }[]
    const older = kept[1]
    if (!older) return
    database.prepare("DELETE FROM checkpoints WHERE doc = ? AND id < ?").run(document, older.id)
    database.prepare("DELETE FROM updates WHERE doc = ? AND seq <= ?").run(document, older.upto)
  })
}

/** First 8 bytes of SHA-256 over the document's name and the bytes: a row of the other document fails too. */
function sumOf(document: DocumentName, bytes: Uint8Array): Uint8Array {
  const digest = createHash("sha256").update(`${document}\0`).update(bytes).digest()
  return new Uint8Array(digest.subarray(0, 8))
}

function verifies(document: DocumentName, { data, sum }: Row): boolean {
  if (!(data instanceof Uint8Array) || !(sum instanceof Uint8Array)) return false
  return Buffer.compare(sumOf(document, data), sum) === 0
}
