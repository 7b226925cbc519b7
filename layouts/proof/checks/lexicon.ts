import surnames from "../tables/surnames.json" with { type: "json" }
import words from "../tables/words.json" with { type: "json" }

/** What may follow a character in a word of two, by that character. */
const FOLLOWERS: ReadonlyMap<string, string> = new Map(
  words.map((row) => [row.slice(0, 1), row.slice(1)]),
)

const SINGLE = new Set(surnames.single)
const COMPOUND = new Set(surnames.compound)
const COMMON = new Set(surnames.common)

/**
 * Whether two characters are an everyday word. Names of persons are not among the words.
 * Source: the word list of jieba (layouts/proof/tables/README.md).
 */
export function isWord(first: string | undefined, second: string | undefined): boolean {
  if (first === undefined || second === undefined || second === "") return false
  return FOLLOWERS.get(first)?.includes(second) === true
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
