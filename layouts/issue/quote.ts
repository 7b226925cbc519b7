/** Characters quoted on each side of a column break. */
const QUOTED = 6

/** The words around a place in a text. */
export interface Quote {
  readonly before: string
  readonly after: string
}

/** Up to six characters on each side of an offset (UTF-16 units); a pair counts as one character. */
export function quoteAt(text: string, offset: number): Quote {
  const before = Array.from(text.slice(Math.max(0, offset - 2 * QUOTED), offset))
  const after = Array.from(text.slice(offset, offset + 2 * QUOTED))
  return { before: before.slice(-QUOTED).join(""), after: after.slice(0, QUOTED).join("") }
}

/** Fewest UTF-16 units that tell one place of a story from another. */
const TELLING = 4

/**
 * Where quoted words stand in a text, nearest to an index; the earlier of two as near.
 * Null when they do not stand there together, or are too few to tell one place from another.
 */
export function findQuote(text: string, { before, after }: Quote, near: number): number | null {
  const words = before + after
  if (words.length < TELLING) return null
  let best: number | null = null
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const index = at + before.length
    if (best === null || Math.abs(index - near) < Math.abs(best - near)) best = index
  }
  return best
}

/** Where words stand in a text; null when that is at no place or at several, or they tell too little. */
export function onlyPlaceOf(text: string, words: string): number | null {
  if (words.length < TELLING) return null
  const at = text.indexOf(words)
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? at : null
}
