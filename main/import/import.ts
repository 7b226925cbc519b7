import type { Say } from "../../layouts/finding.ts"
import type { Article, Decision } from "../../layouts/issue/article.ts"
import { done, fault } from "../result.ts"
import type { Result } from "../result.ts"
import { because, openBook } from "./decisions.ts"
import { linesOf } from "./lines/lines.ts"
import { blocksOf } from "./lines/blocks.ts"
import type { Format } from "./lines/blocks.ts"
import { gather } from "./pieces/gather.ts"
import { kindsOf } from "./pieces/kinds.ts"
import { recordOf } from "./pieces/record.ts"
import { piecesOf } from "./pieces/roles.ts"
import type { Segment } from "./pieces/segment.ts"
import { withUnmarkedHeadings } from "./pieces/unmarked.ts"

/** What an import is asked for. */
export interface ImportOptions {
  /** Decision id → the choice that stands instead of the importer's own. */
  readonly choices?: Readonly<Record<string, string>>
  /** Plain text unless said otherwise. */
  readonly format?: Format
}

/** Copy (来稿) as articles, and all that was decided on the way. */
export interface Imported {
  readonly encoding: string
  readonly encodingWhy: string
  readonly articles: readonly Article[]
  readonly decisions: readonly Decision[]
  /** What the files held and could not be taken over. */
  readonly notices: readonly Say[]
}

/**
 * Characters that web pages and Word leave between others for their own line ends: nobody sees them,
 * and with them no word is found. Source: The Unicode Standard, 23.2 (ZWSP, WJ, SHY), 23.8 (BOM)
 */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g

/**
 * Text → articles (稿件) with every choice explained and reversible: pass a decision's id with
 * another of its choices and read the same text again. A text in which nothing is recognised is one
 * article; only a text of blanks or of heading marks alone is a fault.
 */
export function importText(given: string, options: ImportOptions = {}): Result<Imported> {
  const text = given.replace(UNSEEN, "")
  if (text.trim() === "") return empty()
  const book = openBook(options.choices)
  const blocks = withUnmarkedHeadings(blocksOf(text, options.format ?? "text"), book)
  const segments = gather(piecesOf(blocks, book), book)
  if (segments.length === 0) return empty()
  const made = segments.map((segment) => ({ segment, body: recordOf(segment, book) }))
  const kinds = kindsOf(made, book)
  const decisions = [...book.made.values()].sort((one, other) => one.line - other.line)
  const owner = ownersOf(segments)
  const owned = byOwner(segments.length, owner, decisions)
  const sources = sourcesOf(segments.length, owner, text)
  const articles = made.map(({ body }, at) => ({
    id: `a${at + 1}`,
    kind: kinds[at] ?? "news",
    ...body,
    decisions: owned[at] ?? [],
    manuscript: { name: "", text: sources[at] ?? "" },
  }))
  return done({
    encoding: "text",
    encodingWhy: because("直接给出的文字", "text as it was given"),
    articles,
    decisions,
    notices: [],
  })
}

/** The answer to copy that holds blanks or marks alone. */
function empty(): Result<never> {
  return fault("文稿里没有文字。", "There is no text in the copy.")
}

/** Which segment each source line belongs to that begins a piece of one. */
function ownersOf(segments: readonly Segment[]): ReadonlyMap<number, number> {
  const owner = new Map<number, number>()
  for (const [at, segment] of segments.entries()) {
    for (const head of segment.heads) owner.set(head.line, at)
    for (const item of segment.items) owner.set(item.line, at)
  }
  return owner
}

/** The decisions of each segment: those on its own lines. */
function byOwner(
  count: number,
  owner: ReadonlyMap<number, number>,
  decisions: readonly Decision[],
): readonly (readonly Decision[])[] {
  const owned: Decision[][] = Array.from({ length: count }, () => [])
  for (const decision of decisions) owned[owner.get(decision.line) ?? 0]?.push(decision)
  return owned
}

/** The source of each segment, every line in one: a line that begins nothing goes on with what is before. */
function sourcesOf(
  count: number,
  owner: ReadonlyMap<number, number>,
  text: string,
): readonly string[] {
  const sources: string[][] = Array.from({ length: count }, () => [])
  let at = 0
  for (const [i, line] of linesOf(text).entries()) {
    at = owner.get(i + 1) ?? at
    sources[at]?.push(line)
  }
  return sources.map((lines) => lines.join("\n").trimEnd())
}
