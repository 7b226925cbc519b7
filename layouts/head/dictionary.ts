import { WORDS } from "./dictionary-words.ts"

/** A common word: what sort it is, and how rare, the natural logarithm of one in so many words. */
export interface KnownWord {
  readonly kind: "word" | "verb" | "leaning"
  readonly rarity: number
}

const KINDS = ["word", "verb", "leaning"] as const

/** Longest common word, characters. */
export const LONGEST_KNOWN = 4

/**
 * A common word of two to four characters; null for what is none. A mark tells a word's sort in its
 * two lower bits and its rarity above them, from 6 on in steps of two thirds.
 */
export function knownWord(word: string): KnownWord | null {
  const list = WORDS.find(({ length }) => length === word.length)
  if (!list) return null
  const { length, words, marks } = list
  let [from, to] = [0, marks.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const there = words.slice(middle * length, (middle + 1) * length)
    if (there === word) {
      const mark = marks.charCodeAt(middle) - 48
      return { kind: KINDS[mark & 3]!, rarity: 6 + (mark >> 2) / 1.5 }
    }
    if (there < word) from = middle + 1
    else to = middle
  }
  return null
}
