/** Whether a character is Chinese writing; 〇 is. Half a surrogate pair is not. */
export function isHan(character: string | undefined): boolean {
  if (character === undefined) return false
  return (character >= "\u3400" && character <= "\u9fff") || character === "〇"
}

/** Whether a character is a half-width digit. */
export function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= "0" && character <= "9"
}

/** Whether a character is a half-width Latin letter. */
export function isLatin(character: string | undefined): boolean {
  if (character === undefined) return false
  return (character >= "a" && character <= "z") || (character >= "A" && character <= "Z")
}

/** Marks that part a sentence. Source: GB/T 15834-2011 3.1 (点号). */
export const STOPS = "，、；：。！？"

/** Marks that end a sentence. */
export const ENDS = "。！？"

/** The opening and closing marks, in pairs. */
export const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ["“", "”"],
  ["‘", "’"],
  ["《", "》"],
  ["〈", "〉"],
  ["（", "）"],
  ["〔", "〕"],
  ["【", "】"],
  ["「", "」"],
  ["『", "』"],
]

/** Value of a Chinese numeral below ten, 两 counting as two; -1 for anything else. */
export function numeralOf(character: string | undefined): number {
  if (character === undefined || character === "") return -1
  return character === "两" ? 2 : "〇一二三四五六七八九".indexOf(character)
}
