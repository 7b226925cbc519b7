import type { ComposedPage } from "../compose.ts"
import type { Issue } from "../issue/issue.ts"
import { textMapOf } from "../proof/text-map.ts"
import { proofRoom } from "../sheets/page-proof.ts"
import type { Corners, OpenedNotes } from "./foreign.ts"
import { laidOn, matchSheets } from "./match-sheets.ts"
import type { ProofRecord, ProofSheet } from "./proof-record.ts"

/** A file's comments with the record that they are placed by, and whether it is only taken for theirs. */
export interface Grounded {
  readonly file: OpenedNotes
  readonly record: ProofRecord
  readonly assumed: boolean
}

/**
 * A file's comments with its proof's record; without one with that of the pages as they are now, which
 * is the proof's where every page of the file shows these very words in these very places.
 */
export function groundedNotes(file: OpenedNotes, now: () => ProofRecord): Grounded {
  if (file.record) return { file, record: file.record, assumed: false }
  const record = now()
  const matched = file.words && matchSheets(record, file.words)
  const notes = matched ? laidOn(file.notes, matched) : null
  return notes
    ? { file: { ...file, notes }, record, assumed: false }
    : { file, record, assumed: true }
}

/** Lengths that differ by no more are the same sheet, pt. */
const SAME = 2

/**
 * The record that a proof of the pages as they are now would have, for a file that came without one.
 * Its pages are taken to be the issue's in order; each is a page proof, or a page with as much round
 * its trim as there is on all sides. A file without page sizes is taken for page proofs.
 */
export function assumedRecord(
  issue: Issue,
  pages: readonly ComposedPage[],
  sheets: readonly Corners[],
): ProofRecord {
  return {
    ...{ format: "banxin-proof", version: 1, paper: issue.paper, date: issue.date, at: "" },
    sheets: pages.map((page, i) => sheetFor(page, sheets[i] ?? sheets.at(-1))),
    maps: pages.map(textMapOf),
    marks: [],
  }
}

function sheetFor({ page, list }: ComposedPage, corners: Corners | undefined): ProofSheet {
  const { sheet, scale, paper } = proofRoom(list.trim)
  const [left, foot, right, top] = corners ?? [0, 0, sheet.width, sheet.height]
  const [width, height] = [right - left, top - foot]
  const size = { width, height, left }
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= SAME
  if (near(width, sheet.width) && near(height, sheet.height))
    return { ...size, top, pages: [{ page: page.id, scale, x: paper.x, y: paper.y }] }
  const [x, y] = [(width - list.trim.width) / 2, (height - list.trim.height) / 2]
  return { ...size, top, pages: [{ page: page.id, scale: 1, x, y }] }
}
