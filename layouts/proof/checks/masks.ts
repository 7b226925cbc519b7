import { isDigit, isLatin } from "./characters.ts"

/** Which stretches of a text are no Chinese prose, one flag a UTF-16 unit. */
export interface Masks {
  /** Addresses, mail addresses, formulas, words and sentences of another script. */
  readonly foreign: Uint8Array
  /** Inside a title's marks 《》. */
  readonly title: Uint8Array
  /** Inside quotation marks, from the second unit after the opening mark to the closing one. */
  readonly quoted: Uint8Array
}

/** Most brackets that a stretch takes in at either end, so that one walk stays one walk. */
const BRACKETS = 4

/** The masks of a text, in one walk over it. */
export function masksOf(text: string): Masks {
  const foreign = new Uint8Array(text.length)
  const title = new Uint8Array(text.length)
  const quoted = new Uint8Array(text.length)
  let [titles, quotes] = [0, 0]
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]!
    if (character === "《") titles += 1
    if (character === "“" || character === "‘") quotes += 1
    if (titles > 0) title[i] = 1
    if (quotes > 0) quoted[i] = 1
    if (character === "》" && titles > 0) titles -= 1
    if ((character === "”" || character === "’") && quotes > 0) quotes -= 1
  }
  for (let i = 0; i < text.length;) {
    const end = asciiEnd(text, i)
    if (end > i) maskForeign(text, [i, end], foreign)
    i = Math.max(end, i + 1)
  }
  return { foreign, title, quoted }
}

function asciiEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && text[end]! >= " " && text[end]! <= "~") end += 1
  return end
}

/** Masks a run of ASCII from its first letter or digit to its last, when it holds a letter. */
function maskForeign(text: string, [from, to]: readonly [number, number], mask: Uint8Array): void {
  let [first, last, letters] = [-1, -1, 0]
  for (let i = from; i < to; i += 1) {
    const letter = isLatin(text[i])
    if (letter) letters += 1
    if (!letter && !isDigit(text[i])) continue
    if (first < 0) first = i
    last = i
  }
  if (letters === 0) return
  // An address may end in a stroke, a formula in a bracket.
  const longest = last + BRACKETS
  while (
    last + 1 < Math.min(to, longest) &&
    "/)]}=_>;".includes(text[last + 1]!) &&
    opened(text, first, last + 1)
  )
    last += 1
  const earliest = first - BRACKETS
  while (
    first > Math.max(from, earliest) &&
    "([{<".includes(text[first - 1]!) &&
    closed(text, first - 1, last)
  )
    first -= 1
  mask.fill(1, first, last + 1)
}

/** Whether a closing bracket at a place has its opening one inside the run; other marks have. */
function opened(text: string, first: number, at: number): boolean {
  const open = { ")": "(", "]": "[", "}": "{", ">": "<" }[text[at]!]
  if (open === undefined) return text[at] === "/" || text[at] === "_" || text[at] === "="
  const place = text.indexOf(open, first)
  return place >= 0 && place < at
}

/** Whether an opening bracket at a place is closed inside the run. */
function closed(text: string, at: number, last: number): boolean {
  const close = { "(": ")", "[": "]", "{": "}", "<": ">" }[text[at]!]!
  const place = text.indexOf(close, at)
  return place >= 0 && place <= last
}
