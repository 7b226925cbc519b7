import fc from "fast-check"
import { expect, test } from "vitest"
import { pack, unpack } from "../../main/bridge/codec.ts"

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    fc.jsonValue(),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("any"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).any

test("what was packed is unpacked, byte arrays too", () => {
  fc.assert(
    fc.property(value, (given) => {
      expect(unpack(pack(given))?.value).toEqual(plain(given))
    }),
  )
})

/** As JSON has it: -0 is 0. */
function plain(given: unknown): unknown {
  if (given instanceof Uint8Array) return given
  if (Array.isArray(given)) return given.map(plain)
  if (given !== null && typeof given === "object")
    return Object.fromEntries(Object.entries(given).map(([key, item]) => [key, plain(item)]))
  return Object.is(given, -0) ? 0 : given
}

test("noise and cut messages are null, never thrown", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (noise) => {
      expect(() => unpack(noise)).not.toThrow()
    }),
  )
  const message = pack({ update: new Uint8Array([1, 2, 3]) })
  for (let length = 0; length < message.length; length++)
    expect(unpack(message.subarray(0, length))).toBeNull()
})

test("a path into the prototype puts nothing there", () => {
  const forged = (json: string): Uint8Array => {
    const text = new TextEncoder().encode(json)
    const message = new Uint8Array(4 + text.length + 1)
    new DataView(message.buffer).setUint32(0, text.length, true)
    message.set(text, 4)
    return message
  }
  for (const at of [["__proto__", "polluted"], ["constructor", "polluted"], ["absent"], []])
    expect(unpack(forged(JSON.stringify({ value: {}, cargo: [{ at, length: 1 }] })))).toBeNull()
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined()
})
