/**
 * Reads an unsigned 16-bit number, big-endian.
 * Past the end of the bytes it reads zeros, so that a cut-off font never stops the press.
 */
export function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}

/** Reads a signed 16-bit number, big-endian; zeros past the end. */
export function i16(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) << 16) >> 16
}

/** Reads an unsigned 32-bit number, big-endian; zeros past the end. */
export function u32(bytes: Uint8Array, at: number): number {
  return u16(bytes, at) * 0x10000 + u16(bytes, at + 2)
}

/** Writes a 16-bit number, big-endian; the sign is kept as two's complement. */
export function put16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = (value >> 8) & 0xff
  bytes[at + 1] = value & 0xff
}

/** Writes a 32-bit number, big-endian. */
export function put32(bytes: Uint8Array, at: number, value: number): void {
  put16(bytes, at, Math.floor(value / 0x10000))
  put16(bytes, at + 2, value & 0xffff)
}

/** The version number that opens a font program with TrueType outlines. */
const TRUETYPE = 0x00010000

/** What `head.checkSumAdjustment` brings the sum of a whole font program to. */
const WHOLE_SUM = 0xb1b0afba

/** Where `head` keeps checkSumAdjustment. */
const ADJUSTMENT_AT = 8

/**
 * Returns a TrueType font program made of these tables.
 * The directory is sorted by tag, as readers search it; the tables themselves lie in the order given,
 * each on a 4-byte boundary. The bytes depend on nothing but the tables.
 * Source: OpenType 1.9, Organization of an OpenType Font.
 */
export function assembleSfnt(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const count = tables.size
  const places = new Map<string, number>()
  let end = 12 + 16 * count
  for (const [tag, table] of tables) {
    places.set(tag, end)
    end += (table.length + 3) & ~3
  }

  const program = new Uint8Array(end)
  writeDirectoryHead(program, count)
  let entry = 12
  for (const tag of [...tables.keys()].sort()) {
    const table = tables.get(tag)!
    const place = places.get(tag)!
    program.set(table, place)
    if (tag === "head") put32(program, place + ADJUSTMENT_AT, 0)
    for (let i = 0; i < 4; i++) program[entry + i] = tag.charCodeAt(i)
    put32(program, entry + 4, checksum(program, place, place + table.length))
    put32(program, entry + 8, place)
    put32(program, entry + 12, table.length)
    entry += 16
  }

  const head = places.get("head")
  if (head !== undefined) {
    const rest = WHOLE_SUM - checksum(program, 0, program.length)
    put32(program, head + ADJUSTMENT_AT, rest < 0 ? rest + 0x100000000 : rest)
  }
  return program
}

/** Version, number of tables, and the three numbers for a binary search over the directory. */
function writeDirectoryHead(program: Uint8Array, count: number): void {
  let power = 1
  let selector = 0
  while (power * 2 <= count) {
    power *= 2
    selector += 1
  }
  put32(program, 0, TRUETYPE)
  put16(program, 4, count)
  put16(program, 6, power * 16)
  put16(program, 8, selector)
  put16(program, 10, (count - power) * 16)
}

/** The sum of the 32-bit words from `from` up to `to`, modulo 2^32; the last word is filled with zeros. */
export function checksum(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0
  let at = from
  for (; at + 4 <= to; at += 4) {
    const word =
      (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
    sum = (sum + word) | 0
  }
  for (let shift = 24; at < to; at++, shift -= 8) sum = (sum + (bytes[at]! << shift)) | 0
  return sum >>> 0
}
