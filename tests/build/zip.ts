import { crc32, deflateRawSync } from "node:zlib"

/** Says of a part what the archive's directory shall say of it, true or not. */
interface Told {
  readonly flags?: number
  readonly method?: number
}

/** A ZIP archive of parts by name, deflated. `told` lets a test lie in the directory. */
export function zipOf(
  parts: Readonly<Record<string, string | Uint8Array>>,
  told: Told = {},
): Uint8Array {
  const locals: Uint8Array[] = []
  const entries: Uint8Array[] = []
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const raw = typeof content === "string" ? new TextEncoder().encode(content) : content
    const packed = deflateRawSync(raw)
    const named = new TextEncoder().encode(name)
    const sizes = [crc32(raw), packed.length, raw.length]
    const { flags = 0x800, method = 8 } = told
    const local = record(0x04034b50, [20, flags, method, 0, 0], sizes, [named.length, 0])
    const where = [named.length, 0, 0, 0, 0]
    const entry = record(0x02014b50, [20, 20, flags, method, 0, 0], sizes, where, [0, at])
    locals.push(local, named, packed)
    entries.push(entry, named)
    at += local.length + named.length + packed.length
  }
  const count = Object.keys(parts).length
  const size = entries.reduce((sum, { length }) => sum + length, 0)
  const end = record(0x06054b50, [0, 0, count, count], [size, at], [0])
  return Buffer.concat([...locals, ...entries, end])
}

/** A record of the format: its signature, then runs of two-byte and four-byte numbers in turn. */
function record(signature: number, ...runs: readonly (readonly number[])[]): Uint8Array {
  const bytes: number[] = []
  const put = (value: number, width: number): void => {
    for (let i = 0; i < width; i++) bytes.push((value >>> (8 * i)) & 0xff)
  }
  put(signature, 4)
  runs.forEach((run, i) => run.forEach((value) => put(value, i % 2 === 0 ? 2 : 4)))
  return Uint8Array.from(bytes)
}
