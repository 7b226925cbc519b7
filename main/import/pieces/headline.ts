import type { Book } from "../decisions.ts"
import { because, decide } from "../decisions.ts"
import type { Block } from "../lines/blocks.ts"
import { isSectionName } from "../looks/filler.ts"
import { headlineParts, partsReason } from "./parts.ts"
import type { Item, Segment } from "./segment.ts"
import { isNumbered } from "./subheads.ts"

/** The headline block (标题) of an article, and the headings of it that turned out to be subheads. */
export interface HeadlineBlock {
  readonly kicker: string | null
  readonly headline: string | null
  readonly headlineParts: readonly string[]
  readonly deck: string | null
  readonly subheads: readonly Block[]
}

/** Kickers that end as quotations of a speaker do: 王明在…会议上强调. */
const SPOKEN = /(?:强调|指出|要求|表示|提出|致辞|时说)[：:]?$/
/** Decks tell who did what in a whole sentence. */
const TELLS = /召开|举行|出席|主持|讲话|参加|侧记|纪实|综述|见闻|掠影|述评|访谈|——/

/** The headline block that a segment's headings make. */
export function headlineOf(segment: Segment, book: Book): HeadlineBlock {
  const { heads, trailing } = splitSubheads(segment)
  const main = mainIndex(heads)
  if (main < 0) return { kicker: null, headline: null, headlineParts: [], deck: null, subheads: [] }
  const two = heads.length > 1 && sameLevel(heads) ? couplet(heads, main) : main
  const kickers = heads.slice(0, main)
  const mains = heads.slice(main, two + 1)
  const rest = decksOf(heads.slice(two + 1), book)
  const split = dashSplit(mains, book)
  const words = split.headline
  const deck = [...split.deck, ...rest.decks.map((head) => head.text)].join(" ")
  const named = kickerOf(
    kickers,
    { words, lines: mains.map((head) => head.text) },
    book,
    mains[0]?.line ?? 1,
  )
  return {
    ...named,
    deck: deck === "" ? null : deck,
    subheads: [...rest.subheads, ...trailing],
  }
}

/** Cuts off the last headings when they are the article's first subheads, not its deck. */
function splitSubheads(segment: Segment): { heads: readonly Block[]; trailing: readonly Block[] } {
  const heads = segment.heads
  let end = heads.length
  while (end > 1 && isFirstSubhead(heads, end - 1, segment)) end--
  return { heads: heads.slice(0, end), trailing: heads.slice(end) }
}

/** True when the heading at the end of the group is a subhead: numbered, or one of a row that goes on. */
function isFirstSubhead(heads: readonly Block[], at: number, segment: Segment): boolean {
  const head = heads[at] as Block
  if (head.text.startsWith("——")) return false
  const above = heads.slice(0, at).some((one) => one.level <= head.level)
  if (!above) return false
  if (isNumbered(head.text)) return true
  const opening = segment.items[0]
  const opened = opening !== undefined && (opening.role !== "body" || opening.dateline > 0)
  const row = segment.items.some((item) => item.role === "subhead" && item.level === head.level)
  const deeper = head.level > segment.level
  return deeper && row && !opened
}

/** Level of the main headline among headings that stand in a row. */
export function mainLevel(heads: readonly Block[]): number {
  return heads[mainIndex(heads)]?.level ?? 0
}

/** Index of the main headline: the heading of the highest level; a column's name is never it. */
function mainIndex(heads: readonly Block[]): number {
  const named = heads.filter((head) => !isSectionName(head.text) || heads.length === 1)
  const pool = named.length > 0 ? named : heads
  const top = pool.reduce((least, head) => Math.min(least, head.level), Infinity)
  const tops = pool.filter((head) => head.level === top)
  const chosen = tops.length < 2 ? tops[0] : mainOfEquals(tops)
  return chosen === undefined ? -1 : heads.indexOf(chosen)
}

/** The main headline among headings of one level. */
function mainOfEquals(tops: readonly Block[]): Block | undefined {
  const [first, second, third] = tops
  if (first === undefined || second === undefined) return first
  if (second.text.startsWith("——") || first.text.length === second.text.length) return first
  if (SPOKEN.test(first.text) || third !== undefined) return second
  const couples = first.text.includes(" ") && !second.text.includes(" ")
  const longer = second.text.length > first.text.length * 1.3
  return TELLS.test(second.text) && (couples || longer) ? first : second
}

function sameLevel(heads: readonly Block[]): boolean {
  return heads.every((head) => head.level === heads[0]?.level)
}

