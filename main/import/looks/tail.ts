import { isWireLine } from "./dateline.ts"
import { isEndWord, isJump, isPhotoCredit, signingOf } from "./credit.ts"

/** What may stand at the end of a paragraph's own line. */
export interface Tail {
  /** Offset in UTF-16 units where it begins, blanks before it included. */
  readonly at: number
  readonly text: string
  readonly kind: "credit" | "photo" | "closing"
}

/** How much of the paragraph's end is looked at. */
const REACH = 60

const BRACKETS = /([（(][^（()）。！？]{1,44}(?:[（(][^（()）]{1,20}[）)])?[）)])[。.]?$/u
const BARE =
  /[。！？…”’!?\s\u3000]\s*((?:本报|新华社|中新社|\p{Script=Han}{2,6}(?:日报|晚报))?[^。！？…”’!?，；：]{2,36})$/u

/**
 * The credit, wire line or pointer that stands at the end of a paragraph's own line, else null.
 * Behind a full sentence any of them counts; behind none only a photo credit and a pointer do.
 */
export function tailOf(text: string): Tail | null {
  if (
    !/[）)摄影电图稿者版]$|[）)电][。.]$/.test(text.slice(-2)) &&
    !/记者|通讯员/.test(text.slice(-REACH))
  )
    return null
  if (isPhotoCredit(text) || signingOf(text) === "sure") return null
  const from = Math.max(0, text.length - REACH)
  const end = text.slice(from)
  const bracket = BRACKETS.exec(end)
  if (bracket !== null && bracket.index > 0) {
    const found = kindOf(bracket[1] as string, afterStop(end.slice(0, bracket.index)))
    const sent =
      found === "photo" ? /(?:新华社|中新社|本报)发\s*$/u.exec(end.slice(0, bracket.index)) : null
    if (found !== null) return placed(text, from + (sent?.index ?? bracket.index), found)
  }
  const bare = BARE.exec(end)
  if (bare === null || bare[1] === undefined) return null
  const at = from + bare.index + bare[0].length - bare[1].length
  const found = bareKind(bare[1].trim(), afterStop(end.slice(0, bare.index + 1)))
  return found === null || at === 0 ? null : placed(text, at, found)
}

/** What a bracket at the end is. */
function kindOf(bracket: string, sentence: boolean): Tail["kind"] | null {
  if (isPhotoCredit(bracket)) return "photo"
  if (isJump(bracket) || (sentence && isEndWord(bracket))) return "closing"
  return sentence && signingOf(bracket) === "sure" ? "credit" : null
}

/** What words without a bracket at the end are; plain names are left alone. */
function bareKind(words: string, sentence: boolean): Tail["kind"] | null {
  if (isPhotoCredit(words)) return "photo"
  if (!sentence) return null
  if (isWireLine(words)) return "closing"
  return /记者|通讯员|供稿|文[/／]图/.test(words) && signingOf(words) === "sure" ? "credit" : null
}

function afterStop(before: string): boolean {
  return /[。！？…”’!?]\s*$/u.test(before)
}

function placed(text: string, at: number, kind: Tail["kind"]): Tail {
  return { at, text: text.slice(at).trim(), kind }
}
