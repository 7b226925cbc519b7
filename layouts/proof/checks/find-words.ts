/** A word that was found: its number in the list, and where it ends. */
export interface FoundWord {
  readonly word: number
  readonly from: number
  readonly to: number
}

/** Finds every word of a list in a text, in one walk over it. */
export type FindWords = (text: string) => readonly FoundWord[]

/** A node of the trie: its children by UTF-16 unit, where to go on after a miss, what ends here. */
interface Node {
  readonly next: Map<number, Node>
  miss: Node | null
  /** The nearest node on the way of misses that ends a word. */
  shorter: Node | null
  readonly ends: number[]
  readonly depth: number
}

/**
 * A search for all words of a list at once: the time is that of the text and the hits, however long
 * the list. Empty words are never found; a word that stands twice in the list is found twice.
 * Source: Aho and Corasick, Efficient string matching, CACM 18 (1975).
 */
export function wordFinder(words: readonly string[]): FindWords {
  const root: Node = { next: new Map(), miss: null, shorter: null, ends: [], depth: 0 }
  words.forEach((word, number) => {
    if (word !== "") grow(root, word).ends.push(number)
  })
  linkMisses(root)
  return (text) => walk(root, text)
}

function grow(root: Node, word: string): Node {
  let node = root
  for (let i = 0; i < word.length; i += 1) {
    const unit = word.charCodeAt(i)
    let child = node.next.get(unit)
    if (child === undefined) {
      child = { next: new Map(), miss: null, shorter: null, ends: [], depth: i + 1 }
      node.next.set(unit, child)
    }
    node = child
  }
  return node
}

/** Sets, level by level, where each node goes on when no child fits. */
function linkMisses(root: Node): void {
  let level = [...root.next.values()]
  for (const child of level) child.miss = root
  while (level.length > 0) {
    const below: Node[] = []
    for (const node of level)
      for (const [unit, child] of node.next) {
        let miss = node.miss
        while (miss !== null && !miss.next.has(unit)) miss = miss.miss
        child.miss = miss?.next.get(unit) ?? root
        child.shorter = child.miss.ends.length > 0 ? child.miss : child.miss.shorter
        below.push(child)
      }
    level = below
  }
}

function walk(root: Node, text: string): readonly FoundWord[] {
  const found: FoundWord[] = []
  let node = root
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    while (node !== root && !node.next.has(unit)) node = node.miss!
    node = node.next.get(unit) ?? root
    for (let end: Node | null = node; end !== null; end = end.shorter)
      for (const word of end.ends) found.push({ word, from: i + 1 - end.depth, to: i + 1 })
  }
  return found
}
