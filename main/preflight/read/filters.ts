import { constants, inflateSync } from "node:zlib"
import { hexDigit } from "./lexer.ts"
import { unpackLzw } from "./lzw.ts"
import { dictOf, listOf, nameOf, numberOf, type Dict, type Value } from "./values.ts"

/** Bytes that one stream may unpack to; a larger one is a bomb, or nothing that a page needs. */
export const MOST_UNPACKED = 256 * 1024 * 1024

/** What a stream holds. */
export interface Unpacked {
  readonly bytes: Uint8Array
  /** The picture's coding that is left, as DCTDecode; null for plain bytes. */
  readonly coding: string | null
}

/** A stream's filters, by their long names. */
export function filtersOf(dict: Dict, get: (value: Value | undefined) => Value): readonly string[] {
  const filter = get(dict.get("Filter") ?? dict.get("F"))
  const all = listOf(filter) ?? (filter === null ? [] : [filter])
  return all.flatMap((one) => {
    const name = nameOf(get(one))
    return name === null ? [] : [LONG[name] ?? name]
  })
}

/** Short names that inline pictures may use. Source: PDF 1.7, table 94 */
const LONG: Readonly<Record<string, string>> = {
  AHx: "ASCIIHexDecode",
  A85: "ASCII85Decode",
  LZW: "LZWDecode",
  Fl: "FlateDecode",
  RL: "RunLengthDecode",
  CCF: "CCITTFaxDecode",
  DCT: "DCTDecode",
}

/** Undoes a stream's filters up to a picture's own coding; null for damage, bombs and filters that no one knows. */
export function unpack(
  raw: Uint8Array,
  dict: Dict,
  get: (value: Value | undefined) => Value,
): Unpacked | null {
  const kept = get(dict.get("DecodeParms") ?? dict.get("DP"))
  const parms = (listOf(kept) ?? [kept]).map((one) => dictOf(get(one)))
  let bytes = raw
  for (const [i, filter] of filtersOf(dict, get).entries()) {
    if (/^(DCT|JPX|CCITTFax|JBIG2)Decode$/.test(filter)) return { bytes, coding: filter }
    const number = (key: string): number | null => numberOf(get(parms[i]?.get(key)))
    const next = undo(bytes, filter, number)
    if (next === null || next.length > MOST_UNPACKED) return null
    bytes = next
  }
  return { bytes, coding: null }
}

function undo(
  bytes: Uint8Array,
  filter: string,
  parm: (key: string) => number | null,
): Uint8Array | null {
  if (filter === "FlateDecode") return unpredicted(inflate(bytes), parm)
  if (filter === "LZWDecode")
    return unpredicted(unpackLzw(bytes, parm("EarlyChange") !== 0, MOST_UNPACKED), parm)
  if (filter === "ASCIIHexDecode") return fromHex(bytes)
  if (filter === "ASCII85Decode") return fromBase85(bytes)
  if (filter === "RunLengthDecode") return fromRuns(bytes)
  return null
}

function inflate(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(bytes, {
      maxOutputLength: MOST_UNPACKED,
      finishFlush: constants.Z_SYNC_FLUSH,
    })
  } catch {
    return null
  }
}

/** Undoes a predictor, PNG's or TIFF's at 8 bits. Source: PDF 1.7, 7.4.4.4 */
function unpredicted(
  bytes: Uint8Array | null,
  parm: (key: string) => number | null,
): Uint8Array | null {
  const predictor = parm("Predictor") ?? 1
  if (bytes === null || predictor < 2) return bytes
  const [colours, bits] = [parm("Colors") ?? 1, parm("BitsPerComponent") ?? 8]
  const columns = parm("Columns") ?? 1
  if (![colours, bits, columns].every((one) => one > 0 && one < 1_000_000)) return null
  const row = Math.ceil((colours * bits * columns) / 8)
  const step = Math.max(1, (colours * bits) >> 3)
  if (predictor >= 10) return fromPng(bytes, row, step)
  if (bits !== 8) return null
  const plain = Uint8Array.from(bytes)
  for (let at = 0; at + row <= plain.length; at += row)
    for (let i = step; i < row; i++) plain[at + i] = plain[at + i]! + plain[at + i - step]!
  return plain
}

function fromPng(bytes: Uint8Array, row: number, step: number): Uint8Array {
  const rows = Math.floor((bytes.length + row) / (row + 1))
  const plain = new Uint8Array(rows * row)
  for (let r = 0; r < rows; r++) {
    const kind = bytes[r * (row + 1)]!
    const [from, to] = [r * (row + 1) + 1, r * row]
    for (let i = 0; i < row; i++) {
      const left = i >= step ? plain[to + i - step]! : 0
      const up = r > 0 ? plain[to + i - row]! : 0
      const corner = r > 0 && i >= step ? plain[to + i - row - step]! : 0
      plain[to + i] = (bytes[from + i] ?? 0) + predicted(kind, left, up, corner)
    }
  }
  return plain
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  if (kind !== 4) return 0
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

function fromHex(bytes: Uint8Array): Uint8Array {
  const digits = [...bytes].flatMap((byte) => hexDigit(byte) ?? [])
  if (digits.length % 2 === 1) digits.push(0)
  return Uint8Array.from(
    { length: digits.length / 2 },
    (_, i) => digits[2 * i]! * 16 + digits[2 * i + 1]!,
  )
}

function fromBase85(bytes: Uint8Array): Uint8Array {
  const read: number[] = []
  let group: number[] = []
  const flush = (): void => {
    const count = group.length - 1
    if (count < 1) return
    const value = [...group, 84, 84, 84, 84].slice(0, 5).reduce((sum, one) => sum * 85 + one, 0)
    for (let i = 0; i < count; i++) read.push(Math.floor(value / 256 ** (3 - i)) % 256)
    group = []
  }
  for (const byte of bytes) {
    if (byte === 126) break
    if (byte === 122 && group.length === 0) read.push(0, 0, 0, 0)
    if (byte < 33 || byte > 117) continue
    group.push(byte - 33)
    if (group.length === 5) flush()
  }
  flush()
  return Uint8Array.from(read)
}

function fromRuns(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = []
  let size = 0
  for (let at = 0; at < bytes.length && bytes[at] !== 128;) {
    const length = bytes[at]!
    const part =
      length < 128
        ? bytes.subarray(at + 1, at + 2 + length)
        : new Uint8Array(257 - length).fill(bytes[at + 1] ?? 0)
    at += length < 128 ? length + 2 : 2
    size += part.length
    if (size > MOST_UNPACKED) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
