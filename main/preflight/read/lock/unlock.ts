import { createDecipheriv, createHash } from "node:crypto"
import { filtersOf } from "../filters.ts"
import { bytesOf, dictOf, listOf, nameOf, streamOf, type Dict, type Value } from "../values.ts"
import { newKey } from "./new-key.ts"
import { oldKey } from "./old-key.ts"
import { rc4 } from "./rc4.ts"
import type { Cipher, LockTerms } from "./terms.ts"

/** An object of a file by its numbers. */
export interface Numbered {
  readonly number: number
  readonly generation: number
  readonly value: Value
}

/** Opens what stands in a locked file; objects packed in others are open with those. */
export type Unlock = (object: Numbered) => Value

/** Values in each other deeper than this stay locked. */
const DEEPEST = 200

/** What opens a file's objects by a password, the user's or the owner's; null when it does not. */
export function unlockWith(terms: LockTerms, password: string): Unlock | null {
  const key = terms.revision >= 5 ? newKey(terms, password) : oldKey(terms, password)
  if (!key) return null
  return ({ number, generation, value }) => {
    const opener = (cipher: Cipher): ((bytes: Uint8Array) => Uint8Array) => {
      if (cipher === null) return (bytes) => bytes
      const own = terms.revision >= 5 ? key : objectKey(key, { number, generation, cipher })
      return (bytes) => (cipher === "rc4" ? rc4(own, bytes) : aes(own, bytes))
    }
    return opened(value, terms, { string: opener(terms.strings), stream: opener(terms.streams) })
  }
}

interface Openers {
  readonly string: (bytes: Uint8Array) => Uint8Array
  readonly stream: (bytes: Uint8Array) => Uint8Array
}

function opened(value: Value, terms: LockTerms, open: Openers): Value {
  const stream = streamOf(value)
  if (!stream) return openedStrings(value, open, 0)
  // Cross-references are never locked, and neither are the strings that say how they lie.
  if (nameOf(stream.dict.get("Type")) === "XRef") return value
  const dict = openedStrings(stream.dict, open, 0) as Dict
  return { dict, raw: staysOpen(dict, terms) ? stream.raw : open.stream(stream.raw) }
}

/** True for a stream that is left as it is: metadata that are open to all, and one that says so itself. */
function staysOpen(dict: Dict, { opensMetadata }: LockTerms): boolean {
  if (!opensMetadata && nameOf(dict.get("Type")) === "Metadata") return true
  return filtersOf(dict, (value) => value ?? null)[0] === "Crypt"
}

function openedStrings(value: Value, open: Openers, depth: number): Value {
  if (depth > DEEPEST) return value
  const bytes = bytesOf(value)
  if (bytes) return { bytes: open.string(bytes) }
  const list = listOf(value)
  if (list) return list.map((one) => openedStrings(one, open, depth + 1))
  const dict = dictOf(value)
  if (!dict) return value
  return new Map([...dict].map(([name, one]) => [name, openedStrings(one, open, depth + 1)]))
}

/** The key of one object. Source: ISO 32000-2, 7.6.3.2, algorithm 1 */
function objectKey(
  key: Uint8Array,
  { number, generation, cipher }: Omit<Numbered, "value"> & { readonly cipher: Cipher },
): Uint8Array {
  const numbers = [number, number >> 8, number >> 16, generation, generation >> 8]
  const hash = createHash("md5").update(key).update(Uint8Array.from(numbers))
  if (cipher === "aes") hash.update("sAlT", "latin1")
  return hash.digest().subarray(0, Math.min(16, key.length + 5))
}

/** Bytes out of AES in blocks that lean on each other, the first of them beside it; what is cut off is left out. */
function aes(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const whole = bytes.length - (bytes.length % 16)
  if (whole < 32) return new Uint8Array(0)
  const name = key.length === 32 ? "aes-256-cbc" : "aes-128-cbc"
  const cipher = createDecipheriv(name, key, bytes.subarray(0, 16)).setAutoPadding(false)
  const plain = cipher.update(bytes.subarray(16, whole))
  const fill = plain.at(-1)!
  return fill >= 1 && fill <= 16 ? plain.subarray(0, plain.length - fill) : plain
}
