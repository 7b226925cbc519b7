/**
 * Unpacks one row of so many bytes. Throws a RangeError when the packed row ends before it is full
 * or holds more than it.
 * Source: TIFF 6.0, section 9 (PackBits)
 */
export function unpackBits(packed: Uint8Array, length: number): Uint8Array {
  const row = new Uint8Array(length)
  let to = 0
  let at = 0
  while (to < length) {
    const head = packed[at++]
    if (head === undefined) throw new RangeError("the packed row is cut off")
    if (head === 128) continue
    const count = head < 128 ? head + 1 : 257 - head
    const taken = head < 128 ? count : 1
    if (to + count > length || at + taken > packed.length)
      throw new RangeError("the packed row is no row of this picture")
    if (head < 128) row.set(packed.subarray(at, at + count), to)
    else row.fill(packed[at]!, to, to + count)
    at += taken
    to += count
  }
  return row
}
