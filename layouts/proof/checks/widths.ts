import { isDigit, isHan, isLatin } from "./characters.ts"
import type { Masks } from "./masks.ts"
import type { Note } from "./note.ts"

/** Half-width marks and what Chinese sets in their place. */
const FULL: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  ".": "。",
  "(": "（",
  ")": "）",
}

/** Full-width marks that a half-width one can follow or precede as in Chinese. */
const CHINESE = "”’》）】〕“‘《（【〔，。、；：？！…—"

/**
 * Marks of the wrong width (半角标点): a comma, colon, bracket between Chinese characters, straight
 * quotation marks round Chinese, and full-width digits and letters. Decimal points, times, scores
 * and whatever stands inside a stretch of another script are left alone.
 */
export function wrongWidths(text: string, masks: Masks): readonly Note[] {
  const notes: Note[] = []
  let quotes = 0
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]!
    if (character === '"') {
      notes.push(...straightQuote(text, i, masks, quotes % 2 === 0))
      quotes += 1
    }
    if (FULL[character] !== undefined && masks.foreign[i] === 0) {
      if (isHalfWidth(text, i, masks)) notes.push(halfWidth(text, i))
    }
  }
  return [...notes, ...fullWidthRuns(text)]
}

function isHalfWidth(text: string, at: number, masks: Masks): boolean {
  const mark = text[at]!
  const [before, next] = [text[at - 1], text[at + 1]]
  const after = isHan(before) || (before !== undefined && CHINESE.includes(before))
  const ahead = isHan(next) || (next !== undefined && "“‘《（【".includes(next))
  if (mark === "(" || mark === ")") return bracketsChinese(text, at, masks)
  if (mark === ".") {
    if (next === "." || before === "." || isDigit(next) || isLatin(next)) return false
    // 1. 加强… is an item of a list; 张三. is no name either.
    return isHan(before) && (next === undefined || ahead || CHINESE.includes(next))
  }
  // A time, a score or a proportion: 10:30, 3:2.
  if (mark === ":" && isDigit(before) && isDigit(next)) return false
  if (mark === "," && isDigit(before) && isDigit(next)) return false
  if (after) return true
  return ahead && (isDigit(before) || isLatin(before) || before === "%" || before === "℃")
}

/** Whether a half-width bracket belongs to Chinese: it stands at Chinese or holds some. */
function bracketsChinese(text: string, at: number, masks: Masks): boolean {
  const opens = text[at] === "("
  const outer = text[opens ? at - 1 : at + 1]
  const inner = text[opens ? at + 1 : at - 1]
  if (isHan(inner)) return true
  // f(x)的 and 表1(a): the bracket belongs to the formula before it.
  const other = opens ? text.indexOf(")", at) : text.lastIndexOf("(", at)
  if (other < 0) return isHan(outer)
  const before = opens ? outer : text[other - 1]
  // A point (0,1) and a list (a, b) are formulas.
  const [from, to] = opens ? [at, other] : [other, at]
  if (to - from < 40 && text.slice(from, to).includes(",")) return false
  if (masks.foreign[opens ? at - 1 : other - 1] === 1)
    return isHan(text[opens ? other - 1 : at - 1])
  return isHan(before)
}

function halfWidth(text: string, at: number): Note {
  const mark = text[at]!
  const full = FULL[mark]!
  return {
    ...{ rule: "marks/half-width", from: at, to: at + 1, suggest: [full] },
    say: { zh: `半角“${mark}”应为全角“${full}”。`, en: `Half-width ${mark} where ${full} is set.` },
  }
}

/** A straight quotation mark that Chinese stands at; after a number it is an inch or a second. */
function straightQuote(text: string, at: number, masks: Masks, opens: boolean): readonly Note[] {
  const [before, next] = [text[at - 1], text[at + 1]]
  const chinese = [before, next].some((one) => isHan(one) || (one && CHINESE.includes(one)))
  if (!chinese || masks.foreign[at] === 1 || (isDigit(before) && !isHan(next))) return []
  const suggest = opens ? "“" : "”"
  return [
    {
      ...{ rule: "marks/straight-quote", from: at, to: at + 1, suggest: [suggest] },
      say: { zh: `英文引号应为“${suggest}”。`, en: `A straight quote where ${suggest} is set.` },
    },
  ]
}

/** Runs of full-width digits and letters. */
function fullWidthRuns(text: string): readonly Note[] {
  const notes: Note[] = []
  for (let i = 0; i < text.length;) {
    let end = i
    while (end < text.length && isFullWidth(text[end]!)) end += 1
    if (end > i) {
      const half = [...text.slice(i, end)].map(narrowed).join("")
      notes.push({
        ...{ rule: "widths/full-width", from: i, to: end, suggest: [half] },
        say: {
          zh: `全角“${text.slice(i, end)}”应为半角“${half}”。`,
          en: `Full-width ${text.slice(i, end)} where ${half} is set.`,
        },
      })
    }
    i = Math.max(end, i + 1)
  }
  return notes
}

function isFullWidth(character: string): boolean {
  return (
    (character >= "０" && character <= "９") ||
    (character >= "Ａ" && character <= "Ｚ") ||
    (character >= "ａ" && character <= "ｚ")
  )
}

function narrowed(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0)
}
