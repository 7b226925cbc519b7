import { createHash } from "node:crypto"
import { hostname } from "node:os"
import type { DatabaseSync } from "node:sqlite"
import type { IssueRecord, KeptRecords, NewRecord } from "../../layouts/proof/record.ts"

/**
 * What was done with an issue, one row after the other: SQLite itself refuses to change a row or to
 * take one away, and each holds the hash of the one before, so that whoever does it behind its back
 * is found out.
 */
export const RECORD_TABLES = `
  CREATE TABLE IF NOT EXISTS records (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL, who TEXT NOT NULL, role TEXT NOT NULL, machine TEXT NOT NULL,
    page TEXT, kind TEXT NOT NULL, body TEXT NOT NULL, before TEXT NOT NULL, hash TEXT NOT NULL
  );
  CREATE TRIGGER IF NOT EXISTS records_stay BEFORE UPDATE ON records
    BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
  CREATE TRIGGER IF NOT EXISTS records_remain BEFORE DELETE ON records
    BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;`

/** What the first record has in place of a hash before it. */
const NOTHING_BEFORE = "0".repeat(64)

interface Row extends Omit<IssueRecord, "body"> {
  readonly body: string
}

/** Adds a record behind the last one, with this machine's name and clock; it is on the disk then. */
export function appendRecord(database: DatabaseSync, record: NewRecord): IssueRecord {
  const last = database.prepare("SELECT seq, hash FROM records ORDER BY seq DESC LIMIT 1").get()
  const before = (last?.["hash"] as string | undefined) ?? NOTHING_BEFORE
  const seq = Number(last?.["seq"] ?? 0) + 1
  const { who, role, page, kind } = record
  const body = JSON.stringify(record.body)
  const row = { seq, at: Date.now(), who, role, machine: hostname(), page, kind, body, before }
  const hash = hashOf(row)
  database
    .prepare("INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    .run(seq, row.at, who, role, row.machine, page, kind, body, before, hash)
  return { ...row, body: record.body, hash }
}

/**
 * All records in their order, and where the chain is broken: the numbers of those that do not fit
 * their hash, or the one before, or that are missing. Nothing is left out for it.
 */
export function readRecords(database: DatabaseSync): KeptRecords {
  const rows = database.prepare("SELECT * FROM records ORDER BY seq").all() as unknown as Row[]
  const broken: number[] = []
  let [before, next] = [NOTHING_BEFORE, 1]
  for (const row of rows) {
    for (; next < row.seq; next += 1) broken.push(next)
    if (row.before !== before || row.hash !== hashOf(row)) broken.push(row.seq)
    before = row.hash
    next = row.seq + 1
  }
  const made = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'records'").get()
  for (; next <= Number(made?.["seq"] ?? 0); next += 1) broken.push(next)
  return { records: rows.map((row) => ({ ...row, body: bodyOf(row.body) })), broken }
}

function hashOf(row: Omit<Row, "hash">): string {
  const { seq, at, who, role, machine, page, kind, body, before } = row
  const told = JSON.stringify([seq, at, who, role, machine, page, kind, body, before])
  return createHash("sha256").update(told).digest("hex")
}

function bodyOf(body: string): IssueRecord["body"] {
  try {
    return JSON.parse(body) as IssueRecord["body"]
  } catch {
    return { unreadable: body }
  }
}
