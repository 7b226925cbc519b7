import { done, fault, type Result } from "../../result.ts"
import { gatherCrossings, objectReader, readCrossings, type Crossings } from "./crossings.ts"
import { unpack, type Unpacked } from "./filters.ts"
import { END, lexerOf, nextValue } from "./lexer.ts"
import { dictOf, numberOf, refOf, streamOf } from "./values.ts"
import type { Dict, Stream, Value } from "./values.ts"

/** A PDF whose objects can be had. */
export interface PdfFile {
  /** Version in the head, as 1.4. */
  readonly version: string
  /** Bytes above 127 in the line after the head, so that no program takes the file for text. */
  readonly binary: boolean
  readonly trailer: Dict
  readonly catalog: Dict
  /** Numbers of all objects, ascending. */
  readonly numbers: readonly number[]
  /** What had to be put right to read it; null for a sound file. */
  damage(): string | null
  /** A value with references followed; null for what is not there. */
  get(value: Value | undefined): Value
  /** A stream's bytes; null for damage, or when unpacking all of this file took too much already. */
  unpack(stream: Stream): Unpacked | null
}

/** Largest file that is read, bytes. */
const MOST_BYTES = 1024 * 1024 * 1024

/** Bytes that all streams of a file may unpack to together, before the rest stays packed. */
const MOST_ALL = 2 * 1024 * 1024 * 1024

/** References that lead to references. */
const MOST_STEPS = 20

/** Opens a PDF that anyone wrote; a fault for what is none, is encrypted, or is cut off. */
export function openPdf(given: Uint8Array): Result<PdfFile> {
  if (given.length > MOST_BYTES)
    return fault("PDF 文件超过 1 GB，太大了。", "The PDF is larger than 1 GB, which is too large.")
  const head = Buffer.from(given.buffer, given.byteOffset, Math.min(1024, given.length))
  const begin = head.indexOf("%PDF-")
  if (begin < 0) return fault("这不是 PDF 文件。", "This is no PDF file.")
  const bytes = given.subarray(begin)
  const file = fileOf(bytes, readCrossings(bytes)) ?? mended(bytes)
  if (!file)
    return fault(
      "PDF 文件不完整或已损坏，读不了。",
      "The PDF is cut off or damaged, and cannot be read.",
    )
  if (file.trailer.has("Encrypt"))
    return fault(
      "PDF 文件已加密，请先解除加密再检查。",
      "The PDF is encrypted; remove the encryption before it is checked.",
    )
  return done(file)
}

/** An FDF's objects, and its root. */
export interface FdfFile extends Pick<PdfFile, "get" | "unpack"> {
  readonly root: Value
}

/** Opens a file of form fields or comments (FDF), which has a trailer and no pages. */
export function openFdf(bytes: Uint8Array): FdfFile {
  const crossings = gatherCrossings(bytes)
  const objects = storeOf(bytes, crossings)
  return { ...objects, root: objects.get(crossings.trailer.get("Root")) }
}

/** A file whose cross-references do not hold, but whose end is there; null for one that is cut off. */
function mended(bytes: Uint8Array): PdfFile | null {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = tail.subarray(Math.max(0, tail.length - 2048)).includes("%%EOF")
  return end ? fileOf(bytes, gatherCrossings(bytes)) : null
}

/** The file by its cross-references; null when they lead to no catalog with pages. */
function fileOf(bytes: Uint8Array, crossings: Crossings | null): PdfFile | null {
  if (!crossings) return null
  const objects = storeOf(bytes, crossings)
  const catalog = dictOf(objects.get(crossings.trailer.get("Root")))
  if (!catalog || !dictOf(objects.get(catalog.get("Pages")))) return null
  const version = Buffer.from(bytes.subarray(5, 8)).toString("latin1")
  return {
    ...objects,
    version,
    binary: bytes.subarray(9, 20).some((byte) => byte > 127),
    trailer: crossings.trailer,
    catalog,
    numbers: [...crossings.places.keys()].sort((a, b) => a - b),
  }
}

function storeOf(
  bytes: Uint8Array,
  { places, sound }: Crossings,
): Pick<PdfFile, "get" | "unpack" | "damage"> {
  const known = new Map<number, Value>()
  const packs = new Map<number, readonly Value[]>()
  const opening = new Set<number>()
  const readAt = objectReader(bytes)
  let damage = sound ? null : "xref"
  let unpackedAll = 0

  const object = (number: number): Value => {
    const hit = known.get(number)
    if (hit !== undefined) return hit
    const place = places.get(number)
    if (!place || opening.has(number)) return null
    opening.add(number)
    const value =
      "at" in place ? standing(number, place.at) : (packOf(place.packedIn)[place.index] ?? null)
    opening.delete(number)
    known.set(number, value)
    return value
  }
  const standing = (number: number, at: number): Value => {
    const read = readAt(at, (length) => numberOf(get(length)))
    if (!read || !read.sound || read.number !== number) damage ??= `object ${number}`
    return read && read.number === number ? read.value : null
  }
  const packOf = (number: number): readonly Value[] => {
    const hit = packs.get(number)
    if (hit) return hit
    const stream = streamOf(object(number))
    const values = (stream && packedObjects(stream, unpackStream(stream), get)) ?? []
    if (values.length === 0) damage ??= `object stream ${number}`
    packs.set(number, values)
    return values
  }
  const get = (value: Value | undefined): Value => {
    let now = value ?? null
    for (let step = 0; step < MOST_STEPS; step++) {
      const number = refOf(now)
      if (number === null) return now
      now = object(number)
    }
    return null
  }
  const unpackStream = (stream: Stream): Unpacked | null => {
    if (unpackedAll > MOST_ALL) return null
    const unpacked = unpack(stream.raw, stream.dict, get)
    unpackedAll += unpacked?.bytes.length ?? 0
    if (!unpacked) damage ??= "stream"
    return unpacked
  }
  return { get, unpack: unpackStream, damage: () => damage }
}

/**
 * The objects of an object stream, in its order, up to those that can only lie in each other.
 * Source: PDF 1.7, 7.5.7
 */
function packedObjects(
  { dict }: Stream,
  unpacked: Unpacked | null,
  get: PdfFile["get"],
): readonly Value[] | null {
  const [count, first] = [numberOf(get(dict.get("N"))), numberOf(get(dict.get("First")))]
  if (!unpacked || count === null || first === null || first < 0) return null
  const { bytes } = unpacked
  const heads = lexerOf(bytes)
  const values: Value[] = []
  let left = 2 * bytes.length
  for (let i = 0; i < count && left >= 0; i++) {
    const [number, offset] = [nextValue(heads), nextValue(heads)]
    if (typeof number !== "number" || typeof offset !== "number" || offset < 0) return values
    const lexer = lexerOf(bytes, first + offset)
    const value = nextValue(lexer)
    left -= Math.max(0, lexer.at - first - offset)
    values.push(value === END ? null : value)
  }
  return values
}
