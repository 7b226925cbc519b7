import { createHash } from "node:crypto"
import type { LockTerms } from "./terms.ts"
import { rc4 } from "./rc4.ts"

/** What fills a password up to 32 bytes. Source: ISO 32000-2, 7.6.4.3.2, algorithm 2 */
const FILL = Uint8Array.from(
  Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex"),
)

/** Times that newer locks turn what they make. */
const TURNS = 50
const ROUNDS = 19

/**
 * The key of a lock up to revision 4 (RC4, AES of 128 bits) that a password opens, as the user's or
 * as the owner's; null when it opens nothing. Source: ISO 32000-2, 7.6.4.3 and 7.6.4.4
 */
export function oldKey(terms: LockTerms, password: string): Uint8Array | null {
  const given = filled(Buffer.from(password, "latin1"))
  return userKey(terms, given) ?? userKey(terms, ownersUser(terms, given))
}

function filled(password: Uint8Array): Uint8Array {
  return Buffer.concat([password, FILL]).subarray(0, 32)
}

/** The key by a user's password, if that is what it is. Algorithms 2, 4 to 6 */
function userKey(terms: LockTerms, password: Uint8Array): Uint8Array | null {
  const { revision, owner, allowed, id, size, opensMetadata, user } = terms
  const rights = new Uint8Array(4)
  new DataView(rights.buffer).setInt32(0, allowed | 0, true)
  const closed = revision >= 4 && !opensMetadata ? [Buffer.alloc(4, 255)] : []
  let key = md5(password, owner.subarray(0, 32), rights, id, ...closed).subarray(0, size)
  if (revision >= 3) for (let i = 0; i < TURNS; i++) key = md5(key).subarray(0, size)
  if (revision === 2) return same(rc4(key, FILL), user.subarray(0, 32)) ? key : null
  let sign: Uint8Array = rc4(key, md5(FILL, id))
  for (let i = 1; i <= ROUNDS; i++) sign = rc4(turned(key, i), sign)
  return same(sign, user.subarray(0, 16)) ? key : null
}

/** The user's password, filled up, that an owner's would give. Algorithm 7 */
function ownersUser({ revision, owner, size }: LockTerms, password: Uint8Array): Uint8Array {
  let key = md5(password)
  if (revision >= 3) for (let i = 0; i < TURNS; i++) key = md5(key)
  key = key.subarray(0, size)
  let found: Uint8Array = owner.subarray(0, 32)
  for (let i = revision === 2 ? 0 : ROUNDS; i >= 0; i--) found = rc4(turned(key, i), found)
  return found
}

function turned(key: Uint8Array, by: number): Uint8Array {
  return key.map((byte) => byte ^ by)
}

function md5(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash("md5")
  for (const part of parts) hash.update(part)
  return hash.digest()
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
