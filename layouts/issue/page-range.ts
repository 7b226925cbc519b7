/** The pages that a range names, in the order that it names them; or the word that names none. */
export type PageRange =
  | { readonly ok: true; readonly pages: readonly string[] }
  | { readonly ok: false; readonly word: string }

/**
 * Reads a range of pages as a person writes it: `A1-A3, B2` or by their numbers in the issue `1-3、6`,
 * also downwards. A page that is named twice comes once. An empty text names nothing and is a fault.
 */
export function pagesInRange(text: string, ids: readonly string[]): PageRange {
  const words = text.split(/[,，、;；\s]+/).filter((word) => word !== "")
  if (words.length === 0) return { ok: false, word: "" }
  const pages = new Set<string>()
  for (const word of words) {
    const [from, to] = endsOf(word, ids)
    if (from < 0 || to < 0) return { ok: false, word }
    const step = from <= to ? 1 : -1
    for (let at = from; at !== to + step; at += step) pages.add(ids[at]!)
  }
  return { ok: true, pages: [...pages] }
}

/** First and last place of a word's pages; -1 for an end that is no page. */
function endsOf(word: string, ids: readonly string[]): readonly [number, number] {
  const whole = placeOf(word, ids)
  if (whole >= 0) return [whole, whole]
  const ends = word.split(/[-–—~～至到]+/)
  if (ends.length !== 2) return [-1, -1]
  return [placeOf(ends[0]!, ids), placeOf(ends[1]!, ids)]
}

/** Where a page stands that is named by its id, else by its number from 1. */
function placeOf(name: string, ids: readonly string[]): number {
  const known = ids.findIndex((id) => id.toLowerCase() === name.toLowerCase())
  if (known >= 0 || !/^\d+$/.test(name)) return known
  const number = Number(name)
  return number <= ids.length ? number - 1 : -1
}
