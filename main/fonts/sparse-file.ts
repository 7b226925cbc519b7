import { closeSync, fstatSync, openSync, readSync } from "node:fs"
import { wholeFont, type FontBytes } from "../../fonts/shaping/open-face.ts"

const SFNT_HEADER = 12
const SFNT_ENTRY = 16
const TAG_GLYF = 0x676c7966

/**
 * Opens a TrueType file without reading its outlines: of 15 MB of a Chinese face a page's text needs
 * half a megabyte of tables, and a PDF the outlines of some thousand glyphs, read one by one. The
 * file stays open. A file without a glyf table is read whole.
 */
export function openSparse(path: string): FontBytes {
  const file = openSync(path, "r")
  const size = fstatSync(file).size
  const bytes = new Uint8Array(size)
  const fill = (from: number, to: number): void => {
    let at = from
    while (at < to) {
      const read = readSync(file, bytes, at, to - at, at)
      if (read === 0) break
      at += read
    }
  }
  fill(0, Math.min(size, SFNT_HEADER))
  const outlines = outlinesIn(bytes, size, fill)
  if (!outlines) {
    fill(0, size)
    closeSync(file)
    return wholeFont(bytes)
  }
  fill(0, outlines.from)
  fill(outlines.to, size)
  return {
    bytes,
    read(from, to) {
      if (from < outlines.to && to > outlines.from) fill(from, to)
      return bytes.subarray(from, to)
    },
  }
}

/** Where the glyf table stands in the file, null when it has none. */
function outlinesIn(
  bytes: Uint8Array,
  size: number,
  fill: (from: number, to: number) => void,
): { readonly from: number; readonly to: number } | null {
  const view = new DataView(bytes.buffer)
  if (size < SFNT_HEADER) return null
  const count = view.getUint16(4)
  const end = SFNT_HEADER + count * SFNT_ENTRY
  if (end > size) return null
  fill(SFNT_HEADER, end)
  for (let at = SFNT_HEADER; at < end; at += SFNT_ENTRY) {
    if (view.getUint32(at) !== TAG_GLYF) continue
    const from = view.getUint32(at + 8)
    const to = from + view.getUint32(at + 12)
    return to <= size ? { from, to } : null
  }
  return null
}
