import { readFileSync, statSync } from "node:fs"
import { basename } from "node:path"
import { done, fault, type Result } from "../result.ts"

/** Where an ICC profile says what it is: its size, its class, its colours, its signature; then its tags. */
const HEADER = { length: 128, device: 12, space: 16, signature: 36 } as const

/** A row of the tag table: name, place, size; four bytes each. */
const TAG_ROW = 12

/** Tags that a profile may have; more is no profile. */
const MOST_TAGS = 200

/** Largest profile that is read, bytes: the largest of printers have 3 MB. */
const MOST_BYTES = 16 * 1024 * 1024

/** The table that turns colours into inks, perceptual. Source: ICC.1:2010 9.2.16 */
const TO_INKS = "B2A0"

/** Reads a printer's profile from a file of this machine. */
export function readProfile(path: string): Result<Uint8Array> {
  const name = basename(path)
  let bytes: Uint8Array
  try {
    if (statSync(path).size > MOST_BYTES)
      return fault(`“${name}”太大，不是 ICC 特性文件。`, `${name} is too large for an ICC profile.`)
    bytes = readFileSync(path)
  } catch {
    return fault(`读不到特性文件 ${path}。`, `The profile ${path} cannot be read.`)
  }
  return printerProfile(bytes, name)
}

/**
 * An ICC profile that an output intent can hold: a printer's, for cyan, magenta, yellow and black.
 * Source: ICC.1:2010 7.2; PDF/X takes class prtr alone.
 */
export function printerProfile(bytes: Uint8Array, name: string): Result<Uint8Array> {
  if (bytes.length < HEADER.length || wordAt(bytes, HEADER.signature) !== "acsp")
    return fault(`“${name}”不是 ICC 特性文件。`, `${name} is no ICC profile.`)
  const size = numberAt(bytes, 0)
  if (size > bytes.length || size < HEADER.length)
    return fault(`ICC 特性文件“${name}”不完整。`, `The ICC profile ${name} is cut off.`)
  const device = wordAt(bytes, HEADER.device)
  if (device !== "prtr")
    return fault(
      `“${name}”不是印刷设备的特性文件（类别 ${device}）。`,
      `${name} is no printer's profile (class ${device}).`,
    )
  const space = wordAt(bytes, HEADER.space).trim()
  if (space !== "CMYK")
    return fault(
      `“${name}”不是 CMYK 特性文件（${space}）。`,
      `${name} is no CMYK profile (${space}).`,
    )
  const profile = bytes.subarray(0, size)
  if (!tagIn(profile, TO_INKS))
    return fault(
      `“${name}”没有转换到油墨的色表（${TO_INKS}），不能用来转换图片。`,
      `${name} has no table that leads to inks (${TO_INKS}), so pictures cannot be converted with it.`,
    )
  return done(profile)
}

/** What a profile calls itself; "" where it does not say. Source: ICC.1:2001 6.5.17 (desc), ICC.1:2010 10.13 (mluc) */
export function profileName(profile: Uint8Array): string {
  const tag = tagIn(profile, "desc")
  if (!tag || tag.length < 12) return ""
  const kind = wordAt(tag, 0)
  const decoded = (from: number, length: number, encoding: string): string =>
    new TextDecoder(encoding)
      .decode(tag.subarray(from, from + length))
      .split("\0")[0]!
      .trim()
  if (kind === "desc") return decoded(12, numberAt(tag, 8), "latin1")
  if (kind !== "mluc" || tag.length < 28) return ""
  return decoded(numberAt(tag, 24), numberAt(tag, 20), "utf-16be")
}

/** A tag's bytes; null where the profile has no such tag or its place lies outside. */
function tagIn(profile: Uint8Array, name: string): Uint8Array | null {
  if (profile.length < HEADER.length + 4) return null
  const count = Math.min(numberAt(profile, HEADER.length), MOST_TAGS)
  for (let i = 0; i < count; i++) {
    const row = HEADER.length + 4 + i * TAG_ROW
    if (row + TAG_ROW > profile.length) return null
    if (wordAt(profile, row) !== name) continue
    const from = numberAt(profile, row + 4)
    const to = from + numberAt(profile, row + 8)
    return to <= profile.length ? profile.subarray(from, to) : null
  }
  return null
}

function wordAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

function numberAt(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at)
}
