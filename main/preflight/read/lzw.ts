const [CLEAR, STOP, FIRST, WIDEST] = [256, 257, 258, 12]

/**
 * Undoes LZW; null for damage and for more than `most` bytes.
 * Source: PDF 1.7, 7.4.4 (codes of 9 to 12 bits, high bits first)
 */
export function unpackLzw(bytes: Uint8Array, early: boolean, most: number): Uint8Array | null {
  // What a code stands for: the code of all but its last byte, that byte, and the length.
  const [before, last, long] = [new Int32Array(4097), new Uint8Array(4097), new Int32Array(4097)]
  for (let code = 0; code < 256; code++) [before[code], last[code], long[code]] = [-1, code, 1]
  let out = new Uint8Array(Math.min(most, Math.max(1024, bytes.length * 4)))
  let [size, next, previous, width, buffer, bits] = [0, FIRST, -1, 9, 0, 0]
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (buffer >> bits) & ((1 << width) - 1)
    if (code === STOP) break
    if (code === CLEAR) {
      ;[next, previous, width] = [FIRST, -1, 9]
      continue
    }
    if (code > next || (code === next && previous < 0)) return null
    const known = code < next ? code : previous
    const length = long[known]! + (code < next ? 0 : 1)
    if (size + length > most) return null
    if (size + length > out.length) out = grown(out, Math.min(most, 2 * (size + length)))
    let at = size + long[known]! - 1
    for (let one = known; one >= 0; one = before[one]!) out[at--] = last[one]!
    if (code === next) out[size + length - 1] = out[size]!
    if (previous >= 0 && next < 4096) {
      ;[before[next], last[next], long[next]] = [previous, out[size]!, long[previous]! + 1]
      next += 1
    }
    size += length
    previous = code
    if (next + (early ? 1 : 0) >= 1 << width && width < WIDEST) width += 1
  }
  return out.subarray(0, size)
}

function grown(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(size)
  larger.set(bytes)
  return larger
}
