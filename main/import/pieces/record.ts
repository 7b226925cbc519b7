import type { Article, ArticleKind, Paragraph } from "../../../layouts/issue/article.ts"
import type { Book } from "../decisions.ts"
import { because, decide } from "../decisions.ts"
import { endingOf } from "../looks/stops.ts"
import { isNameList } from "../looks/verse.ts"
import { joinBreaks } from "./breaks.ts"
import { deckInText, headlineOf } from "./headline.ts"
import { isCutOff } from "./outlook.ts"
import type { Item, Segment } from "./segment.ts"
import { partSwallowed } from "./swallowed.ts"

/** An article as it will be, without its id, kind and decisions. */
export type Body = Omit<Article, "id" | "kind" | "decisions">

/** A segment made a record: headline block, story, and what is repeated from the story for quick reading. */
export function recordOf(segment: Segment, book: Book): Body {
  const block = headlineOf(segment, book)
  const mayHaveDeck = block.headline !== null && block.subheads.length === 0
  const deckItem = mayHaveDeck ? deckInText(segment.items, book) : null
  const items = deckItem === null ? segment.items : segment.items.slice(1)
  const opening = block.subheads.map((head) => subheadItem(head.text, head.line, head.level))
  const parted = partSwallowed([...opening, ...items], book)
  const story = joinBreaks(parted, book)
  const deck = [block.deck, deckItem?.text].filter((text) => text !== null && text !== undefined)
  return {
    kicker: block.kicker,
    headline: block.headline,
    headlineParts: block.headlineParts,
    deck: deck.length === 0 ? null : deck.join(" "),
    dateline: datelineOf(story),
    credit: joined(story, "credit"),
    closing: joined(story, "closing"),
    truncated: isTruncated(segment, parted, book),
    story,
    pictures: segment.pictures.map(({ id, alt }) => ({ id, alt, aspect: null })),
  }
}

function subheadItem(text: string, line: number, level: number): Item {
  return {
    role: "subhead",
    text,
    line,
    dateline: 0,
    verse: false,
    across: false,
    level,
    parted: true,
  }
}

/** The text of the article's dateline, null when no paragraph opens with one. */
function datelineOf(story: readonly Paragraph[]): string | null {
  const first = story.find((paragraph) => paragraph.dateline > 0)
  return first === undefined ? null : first.text.slice(0, first.dateline)
}

/** All paragraphs of a role as one text, null when there is none. */
function joined(story: readonly Paragraph[], role: Paragraph["role"]): string | null {
  const texts = story.filter((paragraph) => paragraph.role === role).map((one) => one.text)
  return texts.length === 0 ? null : texts.join(" ")
}

/** Whether the text ends in mid sentence with no continuation (稿件不完整), after asking the book. */
function isTruncated(segment: Segment, items: readonly Item[], book: Book): boolean {
  if (segment.kind !== "article") return false
  const last = items.findLast((item) => item.role === "body")
  if (last === undefined || isNameList(last.text)) return false
  if (endingOf(last.text) !== "open" || !isCutOff(last.text, last.verse, last.dateline))
    return false
  const signed = items.at(-1) !== last
  const choice = decide(book, {
    topic: "truncated",
    line: last.line,
    what: "truncated",
    why: because(
      "末段没有句末标点，后面没有接续",
      "the last paragraph has no stop and nothing goes on with it",
    ),
    confidence: signed ? 0.7 : 0.93,
    choice: "truncated",
    choices: ["truncated", "complete"],
  })
  return choice === "truncated"
}

/** The kind that a segment has by itself; leads are chosen over all of them. */
export function kindOf(segment: Segment): ArticleKind {
  return segment.kind === "article" ? "news" : segment.kind
}
