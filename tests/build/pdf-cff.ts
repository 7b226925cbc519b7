import { joined, words } from "./pdf-sfnt.ts"

/** What a CFF program of a test is to hold. */
export interface CffPlan {
  /** Number of glyphs, .notdef included; each is a blank of its own. */
  readonly glyphs: number
  /** The charset table of a CID-keyed font; null for a name-keyed one. */
  readonly charset: Uint8Array | null
}

/** Charset in format 0: a CID for each glyph after .notdef. */
export function charsetList(...cids: readonly number[]): Uint8Array {
  return joined(Uint8Array.of(0), words(...cids))
}

/** Charset in format 1 or 2: runs of a first CID and how many follow it. */
export function charsetRuns(
  format: 1 | 2,
  ...runs: readonly (readonly [number, number])[]
): Uint8Array {
  const body = runs.map(([first, more]) =>
    joined(words(first), format === 1 ? Uint8Array.of(more) : words(more)),
  )
  return joined(Uint8Array.of(format), ...body)
}

/** A bare CFF table: header, indexes, charstrings and, if CID-keyed, a charset of Adobe-GB1. */
export function cffTable(plan: CffPlan): Uint8Array {
  const header = Uint8Array.of(1, 0, 4, 2)
  const names = index([ascii("Test")])
  const strings = index([ascii("Adobe"), ascii("GB1")])
  const subrs = index([])
  const charset = plan.charset ?? new Uint8Array(0)
  const top = (charsetAt: number, charstringsAt: number): Uint8Array =>
    index([
      plan.charset === null
        ? joined(integer(charstringsAt), Uint8Array.of(17))
        : joined(
            ...[391, 392, 5].map(integer),
            Uint8Array.of(12, 30),
            integer(charsetAt),
            Uint8Array.of(15),
            integer(charstringsAt),
            Uint8Array.of(17),
          ),
    ])
  const charsetAt = [header, names, top(0, 0), strings, subrs].reduce((n, p) => n + p.length, 0)
  const blanks = Array.from({ length: plan.glyphs }, () => Uint8Array.of(14))
  const tops = top(charsetAt, charsetAt + charset.length)
  return joined(header, names, tops, strings, subrs, charset, index(blanks))
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}

/** A DICT integer in its five-byte form. */
function integer(value: number): Uint8Array {
  return joined(Uint8Array.of(29), words(value >> 16, value & 0xffff))
}

/** An INDEX with two-byte offsets. */
function index(items: readonly Uint8Array[]): Uint8Array {
  if (items.length === 0) return words(0)
  const offsets = [1]
  for (const item of items) offsets.push(offsets.at(-1)! + item.length)
  return joined(words(items.length), Uint8Array.of(2), words(...offsets), ...items)
}
