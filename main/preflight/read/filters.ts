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
    // What a lock of the stream's own did was undone, or is none, where its bytes are had.
    if (filter === "Crypt") continue
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
  if (bytes.length > 0 && row > bytes.length) return null
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
  const read = new Uint8Array((bytes.length + 1) >> 1)
  let digits = 0
  for (const byte of bytes) {
    const digit = hexDigit(byte)
    if (digit === null) continue
    read[digits >> 1]! += digits % 2 === 0 ? digit * 16 : digit
    digits += 1
  }
  return read.subarray(0, (digits + 1) >> 1)
}

/** A z stands for four bytes; a last group that is short is filled up with the highest digit. */
function fromBase85(bytes: Uint8Array): Uint8Array | null {
  const [Z, END, DIGITS] = [122, 126, 85]
  let zeros = 0
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === Z) zeros += 1
  const most = 4 * (zeros + Math.ceil((bytes.length - zeros) / 5))
  if (most > MOST_UNPACKED) return null
  const read = new Uint8Array(most)
  let [size, value, count] = [0, 0, 0]
  const flush = (): void => {
    for (let i = count; i < 5; i++) value = value * DIGITS + DIGITS - 1
    for (let i = 1; i < count; i++) read[size++] = Math.floor(value / 256 ** (4 - i))
    ;[value, count] = [0, 0]
  }
  for (const byte of bytes) {
    if (byte === END) break
    if (byte === Z && count === 0) size += 4
    if (byte < 33 || byte >= 33 + DIGITS) continue
    value = value * DIGITS + byte - 33
    count += 1
    if (count === 5) flush()
  }
  flush()
  return read.subarray(0, size)
}

/** Measured first: runs of one byte each would be more records than bytes. */
function fromRuns(bytes: Uint8Array): Uint8Array | null {
  let size = 0
  eachRun(bytes, (_, length) => (size += length))
  if (size > MOST_UNPACKED) return null
  const read = new Uint8Array(size)
  let to = 0
  eachRun(bytes, (at, length, repeated) => {
    for (let i = 0; i < length; i++) read[to++] = bytes[repeated ? at : at + i] ?? 0
  })
  return read
}

/** Says of each run where its bytes begin, how many it stands for, and whether they are one repeated. */
function eachRun(
  bytes: Uint8Array,
  say: (at: number, length: number, repeated: boolean) => void,
): void {
  for (let at = 0; at < bytes.length && bytes[at] !== 128;) {
    const head = bytes[at]!
    const length = head < 128 ? Math.min(head + 1, bytes.length - at - 1) : 257 - head
    say(at + 1, length, head > 128)
    at += head < 128 ? head + 2 : 2
  }
}
