import { done, fault, type Result } from "../result.ts"

/** Where an ICC profile says what it is: its size, its class, its colours, its signature. */
const HEADER = { length: 128, device: 12, space: 16, signature: 36 } as const

/**
 * An ICC profile that an output intent can hold: a printer's, for cyan, magenta, yellow and black.
 * Source: ICC.1:2010 7.2; PDF/X takes class prtr alone.
 */
export function printerProfile(bytes: Uint8Array, name: string): Result<Uint8Array> {
  const word = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (bytes.length < HEADER.length || word(HEADER.signature) !== "acsp")
    return fault(`“${name}”不是 ICC 特性文件。`, `${name} is no ICC profile.`)
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  if (size > bytes.length)
    return fault(`ICC 特性文件“${name}”不完整。`, `The ICC profile ${name} is cut off.`)
  if (word(HEADER.device) !== "prtr")
    return fault(
      `“${name}”不是印刷设备的特性文件（类别 ${word(HEADER.device)}）。`,
      `${name} is no printer's profile (class ${word(HEADER.device)}).`,
    )
  if (word(HEADER.space) !== "CMYK")
    return fault(
      `“${name}”不是 CMYK 特性文件（${word(HEADER.space).trim()}）。`,
      `${name} is no CMYK profile (${word(HEADER.space).trim()}).`,
    )
  return done(bytes.subarray(0, size))
}
