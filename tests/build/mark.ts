import type { NewMark } from "../../layouts/issue/mark.ts"
import type { Place } from "../../layouts/issue/selection.ts"

/** A place in a story. */
export const at = (paragraph: number, offset: number): Place => ({ paragraph, offset })

/** Who marks in tests. */
export const READER = { author: "高远", role: "一校", at: 1000 } as const

/** A mark that corrects words of an article's story. */
export function plainMark(
  id: string,
  from: Place,
  to: Place,
  sign: Pick<NewMark, "sign" | "payload"> = { sign: "correct", payload: { text: "新茶" } },
): NewMark {
  const range = { kind: "text", words: null, from, to } as const
  return { ...READER, id, article: "a1", range, pass: 1, ...sign } as NewMark
}
