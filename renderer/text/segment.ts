const clusters = new Intl.Segmenter("zh", { granularity: "grapheme" })
const words = new Intl.Segmenter("zh", { granularity: "word" })

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
  return clustersOf(text).containing(offset)?.index === offset
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
