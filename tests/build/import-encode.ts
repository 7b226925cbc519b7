/** Two-byte codes of GB18030 by character, found by decoding every pair once. */
let codes: Map<string, readonly [number, number]> | null = null

function twoByteCodes(): Map<string, readonly [number, number]> {
  if (codes !== null) return codes
  codes = new Map()
  const decoder = new TextDecoder("gb18030")
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue
      const char = decoder.decode(new Uint8Array([first, second]))
      if (Array.from(char).length === 1 && char !== "\ufffd" && !codes.has(char)) {
        codes.set(char, [first, second])
      }
    }
  }
  return codes
}

/** Four bytes of a character beyond the basic plane: they count linearly from U+10000 at 90 30 81 30. */
function fourBytes(point: number): readonly number[] {
  let rest = point - 0x10000
  const last = 0x30 + (rest % 10)
  rest = Math.floor(rest / 10)
  const third = 0x81 + (rest % 126)
  rest = Math.floor(rest / 126)
  const second = 0x30 + (rest % 10)
  return [0x90 + Math.floor(rest / 10), second, third, last]
}

/** Text as GB18030 bytes; throws for the few characters of the basic plane that need four. */
export function gb18030(text: string): Uint8Array {
  const bytes: number[] = []
  for (const char of text) {
    const point = char.codePointAt(0) as number
    const pair = twoByteCodes().get(char)
    if (point < 0x80) bytes.push(point)
    else if (pair !== undefined) bytes.push(...pair)
    else if (point >= 0x10000) bytes.push(...fourBytes(point))
    else throw new Error(`no two-byte code for ${char}`)
  }
  return new Uint8Array(bytes)
}

/** Text as UTF-16 bytes in either order, without a byte order mark. */
export function utf16(text: string, order: "le" | "be"): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), order === "le")
  return bytes
}

/** Two runs of bytes as one. */
export function glued(first: readonly number[] | Uint8Array, second: Uint8Array): Uint8Array {
  return new Uint8Array([...first, ...second])
}
