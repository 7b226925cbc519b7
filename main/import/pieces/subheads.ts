import type { Block } from "../lines/blocks.ts"
import { isPhotoCredit, signingOf } from "../looks/credit.ts"
import { datelineLength } from "../looks/dateline.ts"
import { endingOf, readsAsProse } from "../looks/stops.ts"

/** Numbers of subheads: 一、, （一）, 第一章. */
const CHINESE =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[、．.）)]|第[一二三四五六七八九十]{1,3}[章节部]\s?)/
/** Numbers in digits, which only a marked heading's look makes a subhead's: 1、, （2）, ③. */
const DIGITS = /^(?:[（(]?\d{1,2}[、．）)]|\d{1,2}\.(?!\d)|[①-⑳⑴-⒇])/
const FRAMED = /^(?:【[^】]{1,20}】|〔[^〕]{1,20}〕)$/
const SIGNED = /^[■◆●▍▌▎◇□★☆▲►▶◎]\s*\S/

/** Longest unmarked subhead, and the longest that its twin alone gives away. */
const LONGEST = 32
const PAIRED = 12

/** Fewest characters of the running text under an unmarked subhead. */
const TEXT = 30

/** True when a heading is numbered as subheads are. */
export function isNumbered(text: string): boolean {
  return CHINESE.test(text) || DIGITS.test(text)
}

/** The lines of plain text that look like subheads: numbered, signed, framed, twins of one length. */
export function unmarkedSubheads(blocks: readonly Block[]): ReadonlySet<Block> {
  const found = pairedLines(blocks)
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1]
    if (block.kind !== "text" || next?.kind !== "text" || block.text.length > LONGEST) continue
    const numbered = CHINESE.test(block.text) && !CHINESE.test(next.text)
    const signed = SIGNED.test(block.text) && !SIGNED.test(next.text)
    const framed = FRAMED.test(block.text) && next.text.length >= TEXT
    if (framed || ((numbered || signed) && standsOverText(block, next))) found.add(block)
  }
  return found
}

/** True for a line without a stop that signs nothing, before running text. */
function standsOverText(block: Block, next: Block): boolean {
  if (endingOf(block.text) !== "open" || /[，、；,]$/.test(block.text)) return false
  if (signingOf(block.text) !== null || isPhotoCredit(block.text)) return false
  return next.text.length >= TEXT
}

/**
 * Short lines without any mark between whole paragraphs that have a twin of the same length: subheads
 * are made alike, pieces of cut paragraphs are not.
 */
function pairedLines(blocks: readonly Block[]): Set<Block> {
  const byLength = new Map<number, Block[]>()
  for (const [at, block] of blocks.entries()) {
    if (!isBareBetweenText(block, blocks[at - 1], blocks[at + 1])) continue
    const twins = byLength.get(block.text.length)
    if (twins === undefined) byLength.set(block.text.length, [block])
    else twins.push(block)
  }
  return new Set([...byLength.values()].filter((twins) => twins.length > 1).flat())
}

/** True for a short line of Chinese characters alone, after a whole paragraph and before another. */
function isBareBetweenText(
  block: Block,
  before: Block | undefined,
  next: Block | undefined,
): boolean {
  const { text } = block
  if (block.kind !== "text" || text.length > PAIRED || text.length < 3) return false
  if (before?.kind !== "text" || endingOf(before.text) !== "whole") return false
  if (next?.kind !== "text" || next.text.length < TEXT || datelineLength(next.text) > 0)
    return false
  return /^[\p{Script=Han}“”]+$/u.test(text) && !readsAsProse(text) && signingOf(text) === null
}
