import { readFileSync, statSync } from "node:fs"
import type { ForeignFile, OpenedNotes } from "../../../layouts/notes/foreign.ts"
import { laidOn, matchSheets } from "../../../layouts/notes/match-sheets.ts"
import type { ProofRecord } from "../../../layouts/notes/proof-record.ts"
import { done, fault, type Result } from "../../result.ts"
import { pageWords } from "./page-words.ts"
import { soundRecord } from "./proof-record.ts"
import { readAnnotations } from "./read-notes.ts"

/** What is to be read: a file of comments, the proofs that it may be of, and what opens it. */
export interface NotesOrder {
  readonly path: string
  readonly proofs: readonly string[]
  readonly password: string
}

/** Largest file of comments, bytes. */
const MOST_BYTES = 1024 * 1024 * 1024

/**
 * Reads a file of comments. A file that lost its proof's record, as one that was written anew or
 * comments alone, is known by the id that it has of one of the proofs, else by the words on its
 * pages; `proofs` are their PDFs, the likeliest first. Pages that are not in the proof's order, or
 * not all of them, are known by their words too.
 * One that is encrypted is read as the password's owner may, "" for one that asks readers for none.
 */
export function openNotes(
  path: string,
  proofs: readonly string[],
  password = "",
): Result<OpenedNotes> {
  const bytes = bytesAt(path)
  if (!bytes.ok) return bytes
  const file = readAnnotations(bytes.value, password)
  if (!file.ok) return file
  if (file.value.locked === true) return done({ ...file.value, record: null })
  const { id, sheets } = file.value
  const record = soundRecord(file.value.record) ?? recordAmong(id, proofs)
  if (sheets.length === 0 || (record !== null && sheets.length === 1 && fits(file.value, record)))
    return done({ ...file.value, record })
  const words = pageWords(bytes.value, password)
  if (record) return done({ ...file.value, record, notes: laid(file.value, record, words) })
  const best = likest(words, proofs)
  if (!best) return done({ ...file.value, record, words })
  return done({ ...file.value, record: best, notes: laid(file.value, best, words) })
}

type Words = NonNullable<OpenedNotes["words"]>

/** Lengths that differ by no more are the same sheet, pt. */
const SAME = 2

/** Whether a file has as many pages as the proof, of the same sizes. */
function fits({ sheets }: ForeignFile, record: ProofRecord): boolean {
  return (
    sheets.length === record.sheets.length &&
    sheets.every(([left, foot, right, top], i) => {
      const { width, height } = record.sheets[i]!
      return Math.abs(right - left - width) + Math.abs(top - foot - height) <= SAME
    })
  )
}

/** The comments on the sheets that their pages show; on those of the same numbers when none shows any. */
function laid(file: ForeignFile, record: ProofRecord, words: Words): OpenedNotes["notes"] {
  return laidOn(file.notes, matchSheets(record, words)) ?? file.notes
}

/** The record of the proof whose words stand on a file's pages, of several the likest; null for none. */
function likest(words: Words, proofs: readonly string[]): ProofRecord | null {
  let best: { readonly record: ProofRecord; readonly share: number } | null = null
  for (const proof of proofs) {
    const bytes = bytesAt(proof)
    const file = bytes.ok ? readAnnotations(bytes.value) : bytes
    const record = file.ok ? soundRecord(file.value.record) : null
    const share = record ? matchSheets(record, words).share : 0
    if (record && share > (best?.share ?? 0)) best = { record, share }
    if (share === 1) break
  }
  return best?.record ?? null
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
