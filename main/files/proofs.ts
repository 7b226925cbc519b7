import { createHash } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import type { Say } from "../../layouts/finding.ts"
import type { FrozenPage } from "../../layouts/proof/frozen-page.ts"
import type { FrozenProof, StoredProof } from "../bridge/contract.ts"
import { done, fault, type Result } from "../result.ts"
import { appendRecord } from "./records.ts"
import { inTransaction } from "./transaction.ts"
import { writeDurably } from "./whole.ts"

/** Frozen proofs (大样): rows that SQLite refuses to change, whose files are named by their hashes. */
export const PROOF_TABLES = `
  CREATE TABLE IF NOT EXISTS proofs (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    page TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
    role TEXT NOT NULL, state TEXT NOT NULL, list TEXT NOT NULL, pdf TEXT NOT NULL,
    content TEXT NOT NULL, seal TEXT NOT NULL, UNIQUE (page, number)
  );
  CREATE TRIGGER IF NOT EXISTS proofs_stay BEFORE UPDATE ON proofs
    BEGIN SELECT RAISE(ABORT, 'proofs are never changed'); END;
  CREATE TRIGGER IF NOT EXISTS proofs_remain BEFORE DELETE ON proofs
    BEGIN SELECT RAISE(ABORT, 'proofs are never deleted'); END;`

/** A proof as it is frozen. */
export interface NewProof extends Pick<
  StoredProof,
  "page" | "number" | "at" | "who" | "role" | "state" | "list"
> {
  readonly pdf: Uint8Array
  /** The frozen page as JSON. */
  readonly content: Uint8Array
}

type Row = Omit<StoredProof, "fault">

/** A row as the database has it. */
type Kept = Row & { readonly seq: number }

/**
 * Keeps a proof for good: its files are on the disk before its row and its record are, which come
 * together or not at all. Throws what SQLite says, as for a number that the page has already.
 */
export function storeProof(database: DatabaseSync, folder: string, proof: NewProof): StoredProof {
  const { page, number, at, who, role, state, list } = proof
  const [pdf, content] = [sha256(proof.pdf), sha256(proof.content)]
  const unsealed = { page, number, at, who, role, state, list, pdf, content }
  const row: Row = { ...unsealed, seal: sealOf(unsealed) }
  keepFile(proofFile(folder, pdf, "pdf"), proof.pdf)
  keepFile(proofFile(folder, content, "json"), proof.content)
  inTransaction(database, () => {
    database
      .prepare(
        `INSERT INTO proofs (page, number, at, who, role, state, list, pdf, content, seal)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(page, number, at, who, role, state, list, pdf, content, row.seal)
    const body = { number, at, state, list, pdf, content, seal: row.seal }
    appendRecord(database, { who, role, page, kind: "freeze", body })
  })
  return { ...row, fault: null }
}

function keepFile(path: string, bytes: Uint8Array): void {
  if (!existsSync(path)) writeDurably(path, bytes)
}

/** The proofs of an issue, oldest first; one whose bytes no longer fit its hashes says so. */
export function listProofs(database: DatabaseSync, folder: string): readonly StoredProof[] {
  const rows = database.prepare("SELECT * FROM proofs ORDER BY seq").all()
  return (rows as unknown as readonly Kept[]).map((row) => checked(row, folder))
}

/** A proof with whether its bytes are still what was frozen. */
function checked({ seq: _, ...row }: Kept, folder: string): StoredProof {
  return { ...row, fault: faultOf(row, folder) }
}

/** The number that the next proof of a page gets, from 1. */
export function nextNumber(database: DatabaseSync, page: string): number {
  const last = database.prepare("SELECT max(number) AS last FROM proofs WHERE page = ?").get(page)
  return Number(last?.["last"] ?? 0) + 1
}

/** A proof with what was frozen in it; a sentence where its files are gone or harmed. */
export function readProof(
  database: DatabaseSync,
  folder: string,
  { page, number }: { readonly page: string; readonly number: number },
): Result<FrozenProof> {
  const row = database
    .prepare("SELECT * FROM proofs WHERE page = ? AND number = ?")
    .get(page, number) as unknown as Kept | undefined
  if (!row)
    return fault(`${page} 版没有第 ${number} 次大样。`, `Page ${page} has no proof ${number}.`)
  const proof = checked(row, folder)
  if (proof.fault) return { ok: false, say: proof.fault }
  const text = readFileSync(proofFile(folder, proof.content, "json"), "utf8")
  const pdf = proofFile(folder, proof.pdf, "pdf")
  return done({ ...proof, frozen: JSON.parse(text) as FrozenPage, file: pdf })
}

/** Where a file of a proof lies. */
export function proofFile(folder: string, sha: string, kind: "pdf" | "json"): string {
  return join(folder, "proofs", sha.slice(0, 2), `${sha}.${kind}`)
}

function faultOf(row: Row, folder: string): Say | null {
  const name = { zh: `${row.page} 版大样 ${row.number}`, en: `Proof ${row.number} of ${row.page}` }
  if (sealOf(row) !== row.seal)
    return {
      zh: `${name.zh} 的登记与封签不符，可能被改过。`,
      en: `${name.en} does not fit its seal; its entry may have been changed.`,
    }
  const kinds = [
    { kind: "pdf", sha: row.pdf },
    { kind: "json", sha: row.content },
  ] as const
  const harmed = kinds.find(({ kind, sha }) => !fits(proofFile(folder, sha, kind), sha))
  if (!harmed) return null
  return {
    zh: `${name.zh} 的 ${harmed.kind.toUpperCase()} 文件与封签不符，或已不在。`,
    en: `The ${harmed.kind.toUpperCase()} of ${name.en} does not fit its hash, or is gone.`,
  }
}

function fits(path: string, sha: string): boolean {
  try {
    return sha256(readFileSync(path)) === sha
  } catch {
    return false
  }
}

function sealOf(row: Omit<Row, "seal">): string {
  const { page, number, at, who, role, state, list, pdf, content } = row
  return sha256(JSON.stringify([page, number, at, who, role, state, list, pdf, content]))
}

function sha256(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex")
}
