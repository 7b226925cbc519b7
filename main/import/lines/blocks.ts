import { signingOf } from "../looks/credit.ts"
import { datelineLength } from "../looks/dateline.ts"
import { fillerLook } from "../looks/filler.ts"
import { plainInline, wholeStrong } from "./inline.ts"
import { splitLines } from "./lines.ts"
import type { Line } from "./lines.ts"
import type { Wrapping } from "./wrap.ts"
import { needsSpace, runsOn, wrappingOf } from "./wrap.ts"

/** How the source is written. Markdown only means that inline marks are taken off. */
export type Format = "text" | "markdown"

/** A block of the source: a heading, a paragraph, a picture, or a rule between two parts. */
export interface Block {
  readonly kind: "heading" | "text" | "picture" | "rule"
  /** 1-based line of the source where it begins. */
  readonly line: number
  /** Its words without layout and heading marks; "" for a picture and a rule. */
  readonly text: string
  /** Depth of a heading from 1; 0 for the others. */
  readonly level: number
  /** Width in ems of the blanks before it. */
  readonly indent: number
  /** Blank lines before it. */
  readonly gap: number
  /** True when the text itself marked it as a heading (`#`); false where the importer inferred it. */
  readonly marked: boolean
  readonly picture: { readonly id: string; readonly alt: string } | null
}

const HEADING = /^(#+)(?:[ \t\u3000\u00a0]+(.*))?$/
const TIGHT_HEADING = /^(#+)(?![#\s])([^#]{2,60})$/
const PICTURE = /^!\[([^\]]*)\]\(\s*(?:<([^>]+)>|([^()"]+?))(?:\s+"[^"]*")?\s*\)$/
/** A line that parts the text in Markdown. */
export const RULE = /^(?:-{3,}|\*{3,}|_{3,}|(?:[-*_]\s){3,}[-*_]?)$/

/**
 * The source's blocks in order. A line is a block, save in a text that was wrapped line by line:
 * there a paragraph's lines are one block. In Markdown a line of three hyphens parts the text; in
 * plain text it is a line like any other.
 */
export function blocksOf(source: string, format: Format): readonly Block[] {
  const lines = splitLines(source)
  const wrapping = wrappingOf(lines)
  const blocks: Block[] = []
  let gap = 0
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.text === "") {
      gap++
      continue
    }
    const block = read(line, gap, format)
    gap = 0
    if (block === null) continue
    if (block.kind !== "text" || wrapping === null) {
      blocks.push(block)
      continue
    }
    const end = paragraphEnd(lines, at, wrapping)
    blocks.push(end === at ? block : { ...block, text: mended(lines.slice(at, end + 1), format) })
    at = end
  }
  return blocks
}

/** One line as a block; null when nothing is left of it, such as a heading without words. */
function read(line: Line, gap: number, format: Format): Block | null {
  const bare = {
    line: line.number,
    indent: line.indent,
    gap,
    level: 0,
    marked: false,
    picture: null,
  }
  const heading = headingOf(line.text)
  if (heading !== null) {
    const words = format === "markdown" ? plainInline(heading.text) : heading.text
    if (words === "") return null
    return { ...bare, kind: "heading", text: words, level: heading.level, marked: true }
  }
  const picture = line.text.length <= 2000 ? PICTURE.exec(line.text) : null
  if (picture !== null) {
    const named = { id: picture[2] ?? picture[3] ?? "", alt: (picture[1] ?? "").trim() }
    return { ...bare, kind: "picture", text: "", picture: named }
  }
  if (format === "text") return { ...bare, kind: "text", text: line.text }
  if (RULE.test(line.text)) return { ...bare, kind: "rule", text: "" }
  const row = rowOf(line.text)
  if (row !== null) return row === "" ? null : { ...bare, kind: "text", text: row }
  const strong = wholeStrong(line.text)
  if (strong !== null && !/[。，；：]$/.test(strong) && strong.length <= 40) {
    return {
      ...bare,
      kind: "heading",
      text: plainInline(strong),
      level: STRONG_LEVEL,
      marked: true,
    }
  }
  const words = plainInline(line.text)
  return words === "" ? null : { ...bare, kind: "text", text: words }
}

/**
 * The cells of a table's row, parted by tabs; "" for the line under a table's head, null for a line
 * that is no row.
 */
function rowOf(text: string): string | null {
  if (!/^\|.*\|$/.test(text) || text.length < 3) return null
  const cells = text.slice(1, -1).split(/(?<=(?<!\\)(?:\\\\)*)\|/)
  if (cells.every((cell) => /^\s*:?-+:?\s*$/.test(cell))) return ""
  return cells
    .map((cell) => plainInline(cell.trim()))
    .join("\t")
    .trimEnd()
}

/** A line that is strong from end to end stands for a heading below every marked one. */
export const STRONG_LEVEL = 9

/** Depth and words of a heading line. `#话题#` is a topic, not a heading. */
function headingOf(text: string): { level: number; text: string } | null {
  if (!text.startsWith("#")) return null
  const spaced = HEADING.exec(text)
  if (spaced !== null) {
    return { level: (spaced[1] as string).length, text: withoutClosing((spaced[2] ?? "").trim()) }
  }
  const tight = TIGHT_HEADING.exec(text)
  if (tight === null) return null
  return { level: (tight[1] as string).length, text: (tight[2] as string).trim() }
}

/** The words of a heading without the hashes that may close it: `## 标题 ##`. */
function withoutClosing(words: string): string {
  let end = words.length
  while (end > 0 && words.charAt(end - 1) === "#") end--
  return end < words.length && /\s/.test(words.charAt(end - 1)) ? words.slice(0, end).trim() : words
}

/** Index of the last line of the paragraph that begins at a line, in a wrapped text. */
function paragraphEnd(lines: readonly Line[], at: number, wrapping: Wrapping): number {
  let end = at
  if (isWholeByItself((lines[at] as Line).text)) return at
  for (;;) {
    const line = lines[end] as Line
    const next = lines[end + 1]
    if (next === undefined || next.text === "" || /^(?:#|!\[)/.test(next.text)) return end
    if (standsAlone(next.text) || !runsOn(line, next, wrapping, end === at)) return end
    end++
  }
}

/** True for a line that is never a paragraph's second: a row of a table, a dateline, a credit, a filler. */
function standsAlone(text: string): boolean {
  if (text.includes("\t")) return true
  if (text.length > 60) return false
  return datelineLength(text) > 0 || isWholeByItself(text)
}

/** True for a line that no other line goes on with: a row of a table, a credit, a filler. */
function isWholeByItself(text: string): boolean {
  if (text.includes("\t") || /^\|.*\|$/.test(text)) return true
  return text.length <= 60 && (signingOf(text) === "sure" || fillerLook(text) !== null)
}

/** The lines of one paragraph as one text. */
function mended(lines: readonly Line[], format: Format): string {
  const parts: string[] = []
  let before = ""
  for (const line of lines) {
    const words = format === "markdown" ? plainInline(line.text) : line.text
    if (needsSpace(before, words)) parts.push(" ")
    parts.push(words)
    before = words
  }
  return parts.join("")
}
