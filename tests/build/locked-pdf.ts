import { spawnSync } from "node:child_process"

/** Passwords of a user and of an owner, and qpdf's words for the lock. */
export interface PdfLock {
  readonly words: readonly [string, string]
  readonly lock: readonly string[]
}

/** Locks a PDF's file into another; false where qpdf is not at hand. */
export function lockPdf(from: string, to: string, { words, lock }: PdfLock): boolean {
  const options = ["--allow-weak-crypto", "--object-streams=generate", "--encrypt"]
  const ran = spawnSync("qpdf", [...options, ...words, ...lock, "--", from, to])
  if (ran.error) return false
  if (ran.status !== 0) throw new Error(ran.stderr.toString())
  return true
}
