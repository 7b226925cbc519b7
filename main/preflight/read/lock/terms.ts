import { bytesOf, dictOf, nameOf, numberOf, type Dict, type Value } from "../values.ts"

/** How bytes of a kind are enciphered; null as they are. */
export type Cipher = "rc4" | "aes" | null

/** What a file says of its lock. Source: ISO 32000-2, tables 20, 21 and 25 */
export interface LockTerms {
  readonly revision: number
  /** Length of the key, bytes. */
  readonly size: number
  readonly owner: Uint8Array
  readonly user: Uint8Array
  readonly ownerKey: Uint8Array
  readonly userKey: Uint8Array
  /** What a user may do, as the bits that the key takes in. */
  readonly allowed: number
  readonly id: Uint8Array
  /** False where the file's metadata are left open. */
  readonly opensMetadata: boolean
  readonly strings: Cipher
  readonly streams: Cipher
}

/** The terms of a lock with passwords; null for certificates, and for what no one knows. */
export function termsOf(
  lock: Dict,
  id: Uint8Array,
  get: (value: Value | undefined) => Value,
): LockTerms | null {
  const number = (name: string): number | null => numberOf(get(lock.get(name)))
  const bytes = (name: string): Uint8Array => bytesOf(get(lock.get(name))) ?? new Uint8Array(0)
  const [version, revision] = [number("V") ?? 0, number("R") ?? 0]
  const known = [1, 2, 4, 5].includes(version) && revision >= 2 && revision <= 6
  if (nameOf(get(lock.get("Filter"))) !== "Standard" || !known) return null
  const ciphers = version < 4 ? RC4_ALL : filtersIn(lock, get)
  if (!ciphers) return null
  return {
    ...{ revision, id, ...ciphers, allowed: number("P") ?? 0 },
    size: version === 1 ? 5 : version >= 4 ? 16 : sizeOf(number("Length")),
    ...{ owner: bytes("O"), user: bytes("U"), ownerKey: bytes("OE"), userKey: bytes("UE") },
    opensMetadata: get(lock.get("EncryptMetadata")) !== false,
  }
}

const RC4_ALL = { strings: "rc4", streams: "rc4" } as const

/** A length in bits, 40 where it says none, as bytes. */
function sizeOf(bits: number | null): number {
  return Math.min(16, Math.max(5, Math.floor((bits ?? 40) / 8)))
}

function filtersIn(
  lock: Dict,
  get: (value: Value | undefined) => Value,
): Pick<LockTerms, "strings" | "streams"> | null {
  const filters = dictOf(get(lock.get("CF")))
  const cipher = (kind: string): Cipher | undefined => {
    const name = nameOf(get(lock.get(kind))) ?? "Identity"
    if (name === "Identity") return null
    const filter = dictOf(get(filters?.get(name)))
    return CIPHERS[nameOf(get(filter?.get("CFM"))) ?? ""]
  }
  const [strings, streams] = [cipher("StrF"), cipher("StmF")]
  return strings === undefined || streams === undefined ? null : { strings, streams }
}

const CIPHERS: Readonly<Record<string, Cipher>> = {
  None: null,
  V2: "rc4",
  AESV2: "aes",
  AESV3: "aes",
}
