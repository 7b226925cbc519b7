/**
 * Bytes enciphered, or deciphered, with RC4, which programs' own cryptography no longer offers.
 * Keys are 1 to 256 bytes. Source: PDF 1.7, 7.6.1; the stream cipher as in RFC 6229
 */
export function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const box = Uint8Array.from({ length: 256 }, (_, i) => i)
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + box[i]! + key[i % key.length]!) & 255
    swap(box, i, j)
  }
  const out = new Uint8Array(bytes.length)
  for (let n = 0, i = 0, j = 0; n < bytes.length; n++) {
    i = (i + 1) & 255
    j = (j + box[i]!) & 255
    swap(box, i, j)
    out[n] = bytes[n]! ^ box[(box[i]! + box[j]!) & 255]!
  }
  return out
}

function swap(box: Uint8Array, i: number, j: number): void {
  const held = box[i]!
  box[i] = box[j]!
  box[j] = held
}
