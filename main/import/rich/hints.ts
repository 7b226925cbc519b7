import { RULE } from "../lines/blocks.ts"

/** A paragraph of a formatted source, with what its look says of it. */
export interface Look {
  /** Depth of the heading that the source says it is, from 1; 0 for running text. */
  readonly level: number
  /** True when all its words are bold. */
  readonly strong: boolean
}

/** Words that may stand between strong marks as they are. */
const UNMARKED = /^[^*_\\]{2,60}$/

/**
 * A paragraph as a line of the Markdown that the importer reads: a heading under its hashes, a bold
 * paragraph between strong marks, any other with whatever reads as a mark escaped.
 */
export function hintedLine(words: string, { level, strong }: Look): string {
  if (level > 0) return `${"#".repeat(level)} ${escaped(words.trim()).replace(/#+$/, escapeAll)}`
  if (strong && UNMARKED.test(words.trim())) return `**${words.trim()}**`
  const at = words.length - words.trimStart().length
  return words.slice(0, at) + escapedStart(escaped(words.slice(at)))
}

/** A picture as a line: its address, and the words for those who cannot see it. */
export function pictureLine(address: string, alt: string): string {
  const place = address.replace(/[<>\s]/g, encodeURIComponent)
  const words = alt.replaceAll("[", "［").replaceAll("]", "］").replace(/\s+/g, " ")
  return `![${words.trim()}](<${place}>)`
}

/** A file's path as an address: what a page's address would read as something else is encoded. */
export function addressOf(path: string): string {
  return path.replace(/[%<>\s]/g, encodeURIComponent)
}

/** A cell of a row of Markdown: whatever reads as a mark escaped, and what parts cells too. */
export function escapedCell(words: string): string {
  return escaped(words).replaceAll("|", "\\|")
}

/** Marks anywhere in a line. */
function escaped(words: string): string {
  return words.replace(/[\\*]/g, escapeAll).replace(/__+/g, escapeAll)
}

/** Marks that count at a line's start alone. */
function escapedStart(words: string): string {
  return /^(?:[#>|]|!\[)/.test(words) || RULE.test(words) ? `\\${words}` : words
}

function escapeAll(marks: string): string {
  return [...marks].map((mark) => `\\${mark}`).join("")
}
