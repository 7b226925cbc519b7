import { isHan } from "./characters.ts"
import { parted } from "./lexicon.ts"

/** How far round a place its words are parted, characters. */
const REACH = 6

/** The Chinese round a place, and where in it the place lies. */
export interface Around {
  readonly stretch: string
  readonly at: number
}

/** The Chinese characters round a stretch of text, at most six on each side. */
export function around(text: string, from: number, to: number): Around {
  let [start, end] = [from, to]
  while (start > from - REACH && isHan(text[start - 1])) start -= 1
  while (end < to + REACH && isHan(text[end])) end += 1
  return { stretch: text.slice(start, end), at: from - start }
}

/** How much likelier the words round a place are without the given number of characters there. */
export function savedWithout({ stretch, at }: Around, length: number): number {
  return parted(stretch).cost - parted(stretch.slice(0, at) + stretch.slice(at + length)).cost
}
