import type { MarkAnswer } from "../issue/mark.ts"
import type { ForeignNote } from "./foreign.ts"
import { markStateOf, STATE_WORDS } from "./mark-states.ts"

/** Who a comment's author is to the issue, and when it was made where it does not say. */
export interface Importer {
  readonly role: string
  readonly at: number
}

/** What reviewers' programs write when a state is chosen. */
const SET_BY = /^(?:Accepted|Rejected|Cancelled|Completed|None|Marked|Unmarked) set by /i

/** A reply to a comment as an answer to its mark; null for one that says nothing. */
export function answerOf(note: ForeignNote, { role, at }: Importer): MarkAnswer | null {
  const say = SET_BY.test(note.say) ? "" : note.say.trim()
  const by = { author: note.author, role, at: note.at ?? at }
  const state = markStateOf(note.state)
  if (note.state === "Accepted") return { ...by, say: say === "" ? "同意" : say, state: null }
  // Acrobat's ticks, and a state that was taken back, are nobody's answer unless they have words.
  if (state === null || ((state === "asked" || state === "open") && say === ""))
    return say === "" ? null : { ...by, say, state: null }
  const silent = say === STATE_WORDS[state] && state !== "refused" && state !== "asked"
  return { ...by, say: silent ? "" : say === "" ? STATE_WORDS[state] : say, state }
}

/** Whether a mark has an answer already; times count where the comment says one. */
export function isAnswered(
  thread: readonly MarkAnswer[],
  answer: MarkAnswer,
  timed: boolean,
): boolean {
  return thread.some((one) => {
    const same = one.author === answer.author && one.state === answer.state
    const words = one.say === answer.say || wordsOf(one) === wordsOf(answer)
    const second = Math.floor(one.at / 1000) === Math.floor(answer.at / 1000)
    return same && words && (!timed || second)
  })
}

function wordsOf({ say, state }: MarkAnswer): string {
  return say !== "" || state === null ? say : STATE_WORDS[state]
}
