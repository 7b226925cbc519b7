import type { Book } from "../decisions.ts"
import { because, decide } from "../decisions.ts"
import { STRONG_LEVEL } from "../lines/blocks.ts"
import type { Block } from "../lines/blocks.ts"
import { showsPicture } from "../looks/caption.ts"
import { isJump, isPhotoCredit, signingOf } from "../looks/credit.ts"
import { datelineLength, isWireLine, spansDateline } from "../looks/dateline.ts"
import { fillerLook, isMasthead, isNoticeTitle } from "../looks/filler.ts"
import { endingOf, inkLength, readsAsProse } from "../looks/stops.ts"
import { opensEntry, speakerOf } from "../looks/verse.ts"
import { isNumbered, unmarkedSubheads } from "./subheads.ts"

/** Longest headline line in characters, and the most lines a headline block has. */
const LONGEST = 42
const MOST_LINES = 3

/** Level given to headings that are not marked; a deck led by a dash stands one below. */
const LEVEL = 1

/**
 * The blocks with headings that the text does not mark found by their look: short lines without a
 * final stop, on their own, before a dateline or running text. Where the text marks its headings
 * with `#`, only what a dateline follows and numbered lines are added, since the marks are trusted.
 */
export function withUnmarkedHeadings(blocks: readonly Block[], book: Book): readonly Block[] {
  const marked = blocks.some((block) => block.kind === "heading")
  const indented = mostlyIndented(blocks)
  const subheads = unmarkedSubheads(blocks)
  const out: Block[] = []
  for (let at = 0; at < blocks.length;) {
    const joined = besideHeading(blocks, at, indented)
    if (joined !== null) {
      out.push(asHeading(blocks[at++] as Block, joined, book))
      continue
    }
    const run = Math.max(1, headlineRun(blocks, at, indented))
    const confidence = runConfidence(blocks, at, run, marked)
    for (let next = at; next < at + run; next++) {
      const block = blocks[next] as Block
      const standing = confidence > 0 && mayBeHeadline(blocks, next, indented)
      if (standing) out.push(asHeading(block, { confidence, level: LEVEL }, book))
      else out.push(subheads.has(block) ? asSubhead(block, book) : block)
    }
    at += run
  }
  return out
}

/** True when most paragraphs are indented, so that an unindented line says something. */
function mostlyIndented(blocks: readonly Block[]): boolean {
  const long = blocks.filter((block) => block.kind === "text" && block.text.length > 40)
  return long.length >= 2 && long.filter((block) => block.indent >= 1.5).length > long.length * 0.6
}

/** True when a block may be a line of a headline by its own look. */
function mayBeHeadline(blocks: readonly Block[], at: number, indented: boolean): boolean {
  const block = blocks[at]
  if (block === undefined || block.kind !== "text") return false
  const { text } = block
  if (text.length > LONGEST + 12) return false
  if (isTableRow(blocks, at)) return false
  const ink = inkLength(text)
  if (ink < 2 || ink > LONGEST || spansDateline(text, blocks[at + 1]?.text ?? "")) return false
  if (indented && block.indent >= 1.5 && block.indent <= 2.5) return false
  if (/[。；，、：:,;.]$/.test(text) || /。/.test(text)) return false
  if ((text.match(/[，,]/g) ?? []).length > 2 || readsAsProse(text)) return false
  if (datelineLength(text) > 0 || isWireLine(text) || isJump(text)) return false
  if (signingOf(text) !== null || isPhotoCredit(text) || showsPicture(text)) return false
  if (speakerOf(text) !== "" || (opensEntry(text) && !isNumbered(text))) return false
  return fillerLook(text) === null || isNoticeTitle(text)
}

/** True for a line with tabs beside another: rows of a table, and no headline with a gap in it. */
function isTableRow(blocks: readonly Block[], at: number): boolean {
  const tabbed = (block: Block | undefined): boolean => block?.text.includes("\t") === true
  return tabbed(blocks[at]) && (tabbed(blocks[at - 1]) || tabbed(blocks[at + 1]))
}

/** Number of lines from a place on that may each be a headline's. */
function headlineRun(blocks: readonly Block[], at: number, indented: boolean): number {
  let end = at
  while (mayBeHeadline(blocks, end, indented)) end++
  return end - at
}

