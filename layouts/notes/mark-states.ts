import type { NoteState } from "../display/notes.ts"
import type { MarkState } from "../issue/mark.ts"

/** What a state of a mark is to PDF readers: the nearest that their lists have. */
export const NOTE_STATES: Readonly<Record<MarkState, NoteState>> = {
  open: "None",
  executed: "Completed",
  refused: "Rejected",
  asked: "Marked",
  withdrawn: "Cancelled",
}

/** What an answer without words says. */
export const STATE_WORDS: Readonly<Record<MarkState, string>> = {
  open: "重开",
  executed: "已改",
  refused: "不改",
  asked: "存疑",
  withdrawn: "撤回",
}

/** What a state of a PDF reader makes of a mark; `Accepted` only agrees, and `Unmarked` says nothing. */
export function markStateOf(state: string | null): MarkState | null {
  const found = Object.entries(NOTE_STATES).find((entry) => entry[1] === state)
  return found ? (found[0] as MarkState) : null
}
