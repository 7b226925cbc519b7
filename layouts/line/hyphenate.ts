/**
 * Patterns of a language for dividing words: letters with levels between them, `.` for a word's edge,
 * parted by spaces; and words that go by none, with their hyphens.
 * Source: F. M. Liang, Word Hy-phen-a-tion by Com-put-er (1983)
 */
export interface HyphenPatterns {
  readonly patterns: readonly string[]
  readonly exceptions: string
}

/** Patterns ready for use: levels by letters, the longest pattern's length, places of single words. */
interface Rules {
  readonly levels: ReadonlyMap<string, readonly number[]>
  readonly longest: number
  readonly places: Map<string, readonly number[]>
}

/** Letters that stay before and after a hyphen, and the shortest word that is divided. */
const BEFORE = 2
const AFTER = 3
const SHORTEST = 6

const ready = new WeakMap<HyphenPatterns, Rules>()

/**
 * Where a word may be divided: offsets, rising. Only words in small letters are: a capital says that
 * a word is a name, or that it opens a sentence, where it is not divided either.
 */
export function hyphenPlaces(word: string, patterns: HyphenPatterns): readonly number[] {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return []
  const rules = ready.get(patterns) ?? rulesOf(patterns)
  ready.set(patterns, rules)
  const known = rules.places.get(word)
  if (known) return known
  const places = withVowels(word, placesBy(rules, word)).filter(isInside(word))
  rules.places.set(word, places)
  return places
}

function rulesOf({ patterns, exceptions }: HyphenPatterns): Rules {
  const all = patterns.flatMap((row) => row.split(" "))
  const levels = new Map(all.map((pattern) => [pattern.replace(/\d/g, ""), levelsOf(pattern)]))
  const longest = Math.max(0, ...[...levels.keys()].map(({ length }) => length))
  const places = exceptions.split(" ").map((word) => {
    const parts = word.split("-")
    const ends = parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join("").length)
    return [
      parts.join(""),
      ends.filter((at) => at >= BEFORE && parts.join("").length - at >= AFTER),
    ] as const
  })
  return { levels, longest, places: new Map(places) }
}

function isInside({ length }: string): (at: number) => boolean {
  return (at) => at >= BEFORE && length - at >= AFTER
}

/**
 * The places with a vowel before the next one: the patterns also divide de-c-la-ra-tion, where a part
 * of one consonant is none.
 */
function withVowels(word: string, places: readonly number[]): readonly number[] {
  return places.filter((at, i) => /[aeiouy]/.test(word.slice(at, places[i + 1] ?? word.length)))
}

/** The level before each letter of a pattern and behind its last. */
function levelsOf(pattern: string): readonly number[] {
  const levels = [0]
  for (const sign of pattern)
    if (/\d/.test(sign)) levels[levels.length - 1] = Number(sign)
    else levels.push(0)
  return levels
}

/** Places whose highest level is odd. */
function placesBy({ levels, longest }: Rules, word: string): readonly number[] {
  const edged = `.${word}.`
  const highest = Array.from({ length: edged.length + 1 }, () => 0)
  for (let from = 0; from < edged.length; from += 1)
    for (let to = from + 1; to <= Math.min(edged.length, from + longest); to += 1)
      levels.get(edged.slice(from, to))?.forEach((level, k) => {
        highest[from + k] = Math.max(highest[from + k]!, level)
      })
  return highest.flatMap((level, at) => (level % 2 === 1 ? [at - 1] : []))
}