/**
 * How sure a run of short lines is a headline block; 0 when it is none, or so long that it is verse
 * or a list.
 */
function runConfidence(blocks: readonly Block[], at: number, run: number, marked: boolean): number {
  const before = blocks[at - 1]
  if (run > MOST_LINES || before?.kind === "heading") return 0
  const follower = firstText(blocks, at + run)
  if (follower === null) return 0
  const dated = datelineLength(follower.text) > 0
  if (!dated && (marked || !isProse(follower.text))) return 0
  if (before?.kind === "text" && brokenBefore(before, blocks[at] as Block, dated)) return 0
  const alone = (blocks[at] as Block).gap > 0 || before === undefined
  return dated ? (alone ? 0.88 : 0.78) : alone ? 0.66 : 0.56
}

/** True for running text: a sentence with its stop, or long enough, or long with a comma. */
function isProse(text: string): boolean {
  if (text.length > LONGEST) return true
  if (endingOf(text) !== "open") return text.length >= 12
  return text.length >= 20 && text.includes("，")
}

/** True when the paragraph before is cut in mid sentence, so that the line may be its next piece. */
function brokenBefore(before: Block, line: Block, dated: boolean): boolean {
  if (endingOf(before.text) !== "open" || before.text.length <= LONGEST) return false
  if (signingOf(before.text) !== null || isWireLine(before.text)) return false
  if (isPhotoCredit(before.text) || fillerLook(before.text) !== null) return false
  return !dated && line.gap === 0
}

/** The first paragraph behind a headline block, bylines and pictures passed over. */
function firstText(blocks: readonly Block[], from: number): Block | null {
  for (let at = from; at < Math.min(blocks.length, from + 4); at++) {
    const block = blocks[at] as Block
    if (block.kind === "picture") continue
    if (block.kind !== "text") return null
    if (signingOf(block.text) === null || datelineLength(block.text) > 0) return block
  }
  return null
}

/** How sure a line is a heading, and at which depth. */
interface Standing {
  readonly confidence: number
  readonly level: number
}

/**
 * The standing of an unmarked line right beside a marked heading: a kicker at the top of the text,
 * or a deck between a headline and its dateline. Null for any other line.
 */
function besideHeading(blocks: readonly Block[], at: number, indented: boolean): Standing | null {
  const block = blocks[at] as Block
  if (!mayBeHeadline(blocks, at, indented) || isMasthead(block.text)) return null
  const next = blocks[at + 1]
  if (at === 0 && next?.kind === "heading" && !isMasthead(next.text)) {
    return { confidence: 0.6, level: next.level + 1 }
  }
  const before = blocks[at - 1]
  if (before?.kind !== "heading" || next === undefined) return null
  const follower = firstText(blocks, at + 1)
  const dated = follower !== null && datelineLength(follower.text) > 0
  return dated && follower !== block ? { confidence: 0.75, level: before.level + 1 } : null
}

/** The line as a subhead, below every marked heading, if the desk leaves it so. */
function asSubhead(block: Block, book: Book): Block {
  const choice = decide(book, {
    topic: "headline",
    line: block.line,
    what: "unmarked subhead",
    why: because(
      "有序号、符号或成对的独立短行，后面接正文",
      "a short line before running text, numbered, signed or with a twin",
    ),
    confidence: 0.7,
    choice: "heading",
    choices: ["heading", "text"],
  })
  return choice === "heading" ? { ...block, kind: "heading", level: STRONG_LEVEL } : block
}

/** The line as a heading, if the desk leaves it so. */
function asHeading(block: Block, standing: Standing, book: Book): Block {
  const { confidence, level } = standing
  const choice = decide(book, {
    topic: "headline",
    line: block.line,
    what: "unmarked heading",
    why: because(
      "没有标记，但是独立短行、末尾无句号，后面接电头或正文",
      "no mark, but a short line on its own without a final stop, before a dateline or running text",
    ),
    confidence,
    choice: "heading",
    choices: ["heading", "text"],
  })
  if (choice !== "heading") return block
  return { ...block, kind: "heading", level: level + (block.text.startsWith("——") ? 1 : 0) }
}
