import type { ForeignFile } from "../../../layouts/notes/foreign.ts"
import { fault, type Result } from "../../result.ts"
import { readFdf } from "./read-fdf.ts"
import { readPdfNotes } from "./read-pdf.ts"
import { readXfdf } from "./read-xfdf.ts"

/**
 * The comments of a file that anyone saved: a PDF, an FDF or an XFDF by its first bytes. A PDF may ask
 * for a password.
 */
export function readAnnotations(bytes: Uint8Array, password = ""): Result<ForeignFile> {
  const head = Buffer.from(bytes.subarray(0, 1024))
  const latin = head.toString("latin1").replaceAll("\0", "")
  if (latin.includes("%PDF-")) return readPdfNotes(bytes, password)
  if (latin.includes("%FDF-")) return readFdf(bytes)
  if (/<(?:\?xml|(?:\w+:)?xfdf)\b/i.test(latin)) return readXfdf(bytes)
  return fault("批注文件须为 PDF、FDF 或 XFDF。", "Comments come as a PDF, an FDF or an XFDF.")
}
