import { createCipheriv, createDecipheriv, createHash } from "node:crypto"
import type { LockTerms } from "./terms.ts"

/** Longest password that counts, bytes of UTF-8. */
const LONGEST = 127

/** Rounds that a hash takes at least. */
const ROUNDS = 64

const NOTHING = new Uint8Array(0)

/**
 * The key of a lock of revision 5 or 6 (AES of 256 bits) that a password opens, as the user's or as
 * the owner's; null when it opens nothing. Source: ISO 32000-2, 7.6.4.3.3, algorithms 2.A, 11 and 12
 */
export function newKey(terms: LockTerms, password: string): Uint8Array | null {
  const given = Buffer.from(password.normalize("NFKC"), "utf8").subarray(0, LONGEST)
  const { user, owner, userKey, ownerKey, revision } = terms
  const whole = user.subarray(0, 48)
  return (
    keyIn({ given, revision, sign: user, key: userKey, of: NOTHING }) ??
    keyIn({ given, revision, sign: owner, key: ownerKey, of: whole })
  )
}

/** A key under a password: its sign is 32 bytes of hash, 8 to check it with and 8 to open the key. */
interface KeptKey {
  readonly given: Uint8Array
  readonly revision: number
  readonly sign: Uint8Array
  readonly key: Uint8Array
  /** What of the user's the owner's hash takes in. */
  readonly of: Uint8Array
}

function keyIn({ given, revision, sign, key, of }: KeptKey): Uint8Array | null {
  if (sign.length < 48 || key.length < 32) return null
  const hash = revision >= 6 ? slowHash : plainHash
  const checked = hash(given, sign.subarray(32, 40), of)
  if (Buffer.compare(checked, sign.subarray(0, 32)) !== 0) return null
  const opener = hash(given, sign.subarray(40, 48), of)
  const cipher = createDecipheriv("aes-256-cbc", opener, Buffer.alloc(16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(key.subarray(0, 32)), cipher.final()])
}

function plainHash(given: Uint8Array, salt: Uint8Array, of: Uint8Array): Uint8Array {
  return createHash("sha256").update(given).update(salt).update(of).digest()
}

/** Source: ISO 32000-2, 7.6.4.3.4, algorithm 2.B */
function slowHash(given: Uint8Array, salt: Uint8Array, of: Uint8Array): Uint8Array {
  let key = plainHash(given, salt, of)
  for (let round = 0, last = 0; round < ROUNDS || last > round - 32; round++) {
    const once = Buffer.concat([given, key, of])
    const words = Buffer.concat(Array.from({ length: 64 }, () => once))
    const cipher = createCipheriv("aes-128-cbc", key.subarray(0, 16), key.subarray(16, 32))
    const made = cipher.setAutoPadding(false).update(words)
    // 256 is 1 more than a multiple of 3: the first 16 bytes as one number leave what their sum does.
    const sum = made.subarray(0, 16).reduce((all, byte) => all + byte, 0)
    key = createHash(HASHES[sum % 3]!)
      .update(made)
      .digest()
    last = made.at(-1)!
  }
  return key.subarray(0, 32)
}

const HASHES = ["sha256", "sha384", "sha512"] as const
