import type { ColumnBreak, Paragraph } from "../../../layouts/issue/article.ts"
import type { Book } from "../decisions.ts"
import { because, decide } from "../decisions.ts"
import { datelineLength, spansDateline } from "../looks/dateline.ts"
import { leavesQuoteOpen } from "../looks/stops.ts"
import { speakersOf, verdictOn } from "./cut.ts"
import type { Around } from "./cut.ts"
import type { Item } from "./segment.ts"

/** A paragraph while its pieces are being joined. */
interface Growing {
  readonly first: Item
  readonly texts: string[]
  readonly offsets: number[]
  length: number
}

/**
 * The story's paragraphs, cut ones joined without a space where a printed column ended in mid
 * sentence (原栏断点). Where they were joined is kept as column breaks.
 */
export function joinBreaks(items: readonly Item[], book: Book): readonly Paragraph[] {
  const out: Paragraph[] = []
  const speakers = speakersOf(items)
  let growing: Growing | null = null
  let quoteOpen = false
  const close = (): void => {
    if (growing !== null) out.push(grown(growing))
    growing = null
  }
  for (const [at, item] of items.entries()) {
    const before = items[at - 1]
    const joins: boolean =
      growing !== null &&
      item.role === "body" &&
      before?.role === "body" &&
      (isLoneDateline(before) || isOne(before, item, { quoteOpen, speakers }, book))
    if (growing === null || !joins) {
      close()
      quoteOpen = false
      growing = { first: item, texts: [item.text], offsets: [], length: item.text.length }
    } else grow(growing, item, before as Item)
    if (/[“”]/.test(item.text)) quoteOpen = leavesQuoteOpen(item.text)
    if (item.role !== "body") close()
  }
  close()
  return out
}

/** Adds a piece; behind a dateline on its own line it is the same paragraph, and no column ended. */
function grow(growing: Growing, item: Item, before: Item): void {
  if (!isLoneDateline(before)) growing.offsets.push(growing.length)
  else if (!/[）)】\]]$/.test(before.text)) {
    growing.texts.push(" ")
    growing.length += 1
  }
  growing.texts.push(item.text)
  growing.length += item.text.length
}

/** True when the line is a whole dateline and nothing else. */
function isLoneDateline(item: Item): boolean {
  return item.dateline >= item.text.length && datelineLength(item.text) === item.text.length
}

/** The joined paragraph. A dateline that a column's end had cut is measured again. */
function grown({ first, texts, offsets }: Growing): Paragraph {
  const text = texts.join("")
  const cut =
    texts.length > 1 && (first.dateline > 0 || spansDateline(texts[0] ?? "", texts[1] ?? ""))
  const dateline = cut ? datelineLength(text) : first.dateline
  return {
    role: first.role,
    text,
    columnBreaks: offsets.map((offset) => columnBreak(text, offset)),
    dateline,
  }
}

/** A break with up to six characters on each side. */
function columnBreak(text: string, offset: number): ColumnBreak {
  const before = Array.from(text.slice(Math.max(0, offset - 12), offset))
    .slice(-6)
    .join("")
  const after = Array.from(text.slice(offset, offset + 12))
    .slice(0, 6)
    .join("")
  return { offset, before, after }
}

/** Whether two neighbouring pieces are one paragraph, after asking the book. */
function isOne(before: Item, item: Item, around: Around, book: Book): boolean {
  if (item.parted || item.dateline > 0) return false
  const verdict = verdictOn(before, item, around)
  if (verdict === null) return false
  const choice = decide(book, {
    topic: "break",
    line: item.line,
    what: verdict.join ? "column break joined" : "separate paragraphs",
    why: because(verdict.zh, verdict.en),
    confidence: verdict.confidence,
    choice: verdict.join ? "break" : "paragraph",
    choices: ["break", "paragraph"],
  })
  return choice === "break"
}
