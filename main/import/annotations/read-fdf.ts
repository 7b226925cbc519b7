import type { ForeignFile } from "../../../layouts/notes/foreign.ts"
import { openFdf } from "../../preflight/read/pdf-file.ts"
import { bytesOf, dictOf, listOf, numberOf, refOf, type Dict } from "../../preflight/read/values.ts"
import { done, fault, type Result } from "../../result.ts"
import { noteOf, tied, type RawNote } from "./raw-note.ts"

/** Most comments of a file. */
const MOST = 50_000

/**
 * The comments of an FDF file: annotations by page number, tied by their unique names. Source: PDF
 * 1.7, 12.7.7; ISO 32000-2 table 172 on IRT in FDF
 */
export function readFdf(bytes: Uint8Array): Result<ForeignFile> {
  const file = openFdf(bytes)
  const root = dictOf(file.root)
  const fdf = root && dictOf(file.get(root.get("FDF")))
  if (!fdf) return fault("FDF 文件不完整或已损坏，读不了。", "The FDF file is damaged.")
  const all = listOf(file.get(fdf.get("Annots"))) ?? []
  const seen = new Set<number | Dict>()
  const raw = all.slice(0, MOST).flatMap((entry): readonly RawNote[] => {
    const dict = dictOf(file.get(entry))
    const key = refOf(entry) ?? dict
    if (!dict || key === null || seen.has(key)) return []
    seen.add(key)
    const sheet = numberOf(file.get(dict.get("Page"))) ?? 0
    return Number.isInteger(sheet) && sheet >= 0 ? noteOf(file, dict, { sheet, key }) : []
  })
  const id = bytesOf(file.get(listOf(file.get(fdf.get("ID")))?.[0]))
  return done({
    id: id && Buffer.from(id.subarray(0, 64)).toString("hex"),
    ...{ sheets: [], notes: tied(raw), record: null, cut: Math.max(0, all.length - MOST) },
  })
}
