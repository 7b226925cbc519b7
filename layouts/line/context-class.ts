import { CLASS, classOf, type CharClass } from "./classes.ts"

/** U+00AD, where a word may be divided. */
export const SOFT_HYPHEN = 0xad

/** A text, and the offsets of the straight quotation marks in it that open. */
interface Read {
  readonly text: string
  readonly openQuotes: ReadonlySet<number>
}

/**
 * The class of a character where it stands: a ’ between Latin letters is an apostrophe, a comma,
 * stop or colon inside a number belongs to the number, and a soft hyphen anywhere but in a word is
 * no more than a sign that shows nothing.
 */
export function contextClass({ text, openQuotes }: Read, at: number, code: number): CharClass {
  const kind = classOf(code)
  if (code === SOFT_HYPHEN) return isBetweenLetters(text, at) ? kind : CLASS.symbol
  if (code === 0x22) return openQuotes.has(at) ? CLASS.latinOpen : CLASS.latinClose
  const apostrophe = code === 0x2019 || code === 0x27
  if (!apostrophe && code !== 0x2e && code !== 0x2c && code !== 0x3a) return kind
  const inside: CharClass = apostrophe ? CLASS.latin : CLASS.digit
  const before = at > 0 ? classOf(text.charCodeAt(at - 1)) : CLASS.symbol
  const after = at + 1 < text.length ? classOf(text.charCodeAt(at + 1)) : CLASS.symbol
  return before === inside && after === inside ? inside : kind
}

function isBetweenLetters(text: string, at: number): boolean {
  const isLetter = (kind: CharClass): boolean => kind === CLASS.latin || kind === CLASS.letter
  return isLetter(classOf(text.charCodeAt(at - 1))) && isLetter(classOf(text.charCodeAt(at + 1)))
}

const NONE: ReadonlySet<number> = new Set()

/** Every other straight quote of a text: they open and close in turn. */
export function openQuotesIn(text: string): ReadonlySet<number> {
  let at = text.indexOf('"')
  if (at < 0) return NONE
  const open = new Set<number>()
  for (let opens = true; at >= 0; at = text.indexOf('"', at + 1), opens = !opens)
    if (opens) open.add(at)
  return open
}
