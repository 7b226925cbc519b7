const clusters = new Intl.Segmenter("zh", { granularity: "grapheme" })
const words = new Intl.Segmenter("zh", { granularity: "word" })

/**
 * Texts in which every code point is a character of its own: Latin, Chinese and their marks, but no
 * signs that join, no flags, no emoji that could be one of several. Nearly all newspaper text.
 */
const PLAIN =
  /^[\x20-\u02ff\u2010-\u2027\u2030-\u205e\u2100-\u218f\u2460-\u24ff\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uff00-\uff9d\uffa0-\uffef]*$/

/** Texts cut lately: a caret moves in the same paragraph for a while. */
const REMEMBERED = 8

/** The cuts of texts, remembered for the newest ones. */
function remembering(segmenter: Intl.Segmenter): (text: string) => Intl.Segments {
  const known = new Map<string, Intl.Segments>()
  return (text) => {
    let cut = known.get(text)
    if (!cut) {
      cut = segmenter.segment(text)
      if (known.size >= REMEMBERED) known.delete(known.keys().next().value!)
      known.set(text, cut)
    }
    return cut
  }
}

const clustersOf = remembering(clusters)
const wordsOf = remembering(words)

/** True where a character as a reader sees it begins or ends; never inside a pair or a joined sign. */
export function isClusterEdge(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return offset === 0 || offset === text.length
  return isPlain(text) || clustersOf(text).containing(offset)?.index === offset
}

let last = { text: "", plain: true }

/** Whether a text is plain; asked for every stop of a line, so the last answer is kept. */
function isPlain(text: string): boolean {
  if (last.text !== text) last = { text, plain: PLAIN.test(text) }
  return last.plain
}

/** The edge of a reader's character after an offset; the text's length behind the last. */
export function nextCluster(text: string, offset: number): number {
  const found = clustersOf(text).containing(offset)
  return found ? found.index + found.segment.length : text.length
}

/** The edge of a reader's character before an offset; 0 before the first. */
export function clusterBefore(text: string, offset: number): number {
  return offset <= 0 ? 0 : (clustersOf(text).containing(offset - 1)?.index ?? 0)
}

/** The word or mark that holds the character at an offset, the last one at the text's end. */
export function wordAround(
  text: string,
  offset: number,
): { readonly from: number; readonly to: number } {
  if (text === "") return { from: 0, to: 0 }
  const at = Math.min(Math.max(0, offset), text.length - 1)
  const { index, segment } = wordsOf(text).containing(at)!
  return { from: index, to: index + segment.length }
}

/** Where the next word begins; blanks belong to the word before them. */
export function nextWord(text: string, offset: number): number {
  let at = offset
  do at = at >= text.length ? text.length : wordAround(text, at).to
  while (at < text.length && isBlank(text, at))
  return at
}

/** Where the word before an offset begins. */
export function wordBefore(text: string, offset: number): number {
  let at = offset
  while (at > 0 && isBlank(text, at - 1)) at -= 1
  return at === 0 ? 0 : wordAround(text, at - 1).from
}

function isBlank(text: string, offset: number): boolean {
  return text[offset]!.trim() === ""
}
