import { wordOf, type Value } from "./values.ts"

/** A place in bytes that objects are read from; reading moves `at`. */
export interface Lexer {
  readonly bytes: Uint8Array
  at: number
}

/** What is read after the last object. */
export const END = Symbol("end")

/** Lists and dictionaries in each other deeper than this are read as if they were flat. */
const DEEPEST = 60

const [WHITE, DELIMITER] = [1, 2]

/** What a byte is to the reader: white space, a delimiter, or 0 for part of a word. Source: PDF 1.7, 7.2.2 */
const KIND = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) KIND[byte] = WHITE
for (const sign of "()<>[]{}/%") KIND[sign.charCodeAt(0)] = DELIMITER

const sign = (text: string): number => text.charCodeAt(0)
const [OPEN, CLOSE, LESS, MORE] = [sign("("), sign(")"), sign("<"), sign(">")]
const [LIST, SLASH, PERCENT, BACK] = ["[", "/", "%", "\\"].map(sign)

export function lexerOf(bytes: Uint8Array, at = 0): Lexer {
  return { bytes, at }
}

/** True for white space between objects. */
export function isWhite(byte: number | undefined): boolean {
  return byte !== undefined && KIND[byte] === WHITE
}

/** Goes past white space and remarks. */
export function skipWhite(lexer: Lexer): void {
  const { bytes } = lexer
  for (; lexer.at < bytes.length; lexer.at++) {
    const byte = bytes[lexer.at]!
    if (byte === PERCENT)
      while (lexer.at < bytes.length && bytes[lexer.at] !== 10 && bytes[lexer.at] !== 13) lexer.at++
    else if (KIND[byte] !== WHITE) return
  }
}

/**
 * The next object; `END` after the last. Never throws: what is no object is read as a word, and a
 * list that never closes ends with the bytes.
 */
export function nextValue(lexer: Lexer, depth = 0): Value | typeof END {
  skipWhite(lexer)
  const { bytes, at } = lexer
  const byte = bytes[at]
  if (byte === undefined) return END
  if (byte === SLASH) return readName(lexer)
  if (byte === OPEN) return { bytes: readLiteral(lexer) }
  if (byte === LESS && bytes[at + 1] !== LESS) return { bytes: readHex(lexer) }
  if (byte === LESS || (byte === MORE && bytes[at + 1] === MORE)) {
    lexer.at += 2
    return byte === LESS && depth < DEEPEST
      ? pairsOf(gather(lexer, ">>", depth))
      : { word: byte === LESS ? "<<" : ">>" }
  }
  if (byte === LIST && depth < DEEPEST) {
    lexer.at += 1
    return gather(lexer, "]", depth)
  }
  if (KIND[byte] === DELIMITER) {
    lexer.at += 1
    return { word: String.fromCharCode(byte) }
  }
  return readPlain(lexer)
}

/** Objects up to the word that closes their list; two numbers and an R become a reference. */
function gather(lexer: Lexer, close: string, depth: number): Value[] {
  const items: Value[] = []
  for (;;) {
    const before = lexer.at
    const item = nextValue(lexer, depth + 1)
    if (item === END) return items
    const word = wordOf(item)
    if (word === close) return items
    // An object that never closes must not swallow the rest of the file.
    if (word === "endobj" || word === "stream") {
      lexer.at = before
      return items
    }
    const number = items.at(-2)
    if (word === "R" && typeof number === "number" && typeof items.at(-1) === "number")
      items.splice(-2, 2, { ref: number })
    else items.push(item)
  }
}

function pairsOf(items: readonly Value[]): ReadonlyMap<string, Value> {
  const pairs = new Map<string, Value>()
  for (let i = 0; i + 1 < items.length; i += 2) {
    const key = items[i]
    if (typeof key === "object" && key !== null && "name" in key) pairs.set(key.name, items[i + 1]!)
    // A key is missing: go on with the next thing that may be one.
    else i -= 1
  }
  return pairs
}

function wordEnd({ bytes }: Lexer, from: number): number {
  let end = from
  while (end < bytes.length && KIND[bytes[end]!] === 0) end += 1
  return end
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = ""
  // A word longer than this is no word.
  for (let i = from; i < Math.min(to, from + 300); i++) text += String.fromCharCode(bytes[i]!)
  return text
}

function readName(lexer: Lexer): Value {
  const end = wordEnd(lexer, lexer.at + 1)
  const text = latin(lexer.bytes, lexer.at + 1, end)
  lexer.at = end
  if (!text.includes("#")) return { name: text }
  const name = text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  )
  return { name }
}

function readPlain(lexer: Lexer): Value {
  const end = wordEnd(lexer, lexer.at)
  const first = lexer.bytes[lexer.at]!
  const text = latin(lexer.bytes, lexer.at, end)
  lexer.at = end
  // Digits, sign or point.
  if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46) {
    const number = Number(text)
    if (Number.isFinite(number)) return number
    const begun = parseFloat(text.replace(/^--+/, "-"))
    if (Number.isFinite(begun)) return begun
  }
  if (text === "true") return true
  if (text === "false") return false
  return text === "null" ? null : { word: text }
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

function readLiteral(lexer: Lexer): Uint8Array {
  const { bytes } = lexer
  const read: number[] = []
  let open = 1
  for (lexer.at += 1; lexer.at < bytes.length; lexer.at++) {
    const byte = bytes[lexer.at]!
    if (byte === BACK) {
      const escaped = readEscape(lexer)
      if (escaped !== null) read.push(escaped)
      continue
    }
    if (byte === OPEN) open += 1
    if (byte === CLOSE && --open === 0) {
      lexer.at += 1
      break
    }
    read.push(byte)
  }
  return Uint8Array.from(read)
}

/** The byte that a backslash and what follows stand for; null for a broken line. Leaves `at` on the last of them. */
function readEscape(lexer: Lexer): number | null {
  const { bytes } = lexer
  lexer.at += 1
  const byte = bytes[lexer.at] ?? BACK!
  if (byte === 13 && bytes[lexer.at + 1] === 10) lexer.at += 1
  if (byte === 10 || byte === 13) return null
  const digits = /^[0-7]{1,3}/.exec(latin(bytes, lexer.at, Math.min(bytes.length, lexer.at + 3)))
  if (!digits) return ESCAPES[String.fromCharCode(byte)] ?? byte
  lexer.at += digits[0].length - 1
  return parseInt(digits[0], 8) & 0xff
}

function readHex(lexer: Lexer): Uint8Array {
  const { bytes } = lexer
  const read: number[] = []
  let half: number | null = null
  for (lexer.at += 1; lexer.at < bytes.length; lexer.at++) {
    const byte = bytes[lexer.at]!
    if (byte === MORE) {
      lexer.at += 1
      break
    }
    const digit = hexDigit(byte)
    if (digit === null) continue
    if (half !== null) read.push(half * 16 + digit)
    half = half === null ? digit : null
  }
  if (half !== null) read.push(half * 16)
  return Uint8Array.from(read)
}

/** The value of a hexadecimal digit; null for another byte. */
export function hexDigit(byte: number): number | null {
  if (byte >= 48 && byte <= 57) return byte - 48
  const lower = byte | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : null
}
