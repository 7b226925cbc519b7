/** A name object, without its slash. */
export interface Name {
  readonly name: string
}

/** A reference to another object by its number; generations do not matter to a reader. */
export interface Ref {
  readonly ref: number
}

/** A string object as its bytes. */
export interface Bytes {
  readonly bytes: Uint8Array
}

/** A bare word: an operator of a content stream, or a keyword of the file. */
export interface Word {
  readonly word: string
}

export type Dict = ReadonlyMap<string, Value>

/** A stream: its dictionary and its bytes as they stand in the file. */
export interface Stream {
  readonly dict: Dict
  readonly raw: Uint8Array
}

/** Any object of a PDF. Source: PDF 1.7, 7.3 */
export type Value =
  null | boolean | number | Name | Ref | Bytes | Word | readonly Value[] | Dict | Stream

/** What may stand where an object is asked for; a symbol is the end of what was read. */
type Kept = Value | undefined | symbol

const isRecord = (value: Kept): value is Name | Ref | Bytes | Word | Stream =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Map)

/** The text of a name; null for anything else. */
export function nameOf(value: Kept): string | null {
  return isRecord(value) && "name" in value ? value.name : null
}

/** The number of the object that a reference points at; null for anything else. */
export function refOf(value: Kept): number | null {
  return isRecord(value) && "ref" in value ? value.ref : null
}

/** The bytes of a string; null for anything else. */
export function bytesOf(value: Kept): Uint8Array | null {
  return isRecord(value) && "bytes" in value ? value.bytes : null
}

/** A bare word; null for anything else. */
export function wordOf(value: Kept): string | null {
  return isRecord(value) && "word" in value ? value.word : null
}

/** A stream; null for anything else. */
export function streamOf(value: Kept): Stream | null {
  return isRecord(value) && "raw" in value ? value : null
}

/** A dictionary, a stream's included; null for anything else. */
export function dictOf(value: Kept): Dict | null {
  if (value instanceof Map) return value
  return streamOf(value)?.dict ?? null
}

/** A list; null for anything else. */
export function listOf(value: Kept): readonly Value[] | null {
  return Array.isArray(value) ? (value as readonly Value[]) : null
}

/** A finite number; null for anything else. */
export function numberOf(value: Kept): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null
}

/** Text of a string object: UTF-16 with its mark, UTF-8 with its mark, else Latin-1. Source: PDF 1.7, 7.9.2 */
export function textOf(value: Kept): string | null {
  const bytes = bytesOf(value)
  if (!bytes) return null
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes)
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder("utf-8").decode(bytes)
  return Buffer.from(bytes).toString("latin1")
}
