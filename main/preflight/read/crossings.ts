import { END, lexerOf, nextValue, skipWhite, type Lexer } from "./lexer.ts"
import { unpack } from "./filters.ts"
import { dictOf, listOf, nameOf, numberOf, streamOf, wordOf } from "./values.ts"
import type { Dict, Stream, Value } from "./values.ts"

/** Where an object lies: at a byte of the file, or packed in an object stream. */
export type Place = { readonly at: number } | { readonly packedIn: number; readonly index: number }

/** The cross-references of a file, by object number, and its trailer. */
export interface Crossings {
  readonly places: ReadonlyMap<number, Place>
  readonly trailer: Dict
  /** False for one that had to be put together by looking through the file. */
  readonly sound: boolean
}

/** Objects that a file may have. */
const MOST_OBJECTS = 2_000_000

/** Sections of cross-references that follow each other, one an update. */
const MOST_SECTIONS = 2_000

const plain = (value: Value | undefined): Value => value ?? null

/** Reads the cross-references as the file's end says; null where it does not, or they do not hold. */
export function readCrossings(bytes: Uint8Array): Crossings | null {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const start = tail.lastIndexOf("startxref")
  if (start < 0) return null
  const first = nextValue(lexerOf(bytes, start + "startxref".length))
  const known: Known = { places: new Map(), freed: new Set() }
  const trailer = new Map<string, Value>()
  const waiting: unknown[] = [first]
  const seen = new Set<unknown>()
  while (waiting.length > 0 && seen.size < MOST_SECTIONS) {
    const at = waiting.shift()
    if (seen.has(at)) continue
    seen.add(at)
    const freed: number[] = []
    const section = sectionAt(bytes, at, known, freed)
    if (!section) return null
    for (const [key, value] of section) if (!trailer.has(key)) trailer.set(key, value)
    // What a hybrid file packs stands before the older sections, and is free in its own table.
    const packed = section.get("XRefStm")
    if (packed !== undefined && !sectionAt(bytes, packed, known, freed)) return null
    for (const number of freed) known.freed.add(number)
    if (section.has("Prev")) waiting.push(section.get("Prev"))
  }
  return { places: known.places, trailer, sound: true }
}

/** What the newer sections say: where objects lie, and which were taken away since. */
interface Known {
  readonly places: Map<number, Place>
  readonly freed: Set<number>
}

function sectionAt(bytes: Uint8Array, at: unknown, known: Known, freed: number[]): Dict | null {
  if (typeof at !== "number" || at < 0 || at >= bytes.length) return null
  return readSection(lexerOf(bytes, at), known, freed)
}

function readSection(lexer: Lexer, known: Known, freed: number[]): Dict | null {
  const { at } = lexer
  const first = nextValue(lexer)
  if (first !== END && wordOf(first) === "xref") return readTable(lexer, known, freed)
  lexer.at = at
  const object = readObject(lexer)
  const stream = object && streamOf(object.value)
  return stream && readPacked(stream, known, freed) ? stream.dict : null
}

function readTable(lexer: Lexer, { places, freed: gone }: Known, freed: number[]): Dict | null {
  for (;;) {
    const first = nextValue(lexer)
    if (first !== END && wordOf(first) === "trailer") {
      const trailer = nextValue(lexer)
      return trailer === END ? null : dictOf(trailer)
    }
    const count = nextValue(lexer)
    if (typeof first !== "number" || typeof count !== "number") return null
    for (let i = 0; i < count; i++) {
      const [at, , kind] = [nextValue(lexer), nextValue(lexer), nextValue(lexer)]
      const word = kind === END ? null : wordOf(kind)
      if (typeof at !== "number" || (word !== "n" && word !== "f")) return null
      if (places.size >= MOST_OBJECTS) return null
      const number = first + i
      if (word === "f") freed.push(number)
      else if (!places.has(number) && !gone.has(number)) places.set(number, { at })
    }
  }
}

/** A cross-reference stream. Source: PDF 1.7, 7.5.8 */
function readPacked(
  { dict, raw }: Stream,
  { places, freed: gone }: Known,
  freed: number[],
): boolean {
  const unpacked = unpack(raw, dict, plain)
  const widths = (listOf(plain(dict.get("W"))) ?? []).map((one) => numberOf(one) ?? 0)
  const size = numberOf(plain(dict.get("Size"))) ?? 0
  const index = (listOf(plain(dict.get("Index"))) ?? [0, size]).map((one) => numberOf(one) ?? 0)
  const row = widths.reduce((sum, width) => sum + width, 0)
  if (!unpacked || widths.length < 3 || row < 1 || widths.some((width) => width < 0 || width > 8))
    return false
  const { bytes } = unpacked
  let at = 0
  const field = (width: number): number => {
    let value = 0
    for (let i = 0; i < width; i++) value = value * 256 + bytes[at++]!
    return value
  }
  for (let i = 0; i + 1 < index.length; i += 2)
    for (let k = 0; k < index[i + 1]! && at + row <= bytes.length; k++) {
      const kind = widths[0] === 0 ? 1 : field(widths[0]!)
      const [second, third] = [field(widths[1]!), field(widths[2]!)]
      const number = index[i]! + k
      if (places.size >= MOST_OBJECTS) return false
      if (kind === 0) freed.push(number)
      if (places.has(number) || gone.has(number)) continue
      if (kind === 1) places.set(number, { at: second })
      if (kind === 2) places.set(number, { packedIn: second, index: third })
    }
  return true
}

