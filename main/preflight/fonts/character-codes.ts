import { END, lexerOf, nextValue } from "../read/lexer.ts"
import { bytesOf, listOf, wordOf, type Value } from "../read/values.ts"

/** Ranges of codes that a CMap names: code → first code of the range and what it leads to. */
export interface CodeMap {
  /** Lengths of codes, bytes, by the first byte's range. */
  readonly widths: readonly { readonly from: number; readonly to: number; readonly size: number }[]
  readonly ranges: readonly CodeRange[]
  readonly vertical: boolean
}

export interface CodeRange {
  readonly from: number
  readonly to: number
  /** The CID of the first code; null where codes lead to characters. */
  readonly cid: number | null
  /** The characters of the first code in UTF-16, or a list of those of each; null where codes lead to CIDs. */
  readonly text: Uint8Array | readonly Value[] | null
}

/** Entries of a CMap that are read. */
const MOST_RANGES = 200_000

/** What characters of a CMap are in. Source: Adobe TN 5411 */
const UTF16 = new TextDecoder("utf-16be")

const valueOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0)

/** Reads an embedded CMap or a ToUnicode table. Source: Adobe TN 5014, 5411 */
export function readCodeMap(bytes: Uint8Array): CodeMap {
  const lexer = lexerOf(bytes)
  const widths: CodeMap["widths"][number][] = []
  const ranges: CodeRange[] = []
  let vertical = false
  let held: Value[] = []
  for (let item = nextValue(lexer); item !== END; item = nextValue(lexer)) {
    const word = wordOf(item)
    if (word === null) {
      if (held.length < MOST_RANGES) held.push(item)
      continue
    }
    if (word === "endcodespacerange") widths.push(...spacesOf(held))
    if (/^end(bf|cid)(range|char)$/.test(word) && ranges.length < MOST_RANGES)
      for (const range of rangesOf(held, word.endsWith("range"))) ranges.push(range)
    if (word === "def" && held.at(-1) === 1 && JSON.stringify(held.at(-2)) === '{"name":"WMode"}')
      vertical = true
    held = []
  }
  return { widths, ranges, vertical }
}

function spacesOf(held: readonly Value[]): CodeMap["widths"][number][] {
  const spaces: CodeMap["widths"][number][] = []
  for (let i = 0; i + 1 < held.length; i += 2) {
    const [low, high] = [bytesOf(held[i]), bytesOf(held[i + 1])]
    if (low && high && low.length > 0 && low.length <= 4)
      spaces.push({ from: low[0]!, to: high[0] ?? low[0]!, size: low.length })
  }
  return spaces
}

function rangesOf(held: readonly Value[], range: boolean): readonly CodeRange[] {
  const step = range ? 3 : 2
  const ranges: CodeRange[] = []
  for (let i = 0; i + step <= held.length; i += step) {
    const low = bytesOf(held[i])
    const high = range ? bytesOf(held[i + 1]) : low
    const to = held[i + step - 1]
    if (!low || !high) continue
    const blank = bytesOf(to)?.length === 0 || listOf(to)?.length === 0
    if (!blank)
      ranges.push({
        from: valueOf(low),
        to: valueOf(high),
        cid: typeof to === "number" ? to : null,
        text: bytesOf(to) ?? listOf(to),
      })
  }
  return ranges
}

/** The characters that a range gives a code; "" where it gives none. */
export function charactersOf({ from, text }: CodeRange, code: number): string {
  if (text === null) return ""
  const list = text instanceof Uint8Array ? null : text
  const bytes = list ? bytesOf(list[code - from]) : (text as Uint8Array)
  if (!bytes) return ""
  const words = UTF16.decode(bytes)
  const last = words.charCodeAt(words.length - 1)
  return list || code === from || words === ""
    ? words
    : words.slice(0, -1) + String.fromCharCode(last + code - from)
}

/** Finds the range of a code; undefined when none holds it. */
export function finderOf({ ranges }: CodeMap): (code: number) => CodeRange | undefined {
  const sorted = [...ranges].sort((a, b) => a.from - b.from)
  return (code) => {
    let [low, high] = [0, sorted.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const range = sorted[middle]!
      if (code < range.from) high = middle - 1
      else if (code > range.to) low = middle + 1
      else return range
    }
    return undefined
  }
}
