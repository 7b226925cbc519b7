/** A value of the door: JSON, and byte arrays anywhere in it. */
type Value = unknown

/** Where a byte array stands in the value, and how long it is. */
interface Cargo {
  readonly at: readonly (string | number)[]
  readonly length: number
}

const LENGTH_BYTES = 4

/**
 * Packs a value for the socket: [u32 length of the JSON, little endian][JSON][byte arrays in order].
 * Byte arrays travel as they are, for base64 would cost a third and a copy; in the JSON stands null.
 * What JSON cannot say (undefined, functions) is dropped as JSON drops it.
 */
export function pack(value: Value): Uint8Array<ArrayBuffer> {
  const arrays: Uint8Array[] = []
  const cargo: Cargo[] = []
  const bare = unload(value, [], (at, bytes) => {
    arrays.push(bytes)
    cargo.push({ at, length: bytes.length })
  })
  const json = new TextEncoder().encode(JSON.stringify({ value: bare, cargo }))
  const size = arrays.reduce((sum, bytes) => sum + bytes.length, LENGTH_BYTES + json.length)
  const message = new Uint8Array(size)
  new DataView(message.buffer).setUint32(0, json.length, true)
  message.set(json, LENGTH_BYTES)
  let at = LENGTH_BYTES + json.length
  for (const bytes of arrays) {
    message.set(bytes, at)
    at += bytes.length
  }
  return message
}

/** Unpacks a message; null when it is not one of ours. Byte arrays are views of the message. */
export function unpack(message: Uint8Array): { readonly value: Value } | null {
  if (message.length < LENGTH_BYTES) return null
  const view = new DataView(message.buffer, message.byteOffset, message.length)
  const end = LENGTH_BYTES + view.getUint32(0, true)
  if (end > message.length) return null
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(message.subarray(LENGTH_BYTES, end)))
    const { value, cargo } = json as { value: Value; cargo: readonly Cargo[] }
    const holder = { value }
    let from = end
    for (const { at, length } of cargo) {
      const bytes = message.subarray(from, from + length)
      if (bytes.length !== length || !load(holder, ["value", ...at], bytes)) return null
      from += length
    }
    return from === message.length ? holder : null
  } catch {
    return null
  }
}

/** The value with its byte arrays taken out and told one by one. */
function unload(
  value: Value,
  at: readonly (string | number)[],
  found: (at: readonly (string | number)[], bytes: Uint8Array) => void,
): Value {
  if (value instanceof Uint8Array) {
    found(at, value)
    return null
  }
  if (Array.isArray(value)) return value.map((item: Value, i) => unload(item, [...at, i], found))
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, unload(item, [...at, key], found)]),
  )
}

/** Puts bytes where null stands; false where the path leads to no such place of the value itself. */
function load(holder: object, path: readonly (string | number)[], bytes: Uint8Array): boolean {
  let place: unknown = holder
  for (const [i, key] of path.entries()) {
    if (place === null || typeof place !== "object" || !Object.hasOwn(place, key)) return false
    const box = place as Record<string | number, unknown>
    if (i < path.length - 1) place = box[key]
    else if (box[key] !== null) return false
    else Object.defineProperty(box, key, { value: bytes, enumerable: true, writable: true })
  }
  return true
}
