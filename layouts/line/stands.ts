import { CLASS, classOf } from "./classes.ts"
import { orientationOf } from "./orientation.ts"

/** How the characters of a vertical text stand on their line, by UTF-16 offset. */
export const STAND = {
  /** As ideographs and marks do. */
  upright: 0,
  /** Turned a quarter clockwise with the word or number that it is part of. */
  turned: 1,
  /** A sign turned by itself: a hyphen between two ideographs. */
  lone: 2,
  /** First of some that share one cell upright (纵中横), and those after it. */
  combined: 3,
  riding: 4,
} as const

/** Signs that are turned by Unicode but have places of their own in Chinese. */
const CHINESE = new Set([..."“”‘’—…⋯⸺·‧"].map((mark) => mark.codePointAt(0)!))

/** Two of these share a cell. */
const PAIRED = /[！？]{2}/g

/**
 * How each character of a vertical text stands. Words and numbers are turned as a whole, with the
 * spaces and signs inside them; one letter alone and a number of up to `digits` digits stand upright
 * in one cell, and so do two of ！ and ？. Source: typography reference 1.10; CLREQ
 * #handling_western_text_in_chinese_text_using_proportional_western_fonts; UAX #50
 */
export function standsOf(text: string, digits: number): Uint8Array {
  const stands = new Uint8Array(text.length)
  for (const { index, 0: word } of shapeOf(text).matchAll(/w(?:[w ]*w)?/g)) {
    const stand = standOf(text.slice(index, index + word.length), digits)
    stands.fill(stand, index, index + word.length)
    if (stand === STAND.combined) stands.fill(STAND.riding, index + 1, index + word.length)
  }
  for (const { index } of text.matchAll(PAIRED)) {
    stands[index] = STAND.combined
    stands[index + 1] = STAND.riding
  }
  return stands
}

/** A text with w for each unit of a Western character, a blank for each space, c for all else. */
function shapeOf(text: string): string {
  return text.replaceAll(/[^]/gu, (character, at: number) => {
    const code = character.codePointAt(0)!
    if (code === 0x20 || code === 0xa0) return " "
    if (code === 0x09) return "c"
    return (isWestern(text, at, code) ? "w" : "c").repeat(character.length)
  })
}

function isWestern(text: string, at: number, code: number): boolean {
  if (code === 0x2019) return isLetter(text, at - 1) && isLetter(text, at + 1)
  return orientationOf(code) === "R" && !CHINESE.has(code) && (code < 0xff00 || code > 0xffff)
}

function isLetter(text: string, at: number): boolean {
  return at >= 0 && at < text.length && classOf(text.charCodeAt(at)) === CLASS.latin
}

function standOf(word: string, digits: number): number {
  const kind = classOf(word.charCodeAt(0))
  const number = /^\d+$/.test(word) && word.length <= digits
  if (number || (word.length === 1 && (kind === CLASS.latin || kind === CLASS.digit)))
    return STAND.combined
  return word.length === 1 ? STAND.lone : STAND.turned
}
