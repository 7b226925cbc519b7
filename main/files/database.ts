import { DatabaseSync } from "node:sqlite"
import { PROOF_TABLES } from "./proofs.ts"
import { RECORD_TABLES } from "./records.ts"

/** "BXNI": tells an issue's database from any other SQLite file. */
const APPLICATION_ID = 0x42584e49

/** Version of the tables below. */
const TABLES_VERSION = 1

/**
 * AUTOINCREMENT is not optional: without it, numbers of compacted rows are used again, and rows after
 * a checkpoint are then taken for rows before it.
 */
const TABLES = `
  CREATE TABLE updates (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    doc TEXT NOT NULL, at INTEGER NOT NULL, data BLOB NOT NULL, sum BLOB NOT NULL
  );
  CREATE TABLE checkpoints (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    doc TEXT NOT NULL, at INTEGER NOT NULL, upto INTEGER NOT NULL, data BLOB NOT NULL, sum BLOB NOT NULL
  );
  CREATE TABLE assets (
    sha TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, size INTEGER NOT NULL,
    width INTEGER NOT NULL, height INTEGER NOT NULL, at INTEGER NOT NULL
  );
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${TABLES_VERSION};`

/** Tables that came later: a database that has them not yet gets them when it is opened. */
const LATER_TABLES = `${RECORD_TABLES} ${PROOF_TABLES}`

/** Why a database could not be opened. */
export type Refusal = "held" | "damaged" | "foreign" | "newer"

/** Makes the tables of a new issue in a file that is not there yet. Throws what SQLite says. */
export function createDatabase(path: string): DatabaseSync {
  const database = connect(path)
  database.exec(`BEGIN IMMEDIATE; ${TABLES} ${LATER_TABLES} COMMIT;`)
  return database
}

/**
 * Opens an issue's database for this process alone: nobody else reads or writes it until it is closed
 * or the process is gone. Throws what SQLite says when that is neither a lock nor damage.
 */
export function openDatabase(path: string): DatabaseSync | Refusal {
  let database: DatabaseSync | null = null
  try {
    database = connect(path)
    const { application_id: id } = database.prepare("PRAGMA application_id").get() as {
      application_id: number
    }
    const { user_version: version } = database.prepare("PRAGMA user_version").get() as {
      user_version: number
    }
    if (id === APPLICATION_ID && version === TABLES_VERSION) {
      database.exec(`BEGIN IMMEDIATE; ${LATER_TABLES} COMMIT;`)
      return database
    }
    database.close()
    return id !== APPLICATION_ID ? "foreign" : "newer"
  } catch (cause) {
    if (database?.isOpen) database.close()
    const refusal = refusalOf(cause)
    if (refusal === null) throw cause
    return refusal
  }
}

/**
 * A connection that keeps what it was told: the order matters, for `synchronous` must stand before
 * the log is begun. EXTRA flushes every commit, and the folder too.
 */
function connect(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 200, enableForeignKeyConstraints: true })
  try {
    database.exec(`
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA synchronous = EXTRA;
      PRAGMA journal_mode = WAL;
      PRAGMA trusted_schema = OFF;
      PRAGMA cell_size_check = ON;
      ${process.platform === "darwin" ? "PRAGMA fullfsync = ON;" : ""}
      BEGIN IMMEDIATE; COMMIT;`)
    return database
  } catch (cause) {
    database.close()
    throw cause
  }
}

/** SQLite's result codes for a lock and for damage; null for any other fault. */
export function refusalOf(cause: unknown): Refusal | null {
  const code = (cause as { errcode?: unknown }).errcode
  if (typeof code !== "number") return null
  const primary = code & 0xff
  if (primary === 5 || primary === 6) return "held"
  return primary === 11 || primary === 26 ? "damaged" : null
}
