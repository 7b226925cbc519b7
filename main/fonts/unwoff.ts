import { inflateSync } from "node:zlib"

const SFNT_HEADER = 12
const SFNT_ENTRY = 16
const WOFF_HEADER = 44
const WOFF_ENTRY = 20

/** True when the bytes are a WOFF 1 file. */
export function isWoff(bytes: Uint8Array): boolean {
  return bytes.byteLength > WOFF_HEADER && viewOf(bytes).getUint32(0) === 0x774f4646
}

/**
 * The sfnt (TTF or OTF) inside a WOFF 1 file, tables unpacked and aligned to 4 bytes.
 * Throws a RangeError or a zlib error when the file is damaged.
 * Source: WOFF 1.0, w3.org/TR/WOFF.
 */
export function unwoff(bytes: Uint8Array): Uint8Array {
  const woff = viewOf(bytes)
  const count = woff.getUint16(12)
  const entries = Array.from({ length: count }, (_, i) => {
    const at = WOFF_HEADER + i * WOFF_ENTRY
    return {
      tag: woff.getUint32(at),
      offset: woff.getUint32(at + 4),
      packed: woff.getUint32(at + 8),
      length: woff.getUint32(at + 12),
      checksum: woff.getUint32(at + 16),
    }
  })
  const aligned = (length: number): number => (length + 3) & ~3
  const head = SFNT_HEADER + count * SFNT_ENTRY
  const out = new Uint8Array(entries.reduce((sum, e) => sum + aligned(e.length), head))
  const sfnt = viewOf(out)
  writeHeader(sfnt, woff.getUint32(4), count)

  let offset = head
  entries.forEach((entry, i) => {
    const packed = bytes.subarray(entry.offset, entry.offset + entry.packed)
    out.set(entry.packed < entry.length ? inflateSync(packed) : packed, offset)
    const at = SFNT_HEADER + i * SFNT_ENTRY
    sfnt.setUint32(at, entry.tag)
    sfnt.setUint32(at + 4, entry.checksum)
    sfnt.setUint32(at + 8, offset)
    sfnt.setUint32(at + 12, entry.length)
    offset += aligned(entry.length)
  })
  return out
}

function writeHeader(sfnt: DataView, flavour: number, count: number): void {
  const power = 2 ** Math.floor(Math.log2(count))
  sfnt.setUint32(0, flavour)
  sfnt.setUint16(4, count)
  sfnt.setUint16(6, power * 16)
  sfnt.setUint16(8, Math.log2(power))
  sfnt.setUint16(10, (count - power) * 16)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
