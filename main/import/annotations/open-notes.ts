import { readFileSync, statSync } from "node:fs"
import type { OpenedNotes } from "../../../layouts/notes/foreign.ts"
import type { ProofRecord } from "../../../layouts/notes/proof-record.ts"
import type { IssueStore } from "../../files/issue-store.ts"
import { proofFile } from "../../files/proofs.ts"
import { fault, type Result } from "../../result.ts"
import { soundRecord } from "./proof-record.ts"
import { readAnnotations } from "./read-notes.ts"

/** Largest file of comments, bytes. */
const MOST_BYTES = 1024 * 1024 * 1024

/**
 * Reads a file of comments. A file that lost its proof's record, as one that was printed to a new PDF
 * or comments alone, is known by the id that it has of one of the proofs; `proofs` are their PDFs,
 * the likeliest first.
 */
export function openNotes(path: string, proofs: readonly string[]): Result<OpenedNotes> {
  const bytes = bytesAt(path)
  if (!bytes.ok) return bytes
  const file = readAnnotations(bytes.value)
  if (!file.ok) return file
  const record = soundRecord(file.value.record) ?? recordAmong(file.value.id, proofs)
  return { ok: true, value: { ...file.value, record } }
}

/** The PDFs of an issue's frozen proofs that are whole, the newest first. */
export function proofFiles({
  path,
  proofs,
}: Pick<IssueStore, "path" | "proofs">): readonly string[] {
  const whole = proofs().filter(({ fault }) => fault === null)
  return whole.toReversed().map(({ pdf }) => proofFile(path, pdf, "pdf"))
}

function recordAmong(id: string | null, proofs: readonly string[]): ProofRecord | null {
  if (id === null) return null
  for (const proof of proofs) {
    const bytes = bytesAt(proof)
    const file = bytes.ok ? readAnnotations(bytes.value) : bytes
    if (file.ok && file.value.id === id) return soundRecord(file.value.record)
  }
  return null
}

function bytesAt(path: string): Result<Uint8Array> {
  try {
    if (statSync(path).size > MOST_BYTES)
      return fault(`${path} 超过 1 GB，太大了。`, `${path} is larger than 1 GB.`)
    return { ok: true, value: readFileSync(path) }
  } catch (cause) {
    const { message } = cause as Error
    return fault(`读不到文件 ${path}：${message}。`, `${path} cannot be read: ${message}.`)
  }
}
