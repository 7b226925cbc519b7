import type * as Y from "yjs"
import { anchorAt, anchorOf, foundAt, indexOf, livingAt, type Indices } from "./anchor.ts"
import { commonEnds, commonTail } from "./common-ends.ts"
import type { Quoted, Standing } from "./mark.ts"
import { onlyPlaceOf } from "./quote.ts"

/**
 * Anchors of proof marks.
 * In a story a mark hangs on its first and its last character, or, where it stands between two, on
 * both of them; that is written as two anchors (anchor.ts). Words of the headline block are plain
 * words, so there it is two offsets, which whoever edits the words carries along. What hangs on
 * nothing any more is looked for by the words that were quoted when the mark was made, and only one
 * place that has them all counts: a mark never moves to other words unseen.
 */

/** A stretch of a text, UTF-16 units. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Where a mark stands in its text, and how surely. */
export interface Resolved extends Stretch {
  readonly standing: Standing
}

/** A story with what is needed to find many anchors in it. */
export interface Searched {
  readonly doc: Y.Doc
  readonly story: Y.Text
  readonly text: string
  readonly indices: Indices
}

/** Characters quoted on each side of a mark. */
const QUOTED = 12

/** The words of a stretch, and those round it; no pair is cut. */
export function quotedAt(text: string, { from, to }: Stretch): Quoted {
  const before = Array.from(text.slice(Math.max(0, from - 2 * QUOTED), from)).slice(-QUOTED)
  const after = Array.from(text.slice(to, to + 2 * QUOTED)).slice(0, QUOTED)
  return { before: before.join(""), text: text.slice(from, to), after: after.join("") }
}

/** The anchors of a stretch of a story. */
export function storyHook(story: Y.Text, { from, to }: Stretch): string {
  const ends = from < to ? [from, to - 1] : [from - 1, from]
  return JSON.stringify(ends.map((index) => (index < 0 ? null : anchorAt(story, index))))
}

/** The offsets of a stretch of the headline block's words. */
export function wordsHook({ from, to }: Stretch): string {
  return JSON.stringify([from, to])
}

/** Where the stretch of an anchor is in a story. It follows from the documents alone. */
export function inStory(searched: Searched, hook: string | undefined, quote: Quoted): Resolved {
  const [a = null, b = null] = pairOf(hook)
  const first = endOf(searched, a)
  const last = endOf(searched, b)
  return quote.text === ""
    ? between(searched, [a, b], [first, last], quote)
    : over(searched, first, last, quote)
}

/** An end of a stretch: the index of its character, or of the gap that it left. */
interface End {
  readonly index: number
  readonly lives: boolean
}

function endOf({ doc, story, indices }: Searched, anchor: unknown): End | null {
  const found = typeof anchor === "string" ? foundAt(doc, anchor) : null
  if (found?.item.parent !== story) return null
  return { index: indexOf(found, indices), lives: !found.item.deleted }
}

/** Between two characters: behind the first while it lives, for typing goes on behind it. */
function between(
  { text }: Searched,
  [a, b]: readonly [unknown, unknown],
  [left, right]: readonly [End | null, End | null],
  quote: Quoted,
): Resolved {
  const atStart = a === null && b !== null
  const whole = (left?.lives ?? a === null) && (right?.lives ?? b === null)
  if (left?.lives || right?.lives || whole) {
    const at = left?.lives ? left.index + 1 : atStart && !right?.lives ? 0 : (right?.index ?? 0)
    return { from: at, to: at, standing: whole ? "held" : "changed" }
  }
  return byQuote(text, quote) ?? lostAt(left?.index ?? right?.index ?? 0)
}

function over({ text }: Searched, first: End | null, last: End | null, quote: Quoted): Resolved {
  const from = first?.index ?? (last ? last.index : 0)
  const to = Math.max(from, last ? last.index + (last.lives ? 1 : 0) : from)
  if (to > from) {
    const standing = text.slice(from, to) === quote.text ? "held" : "changed"
    return { from, to, standing }
  }
  return byQuote(text, quote) ?? lostAt(from)
}

function byQuote(text: string, { before, text: words, after }: Quoted): Resolved | null {
  const at = onlyPlaceOf(text, before + words + after)
  if (at === null) return null
  const from = at + before.length
  return { from, to: from + words.length, standing: "found" }
}

function lostAt(index: number): Resolved {
  return { from: index, to: index, standing: "lost" }
}

/** Where a stretch is in words of the headline block. */
export function inWords(text: string, hook: string | undefined, quote: Quoted): Resolved {
  const [a = 0, b = 0] = pairOf(hook).map((offset) => held(offset, text.length))
  const stretch = { from: Math.min(a, b), to: Math.max(a, b) }
  if (text.slice(stretch.from, stretch.to) === quote.text && (quote.text !== "" || text !== ""))
    return { ...stretch, standing: "held" }
  const found = nearestWords(text, quote)
  if (found !== null) return { from: found, to: found + quote.text.length, standing: "held" }
  const some = stretch.from < stretch.to && quote.text !== ""
  return some ? { ...stretch, standing: "changed" } : lostAt(stretch.from)
}

/** Where quoted words stand in a heading, with more of their surroundings than anywhere else. */
function nearestWords(text: string, { before, text: words, after }: Quoted): number | null {
  if (words === "") return null
  let best: { readonly at: number | null; readonly shared: number } = { at: null, shared: -1 }
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const left = commonTail(text.slice(0, at), before)
    const right = commonEnds(text.slice(at + words.length), after).head
    const bare = before === "" && after === "" && text === words ? 1 : 0
    const shared = left + right + bare
    if (shared > best.shared) best = { at, shared }
    else if (shared === best.shared) best = { at: null, shared }
  }
  return best.shared > 0 ? best.at : null
}

function held(offset: unknown, length: number): number {
  return typeof offset === "number" ? Math.min(Math.max(0, offset), length) : 0
}

/** The anchors, pointed at what undo brought back; null when there is nothing to mend. */
export function mendedHook(doc: Y.Doc, hook: string | undefined): string | null {
  const ends = pairOf(hook)
  const mended = ends.map((anchor) => {
    const living = typeof anchor === "string" ? livingAt(doc, anchor) : null
    return living ? anchorOf(living) : anchor
  })
  return mended.every((anchor, i) => anchor === ends[i]) ? null : JSON.stringify(mended)
}

/** Offsets in words of the headline block, carried along as the words change. */
export function carriedHook(hook: string | undefined, before: string, after: string): string {
  const { head, tail } = commonEnds(before, after)
  const [from = 0, to = 0] = pairOf(hook).map((offset) => held(offset, before.length))
  const carried = (offset: number, inside: number): number => {
    if (offset <= head) return offset
    return offset >= before.length - tail ? offset + after.length - before.length : inside
  }
  const start = from === head && from < to && tail > 0 && before.length - tail === from
  const first = start ? from + after.length - before.length : carried(from, head)
  return JSON.stringify([first, Math.max(first, carried(to, after.length - tail))])
}

const NO_PAIR: readonly unknown[] = []

function pairOf(hook: string | undefined): readonly unknown[] {
  if (hook === undefined) return NO_PAIR
  const pair: unknown = JSON.parse(hook)
  return Array.isArray(pair) ? (pair as readonly unknown[]) : NO_PAIR
}
