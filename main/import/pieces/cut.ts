import { closesForeignQuote, endingOf, opensMidSentence } from "../looks/stops.ts"
import { isName } from "../looks/names.ts"
import { isNameList, opensEntry, speakerOf } from "../looks/verse.ts"
import { isBareLine } from "./outlook.ts"
import type { Item } from "./segment.ts"

/** Whether two pieces are one paragraph, and why. */
export interface Verdict {
  readonly join: boolean
  readonly zh: string
  readonly en: string
  readonly confidence: number
}

/** What is known of the story around two pieces. */
export interface Around {
  /** True when a quotation is open where the first piece ends. */
  readonly quoteOpen: boolean
  /** Speakers and colons that open turns in this story. */
  readonly speakers: ReadonlySet<string>
}

/** The speakers of a story in questions and answers: 问 and 答 always, others who speak twice. */
export function speakersOf(items: readonly Item[]): ReadonlySet<string> {
  const found = new Set(["问：", "答：", "问:", "答:", "Q：", "A：", "Q:", "A:"])
  const once = new Set<string>()
  for (const { text } of items) {
    const speaker = speakerOf(text)
    if (!/^(?:记者|主持人)/.test(speaker) && !isName(speaker.slice(0, -1))) continue
    if (once.has(speaker)) found.add(speaker)
    once.add(speaker)
  }
  return found
}

/** The importer's own view of two neighbouring pieces. */
export function verdictOn(before: Item, item: Item, around: Around): Verdict | null {
  const ending = endingOf(before.text)
  if (ending === "whole") return afterStop(item, around.quoteOpen)
  const apart = keptApart(before, item, around.speakers)
  if (ending === "closed") return apart === null ? afterMark(before, item) : null
  if (apart !== null) return apart
  return inSentence(before, item)
}

/** After a full stop only what cannot open a paragraph joins. */
function afterStop(item: Item, quoteOpen: boolean): Verdict | null {
  if (opensMidSentence(item.text)) {
    return {
      join: true,
      zh: "后一段以不能开段的字符开头",
      en: "the next piece opens with what cannot open a paragraph",
      confidence: 0.88,
    }
  }
  if (!quoteOpen || !closesForeignQuote(item.text)) return null
  return {
    join: true,
    zh: "引号在前一段打开，到后一段才关闭",
    en: "a quotation opened before closes in the next piece",
    confidence: 0.72,
  }
}

/** After a closing quote or bracket without a stop: mostly a column's end behind a quoted name. */
function afterMark(before: Item, item: Item): Verdict | null {
  const mid = opensMidSentence(item.text)
  const bracketed = /^(?:[（(【][^）)】]*[）)】]|“[^”]*”)$/.test(before.text)
  const prose = item.text.length >= 4 && !bracketed && !/^[“‘（(]/.test(item.text)
  if (!mid && !prose) return null
  return {
    join: true,
    zh: "前一段以引号或括号结尾但没有句末标点",
    en: "the piece before ends with a closing mark but without a stop",
    confidence: mid ? 0.92 : before.text.length >= 25 ? 0.64 : 0.55,
  }
}

/** What keeps two pieces apart although the first has no stop. */
function keptApart(before: Item, item: Item, speakers: ReadonlySet<string>): Verdict | null {
  const apart = (zh: string, en: string, confidence: number): Verdict => ({
    join: false,
    zh,
    en,
    confidence,
  })
  if (before.text.includes("\t") || item.text.includes("\t"))
    return apart("表格的一行", "a row of a table", 0.9)
  if (/（[\u4e00-\u9fff]{0,4}编辑[：:\s][^（）]{1,20}）$/.test(before.text))
    return apart("前一段以编辑署名收尾", "the piece before ends with its editor's name", 0.9)
  if (before.verse && item.verse)
    return apart("诗行或列表的一行", "lines of verse or of a list", 0.85)
  if (isNameList(before.text) || isNameList(item.text))
    return apart("名单", "a list of names", 0.85)
  if (opensEntry(item.text))
    return apart("后一段是列表的一条", "the next piece is a list entry", 0.8)
  if (speakers.has(speakerOf(item.text))) return apart("问答", "a question or an answer", 0.85)
  if (opensEntry(before.text) && before.text.length <= 30) {
    return apart("前一段是有序号的短行", "the piece before is a short numbered line", 0.66)
  }
  if (isBareLine(before.text) && isBareLine(item.text) && endingOf(item.text) === "open") {
    return apart("两个无标点的短行", "two short lines without marks", 0.58)
  }
  return null
}

/** A piece that ends in mid sentence: the next one goes on with it. */
function inSentence(before: Item, item: Item): Verdict {
  const zh = "前一段在句中中断，后面接着的是正文"
  const en = "the piece before breaks off in mid sentence and running text follows"
  if (item.across) {
    return {
      join: true,
      zh: `${zh}，中间隔着图片说明或补白`,
      en: `${en}, with a photo or a filler between`,
      confidence: 0.74,
    }
  }
  return { join: true, zh, en, confidence: sentenceConfidence(before, item) }
}

function sentenceConfidence(before: Item, item: Item): number {
  if (opensMidSentence(item.text)) return 0.98
  if (item.text.startsWith("——")) return 0.6
  if (isBareLine(before.text)) return 0.62
  return /[，、]$/.test(before.text) ? 0.97 : 0.94
}
