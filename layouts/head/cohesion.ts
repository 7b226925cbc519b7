import type { Paragraph } from "../issue/article.ts"

/**
 * How firmly each character of a text belongs to the one before it, 0 to 1, by UTF-16 offset: the
 * share of the rarer one's occurrences in a story that stand in this very pair. Words and names that
 * the story repeats come out near 1, chance neighbours near 0.
 */
export type Cohesion = ArrayLike<number>

/** A pair seen once may be chance. */
const LEAST_SEEN = 2

const HAN = /^\p{Script=Han}$/u

/** No knowledge of words. */
export const NO_COHESION: Cohesion = []

/** Counts in one paragraph for one text: at each offset the pair, its first and its second character. */
interface Counts {
  readonly text: string
  readonly numbers: Int32Array
}

/** Counts by the identity of their paragraph: an edit counts one paragraph anew. */
const remembered = new WeakMap<Paragraph, Counts[]>()

/** Texts remembered for one paragraph: its article's headline block and its subheads. */
const REMEMBERED = 24

/** The cohesion of a text's characters in a story. */
export function cohesionOf(text: string, story: readonly Paragraph[]): Cohesion {
  const sums = new Int32Array(3 * text.length)
  for (const paragraph of story) {
    const { numbers } = countsOf(paragraph, text)
    for (let i = 0; i < sums.length; i += 1) sums[i]! += numbers[i]!
  }
  const cohesion = new Float64Array(text.length)
  for (let at = 1; at < text.length; at += 1) {
    const together = sums[3 * at]!
    if (together >= LEAST_SEEN)
      cohesion[at] = together / Math.min(sums[3 * at + 1]!, sums[3 * at + 2]!)
  }
  return cohesion
}

function countsOf(paragraph: Paragraph, text: string): Counts {
  const known = remembered.get(paragraph) ?? []
  const hit = known.find((counts) => counts.text === text)
  if (hit) return hit
  const counts = { text, numbers: count(paragraph.text, text) }
  remembered.set(paragraph, [counts, ...known].slice(0, REMEMBERED))
  return counts
}

function count(paragraph: string, text: string): Int32Array {
  const numbers = new Int32Array(3 * text.length)
  for (let at = 1; at < text.length; at += 1) {
    const before = text[at - 1]!
    const after = text[at]!
    if (!HAN.test(before) || !HAN.test(after)) continue
    numbers[3 * at] = occurrences(paragraph, before + after)
    numbers[3 * at + 1] = occurrences(paragraph, before)
    numbers[3 * at + 2] = occurrences(paragraph, after)
  }
  return numbers
}

function occurrences(text: string, part: string): number {
  let found = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found += 1
  return found
}