/** Looks through the file for objects and trailers, for one whose cross-references do not hold. */
export function gatherCrossings(bytes: Uint8Array): Crossings {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const places = new Map<number, Place>()
  for (let at = buffer.indexOf("obj"); at >= 0; at = buffer.indexOf("obj", at + 3)) {
    const head = /(\d{1,10})\s+\d{1,5}\s*$/.exec(
      buffer.toString("latin1", Math.max(0, at - 24), at),
    )
    if (head) places.set(Number(head[1]), { at: at - head[0].length })
    if (places.size >= MOST_OBJECTS) break
  }
  const trailer = new Map<string, Value>()
  for (let at = buffer.indexOf("trailer"); at >= 0; at = buffer.indexOf("trailer", at + 7)) {
    const read = nextValue(lexerOf(bytes, at + 7))
    const dict = read === END ? null : dictOf(read)
    for (const [key, value] of dict ?? []) trailer.set(key, value)
  }
  addLoose(bytes, places, trailer)
  return { places, trailer, sound: false }
}

/** Objects in object streams, and the catalog where no trailer names it. */
function addLoose(
  bytes: Uint8Array,
  places: Map<number, Place>,
  trailer: Map<string, Value>,
): void {
  const read = objectReader(bytes)
  // Of an object that an update wrote anew the last one counts, packed or not.
  const since = new Map(
    [...places].map(([number, place]) => [number, "at" in place ? place.at : 0]),
  )
  for (const [number, place] of [...places]) {
    const object = "at" in place ? read(place.at) : null
    const dict = object && dictOf(object.value)
    const type = dict && nameOf(dict.get("Type"))
    if (type === "Catalog" && !trailer.has("Root")) trailer.set("Root", { ref: number })
    if (type === "XRef")
      for (const key of ["Root", "Info", "ID", "Encrypt"])
        if (dict!.has(key)) trailer.set(key, dict!.get(key)!)
    const stream = type === "ObjStm" ? streamOf(object!.value) : null
    if (!stream) continue
    const at = "at" in place ? place.at : 0
    for (const [index, packed] of (packedNumbers(stream) ?? []).entries()) {
      if ((since.get(packed) ?? -1) > at) continue
      places.set(packed, { packedIn: number, index })
      since.set(packed, at)
    }
  }
}

/** Numbers of the objects in an object stream; null for a damaged one. */
function packedNumbers({ dict, raw }: Stream): readonly number[] | null {
  const unpacked = unpack(raw, dict, plain)
  const count = numberOf(plain(dict.get("N")))
  if (!unpacked || count === null || count > MOST_OBJECTS) return null
  const lexer = lexerOf(unpacked.bytes)
  const numbers: number[] = []
  for (let i = 0; i < count; i++) {
    const [number, offset] = [nextValue(lexer), nextValue(lexer)]
    if (typeof number !== "number" || typeof offset !== "number") return null
    numbers.push(number)
  }
  return numbers
}

/** An object as it stands in the file: its number, and what it is. */
interface Standing {
  readonly number: number
  readonly generation: number
  readonly value: Value
  /** False when a stream's length is not what it says. */
  readonly sound: boolean
}

/** How long a stream says it is; null where it cannot be known yet. */
type LengthOf = (length: Value | undefined) => number | null

/**
 * Reads objects where they stand. When they took twice the bytes of the file together they lie in
 * each other, as in strings that never end; those after them are null then.
 */
export function objectReader(
  bytes: Uint8Array,
): (at: number, lengthOf?: LengthOf) => Standing | null {
  let left = 2 * bytes.length
  return (at, lengthOf) => {
    if (left < 0) return null
    const lexer = lexerOf(bytes, at)
    const read = readObject(lexer, lengthOf)
    left -= lexer.at - at
    return read
  }
}

/** Reads `12 0 obj …` where it stands; null when no object stands there. */
function readObject(lexer: Lexer, lengthOf: LengthOf = numberOf): Standing | null {
  const [number, second, word] = [nextValue(lexer), nextValue(lexer), nextValue(lexer)]
  if (typeof number !== "number" || word === END || wordOf(word) !== "obj") return null
  const named = { number, generation: typeof second === "number" ? second : 0 }
  const value = nextValue(lexer)
  if (value === END) return { ...named, value: null, sound: false }
  if (typeof value === "number") return { ...named, value: referred(lexer, value), sound: true }
  const dict = dictOf(value)
  if (!dict) return { ...named, value, sound: true }
  const { at } = lexer
  const next = nextValue(lexer)
  if (next === END || wordOf(next) !== "stream") {
    lexer.at = at
    return { ...named, value, sound: true }
  }
  return { ...named, ...streamAt(lexer, dict, lengthOf) }
}

/** A number, or the reference that it begins. */
function referred(lexer: Lexer, number: number): Value {
  const { at } = lexer
  const [generation, word] = [nextValue(lexer), nextValue(lexer)]
  if (typeof generation === "number" && word !== END && wordOf(word) === "R") return { ref: number }
  lexer.at = at
  return number
}

function streamAt(
  lexer: Lexer,
  dict: Dict,
  lengthOf: LengthOf,
): { readonly value: Stream; readonly sound: boolean } {
  const { bytes } = lexer
  if (bytes[lexer.at] === 13) lexer.at += 1
  if (bytes[lexer.at] === 10) lexer.at += 1
  const start = lexer.at
  const length = lengthOf(dict.get("Length"))
  if (length !== null && length >= 0 && start + length <= bytes.length) {
    lexer.at = start + length
    skipWhite(lexer)
    const end = lexer.at
    const after = Buffer.from(bytes.buffer, bytes.byteOffset + end, Math.min(9, bytes.length - end))
    if (after.toString("latin1") === "endstream")
      return { value: { dict, raw: bytes.subarray(start, start + length) }, sound: true }
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const found = buffer.indexOf("endstream", start)
  const end = found < 0 ? bytes.length : found
  lexer.at = end
  return { value: { dict, raw: bytes.subarray(start, end) }, sound: length === null && found >= 0 }
}
