import surnames from "../tables/surnames.json" with { type: "json" }
import table from "../tables/words.json" with { type: "json" }

/**
 * How rare each word is, by the word: the negative logarithm of its frequency. Read when a word is
 * first asked for: most runs ask for none of the 66,000.
 */
let known: ReadonlyMap<string, number> | null = null

function costs(): ReadonlyMap<string, number> {
  return (known ??= readCosts())
}

/** What a character costs that is no word by itself. */
const UNKNOWN = 16

/** Longest word that is listed, characters. */
const LONGEST = 4

const SINGLE = new Set(surnames.single)
const COMPOUND = new Set(surnames.compound)
const COMMON = new Set(surnames.common)

/**
 * Whether two characters are an everyday word. Names of persons are not among the words.
 * Source: the word list of jieba (layouts/proof/tables/README.md).
 */
export function isWord(first: string | undefined, second: string | undefined): boolean {
  if (first === undefined || second === undefined || second === "" || first === second) return false
  return costs().has(first + second)
}

/** A text parted into words, and how unlikely these are together. */
export interface Parted {
  /** Where each word ends, rising. */
  readonly ends: readonly number[]
  readonly cost: number
}

/** The likeliest words that a stretch of Chinese falls into. The time is linear in its length. */
export function parted(text: string): Parted {
  const words = costs()
  const least = [0]
  const starts = [0]
  for (let end = 1; end <= text.length; end += 1) {
    let [best, from] = [Infinity, end - 1]
    for (let start = Math.max(0, end - LONGEST); start < end; start += 1) {
      const own = words.get(text.slice(start, end)) ?? (start === end - 1 ? UNKNOWN : Infinity)
      const cost = least[start]! + own
      if (cost < best) [best, from] = [cost, start]
    }
    least.push(best)
    starts.push(from)
  }
  const ends: number[] = []
  for (let end = text.length; end > 0; end = starts[end]!) ends.push(end)
  return { ends: ends.reverse(), cost: least[text.length]! }
}

/** Whether a character can be a surname, rare ones and everyday words among them. */
export function maybeSurname(character: string | undefined): boolean {
  return character !== undefined && SINGLE.has(character)
}

/** Whether a character is a surname that is seldom anything else in running text. */
export function isSurname(character: string | undefined): boolean {
  return character !== undefined && COMMON.has(character)
}

/**
 * Whether the character at a place may belong to a person's name: a surname stands one or two
 * characters before it and makes no word with what follows it.
 */
export function maybeInName(text: string, at: number): boolean {
  if (isSurname(text[at - 1])) return true
  if (COMPOUND.has(text.slice(Math.max(0, at - 2), at))) return true
  return isSurname(text[at - 2]) && !isWord(text[at - 2], text[at - 1])
}

/** Whether a stretch can be read as the end of one word and the beginning of the next. */
export function spansTwoWords(text: string, from: number, to: number): boolean {
  return isWord(text[from - 1], text[from]) && isWord(text[to - 1], text[to])
}

function readCosts(): ReadonlyMap<string, number> {
  const read = new Map<string, number>()
  for (const { cost, words: kinds } of table.costs)
    for (const { length, rows } of kinds)
      for (const row of rows)
        for (let i = 0; i < row.length; i += length) read.set(row.slice(i, i + length), cost)
  return read
}
