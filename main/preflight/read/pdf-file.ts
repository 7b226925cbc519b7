import { done, fault, type Result } from "../../result.ts"
import { gatherCrossings, objectReader, readCrossings, type Crossings } from "./crossings.ts"
import { unpack, type Unpacked } from "./filters.ts"
import { END, lexerOf, nextValue } from "./lexer.ts"
import { termsOf } from "./lock/terms.ts"
import { unlockWith, type Unlock } from "./lock/unlock.ts"
import { bytesOf, dictOf, listOf, numberOf, refOf, streamOf } from "./values.ts"
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
  const opened = openLockedPdf(given, null)
  return opened.ok && opened.value === "locked" ? lockedFile() : (opened as Result<PdfFile>)
}

/**
 * Opens a PDF that may be encrypted, by a password of its user or owner; "" opens what asks readers
 * for none. "locked" where it opens nothing, and where null is given for what is encrypted.
 */
export function openLockedPdf(
  given: Uint8Array,
  password: string | null,
): Result<PdfFile | "locked"> {
  if (given.length > MOST_BYTES)
    return fault("PDF 文件超过 1 GB，太大了。", "The PDF is larger than 1 GB, which is too large.")
  const head = Buffer.from(given.buffer, given.byteOffset, Math.min(1024, given.length))
  const begin = head.indexOf("%PDF-")
  if (begin < 0) return fault("这不是 PDF 文件。", "This is no PDF file.")
  const bytes = given.subarray(begin)
  const opened = fileOf(bytes, readCrossings(bytes), password) ?? mended(bytes, password)
  return opened ?? cutOff()
}

function cutOff(): Result<never> {
  return fault(
    "PDF 文件不完整或已损坏，读不了。",
    "The PDF is cut off or damaged, and cannot be read.",
  )
}

function lockedFile(): Result<never> {
  return fault(
    "PDF 文件已加密，请先解除加密再检查。",
    "The PDF is encrypted; remove the encryption before it is checked.",
  )
}

function otherLock(): Result<never> {
  return fault(
    "PDF 文件用证书或其他方式加密，不是用密码，打不开；请对方解除加密后再传。",
    "The PDF is encrypted with a certificate or in another way than a password; ask for one that is not.",
  )
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
function mended(bytes: Uint8Array, password: string | null): Opened | null {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = tail.subarray(Math.max(0, tail.length - 2048)).includes("%%EOF")
  return end ? fileOf(bytes, gatherCrossings(bytes), password) : null
}

/** A file that was found, whether or not it can be opened. */
type Opened = Result<PdfFile | "locked">

/** The file by its cross-references; null when they lead to no catalog with pages. */
function fileOf(
  bytes: Uint8Array,
  crossings: Crossings | null,
  password: string | null,
): Opened | null {
  if (!crossings) return null
  const lock = lockOf(bytes, crossings, password)
  if (lock !== null && !lock.ok) return lock
  if (lock?.value === "locked") return done("locked")
  const objects = storeOf(bytes, crossings, lock?.value)
  const catalog = dictOf(objects.get(crossings.trailer.get("Root")))
  if (!catalog || !dictOf(objects.get(catalog.get("Pages")))) return null
  const version = Buffer.from(bytes.subarray(5, 8)).toString("latin1")
  return done({
    ...objects,
    version,
    binary: bytes.subarray(9, 20).some((byte) => byte > 127),
    trailer: crossings.trailer,
    catalog,
    numbers: [...crossings.places.keys()].sort((a, b) => a - b),
  })
}

/** What opens a file's objects; null for a file without a lock, "locked" for one that stays shut. */
function lockOf(
  bytes: Uint8Array,
  crossings: Crossings,
  password: string | null,
): Result<Unlock | "locked"> | null {
  const { trailer } = crossings
  if (!trailer.has("Encrypt")) return null
  if (password === null) return done("locked")
  // The lock itself is never locked.
  const { get } = storeOf(bytes, crossings)
  const dict = dictOf(get(trailer.get("Encrypt")))
  const id = bytesOf(get(listOf(get(trailer.get("ID")))?.[0])) ?? new Uint8Array(0)
  const terms = dict && termsOf(dict, id, get)
  return terms ? done(unlockWith(terms, password) ?? "locked") : otherLock()
}

function storeOf(
  bytes: Uint8Array,
  { places, sound }: Crossings,
  unlock?: Unlock,
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
    if (!read || read.number !== number) return null
    return unlock ? unlock(read) : read.value
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
