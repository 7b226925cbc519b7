import { RECORD_NAME } from "../../../layouts/notes/proof-record.ts"
import type { Corners, ForeignFile } from "../../../layouts/notes/foreign.ts"
import { openLockedPdf, type PdfFile } from "../../preflight/read/pdf-file.ts"
import { boxesOf, pagesOf } from "../../preflight/read/pages.ts"
import {
  bytesOf,
  dictOf,
  listOf,
  refOf,
  streamOf,
  type Dict,
  type Value,
} from "../../preflight/read/values.ts"
import { done, type Result } from "../../result.ts"
import { noteOf, tied, type RawNote } from "./raw-note.ts"
import { pdfText } from "./strings.ts"

/** Most comments of a file, and nodes of its tree of attached files. */
const MOST_NOTES = 50_000
const MOST_NODES = 2_000

/** Largest record that is read, bytes. */
const MOST_RECORD = 64 * 1024 * 1024

/** What is known of a file that stays shut. */
const LOCKED: ForeignFile = { id: null, sheets: [], notes: [], record: null, cut: 0, locked: true }

/** A4, for a page that does not say how large it is. */
const A4: Corners = [0, 0, 595, 842]

/**
 * The comments of a PDF that any program saved: Acrobat, Foxit, Okular, Preview, PDF-XChange, Xodo,
 * Firefox. Never throws; what is missing or foreign is left out. A fault for what is no PDF and for
 * one that no password opens.
 */
export function readPdfNotes(bytes: Uint8Array, password: string): Result<ForeignFile> {
  const opened = openLockedPdf(bytes, password)
  if (!opened.ok) return opened
  if (opened.value === "locked") return done(LOCKED)
  const file = opened.value
  const pages = pagesOf(file)
  const raw: RawNote[] = []
  const seen = new Set<number | Dict | readonly Value[]>()
  let cut = 0
  for (const [sheet, { dict }] of pages.entries()) {
    const list = listOf(file.get(dict.get("Annots")))
    if (!list || seen.has(list)) continue
    seen.add(list)
    for (const entry of list) {
      const annotation = dictOf(file.get(entry))
      const key = refOf(entry) ?? annotation
      if (!annotation || key === null || seen.has(key)) continue
      seen.add(key)
      if (raw.length >= MOST_NOTES) cut += 1
      else raw.push(...noteOf(file, annotation, { sheet, key }))
    }
  }
  const id = bytesOf(file.get(listOf(file.get(file.trailer.get("ID")))?.[0]))
  return done({
    id: id && Buffer.from(id.subarray(0, 64)).toString("hex"),
    sheets: pages.map((page) => boxesOf(file, page).media ?? A4),
    notes: tied(raw),
    record: recordIn(file),
    cut,
  })
}

/** The proof's record among the attached files; null where it is not there, or is no JSON. */
function recordIn(file: PdfFile): unknown {
  const names = dictOf(file.get(file.catalog.get("Names")))
  const waiting: Value[] = [
    ...(listOf(file.get(file.catalog.get("AF"))) ?? []),
    names?.get("EmbeddedFiles") ?? null,
  ]
  const met = new Set<number | Dict>()
  for (let n = 0; waiting.length > 0 && n < MOST_NODES; n++) {
    const value = waiting.shift()!
    const dict = dictOf(file.get(value))
    const key = refOf(value) ?? dict
    if (!dict || key === null || met.has(key)) continue
    met.add(key)
    const record = recordOf(file, dict)
    if (record !== null) return record
    for (const name of ["Kids", "Names"])
      waiting.push(...(listOf(file.get(dict.get(name)))?.slice(0, MOST_NODES) ?? []))
  }
  return null
}

function recordOf(file: PdfFile, spec: Dict): unknown {
  const name = bytesOf(file.get(spec.get("UF"))) ?? bytesOf(file.get(spec.get("F")))
  const files = dictOf(file.get(spec.get("EF")))
  if (!name || !files || pdfText(name) !== RECORD_NAME) return null
  const stream = streamOf(file.get(files.get("F"))) ?? streamOf(file.get(files.get("UF")))
  const unpacked = stream && file.unpack(stream)
  if (!unpacked || unpacked.bytes.length > MOST_RECORD) return null
  try {
    return JSON.parse(new TextDecoder().decode(unpacked.bytes)) as unknown
  } catch {
    return null
  }
}
