import { decodeText } from "../../main/import/decode.ts"
import { importText, type Imported, type ImportOptions } from "../../main/import/import.ts"
import type { Result } from "../../main/result.ts"

/** The articles in a text's bytes, as an import of one file reads them. */
export function importBytes(bytes: Uint8Array, options: ImportOptions = {}): Result<Imported> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const read = importText(decoded.value.text, options)
  if (!read.ok) return read
  const { encoding, why } = decoded.value
  return { ok: true, value: { ...read.value, encoding, encodingWhy: why } }
}
