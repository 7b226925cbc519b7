import type { Book } from "../decisions.ts"
import { because, decide } from "../decisions.ts"
import type { Block } from "../lines/blocks.ts"
import { opensDated } from "../looks/caption.ts"
import { isPhotoCredit, signingOf } from "../looks/credit.ts"
import { datelineLength, isWireLine, spansDateline } from "../looks/dateline.ts"
import { isBareSign, looseFillerLook } from "../looks/filler.ts"
import { tailOf } from "../looks/tail.ts"
import type { Tail } from "../looks/tail.ts"
import type { Draft } from "./piece.ts"

/**
 * The blocks as drafts, with what signs or closes a paragraph at its own end cut off as a draft of
 * its own: credits only where an article may end, photo credits and wire lines anywhere.
 */
export function draftsOf(blocks: readonly Block[], book: Book): Draft[] {
  const drafts: Draft[] = []
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== "text") {
      drafts.push({ block, text: block.text, role: block.kind, dateline: 0, tail: false })
      continue
    }
    const tail = tailAt(block, blocks[at + 1], book)
    const text = tail === null ? block.text : block.text.slice(0, tail.at).trimEnd()
    const dateline = datelineAt(block, text, { before: blocks[at - 1], next: blocks[at + 1], book })
    drafts.push({ block, text, role: null, dateline, tail: false })
    if (tail === null) continue
    const role = tail.kind === "closing" ? "closing" : tail.kind === "credit" ? "credit" : null
    drafts.push({ block, text: tail.text, role, dateline: 0, tail: true })
  }
  return drafts
}

/** The tail to cut off a paragraph, null when it has none or the desk keeps it in the text. */
function tailAt(block: Block, next: Block | undefined, book: Book): Tail | null {
  const tail = tailOf(block.text)
  if (tail === null || isWireLine(block.text)) return null
  if (tail.kind === "photo") return tail
  if (tail.kind === "credit" && runsOn(next)) return null
  const choice = decide(book, {
    topic: tail.kind,
    line: block.line,
    what:
      tail.kind === "credit" ? "credit at the paragraph's end" : "closing at the paragraph's end",
    why: because(
      `段末“${tail.text}”是署名或收尾`,
      `“${tail.text}” at the end signs or closes the text`,
    ),
    confidence: 0.86,
    choice: tail.kind,
    choices: [tail.kind, "text"],
  })
  return choice === "text" ? null : tail
}

/** True when the next block looks like more of the same running text. */
function runsOn(next: Block | undefined): boolean {
  if (next?.kind !== "text" || opensDated(next.text)) return false
  if (datelineLength(next.text) > 0 || isWireLine(next.text)) return false
  if (signingOf(next.text) !== null || isPhotoCredit(next.text)) return false
  return looseFillerLook(next.text) === null && !isBareSign(next.text)
}

/**
 * Length of the dateline of a paragraph, as decided. A line that is a dateline and nothing else is
 * not asked about here: its place tells later whether it opens or closes.
 */
function datelineAt(
  block: Block,
  text: string,
  around: {
    readonly before: Block | undefined
    readonly next: Block | undefined
    readonly book: Book
  },
): number {
  const { before, next, book } = around
  if (before?.kind === "text" && spansDateline(before.text, text)) return 0
  if (next?.kind === "text" && spansDateline(text, next.text)) return text.length
  const length = datelineLength(text)
  if (length === 0 || length >= text.length) return length
  const choice = decide(book, {
    topic: "dateline",
    line: block.line,
    what: "dateline",
    why: because(
      `段首“${text.slice(0, length)}”是电头`,
      `the paragraph opens with the dateline “${text.slice(0, length)}”`,
    ),
    confidence: length <= 3 ? 0.97 : 0.95,
    choice: "dateline",
    choices: ["dateline", "text"],
  })
  return choice === "text" ? 0 : length
}