/** Index of the last line of the main headline: the next one too when both are of one length. */
function couplet(heads: readonly Block[], main: number): number {
  const first = heads[main]?.text ?? ""
  const second = heads[main + 1]?.text ?? ""
  return second !== "" && first.length === second.length && first.length <= 16 ? main + 1 : main
}

/** The headings under the main one: decks, until the desk makes one a subhead. */
function decksOf(
  under: readonly Block[],
  book: Book,
): { decks: readonly Block[]; subheads: readonly Block[] } {
  for (const [at, head] of under.entries()) {
    const dashed = head.text.startsWith("——")
    const choice = decide(book, {
      topic: "deck",
      line: head.line,
      what: "deck",
      why: dashed
        ? because("破折号开头，紧接主题", "it opens with a dash right under the headline")
        : because("主题下面的第二层标题", "a second heading under the headline"),
      confidence: dashed ? 0.97 : 0.72,
      choice: "deck",
      choices: ["deck", "subhead"],
    })
    if (choice === "subhead") return { decks: under.slice(0, at), subheads: under.slice(at) }
  }
  return { decks: under, subheads: [] }
}

/** A deck in the headline's own line: 主题 ——副题. */
function dashSplit(
  mains: readonly Block[],
  book: Book,
): { headline: string; deck: readonly string[] } {
  const headline = mains.map((head) => head.text).join(" ")
  const found = /^(.{2,100}?)[\s\u3000]{1,4}(——.+)$/u.exec(headline)
  if (found === null) return { headline, deck: [] }
  const choice = decide(book, {
    topic: "deck",
    line: mains[0]?.line ?? 1,
    what: "deck in the headline's line",
    why: because(
      "同一行里空格后以破折号开头",
      "behind a space in the same line it opens with a dash",
    ),
    confidence: 0.85,
    choice: "deck",
    choices: ["deck", "headline"],
  })
  return choice === "deck"
    ? { headline: found[1] as string, deck: [found[2] as string] }
    : { headline, deck: [] }
}

/** The headline's words, and the lines that they stood on. */
interface Words {
  readonly words: string
  readonly lines: readonly string[]
}

/** Kicker and headline: from a heading of its own, or from the headline's first part when the desk says so. */
function kickerOf(
  kickers: readonly Block[],
  { words, lines }: Words,
  book: Book,
  line: number,
): Omit<HeadlineBlock, "deck" | "subheads"> {
  const proposed = lines.length > 1 && lines.join(" ") === words ? lines : headlineParts(words)
  const own = kickers.map((head) => head.text).join(" ")
  if (own !== "") {
    const first = kickers[0] as Block
    const choice = decide(book, {
      topic: "kicker",
      line: first.line,
      what: "kicker",
      why: because("主题上面另有一行标题", "a heading of its own above the headline"),
      confidence: first.level > 0 && kickers.length === 1 ? 0.78 : 0.7,
      choice: "kicker",
      choices: ["kicker", "headline"],
    })
    if (choice === "kicker") return { kicker: own, headline: words, headlineParts: proposed }
    return { kicker: null, headline: `${own} ${words}`, headlineParts: [own, ...proposed] }
  }
  if (proposed.length < 2) return { kicker: null, headline: words, headlineParts: [words] }
  const { zh, en, confidence } = partsReason(proposed)
  const choice = decide(book, {
    topic: "kicker",
    line,
    what: "headline split at its spaces",
    why: because(zh, en),
    confidence,
    choice: "headline",
    choices: ["headline", "kicker"],
  })
  if (choice === "headline") return { kicker: null, headline: words, headlineParts: proposed }
  const rest = proposed.slice(1)
  return { kicker: proposed[0] as string, headline: rest.join(" "), headlineParts: rest }
}

/**
 * A deck that the text did not mark: the first paragraph, led by a dash, short and without a stop.
 * Null when the first paragraph is none.
 */
export function deckInText(items: readonly Item[], book: Book): Item | null {
  const first = items[0]
  if (first?.role !== "body" || !first.text.startsWith("——") || first.text.length > 45) return null
  if (/[。；：，]$/.test(first.text)) return null
  const choice = decide(book, {
    topic: "deck",
    line: first.line,
    what: "deck",
    why: because(
      "题下第一行，破折号开头且无句号",
      "the first line under the headline, led by a dash, without a stop",
    ),
    confidence: 0.85,
    choice: "deck",
    choices: ["deck", "text"],
  })
  return choice === "deck" ? first : null
}
