import type { Change, Edit } from "../issue/change.ts"
import { addAnswer, markAt } from "../issue/mark-fields.ts"
import type { Mark, MarkAnswer, MarkState } from "../issue/mark.ts"

/**
 * Answers a mark (批注答复): says something in its thread, refuses it (不改), asks (问), opens it
 * again, or notes that a hand carried it out (改). A refusal says why, a question what, and a plain
 * note something; without those words, and for a mark that was withdrawn, nothing happens.
 */
export function answerMark(id: string, answer: MarkAnswer): Edit {
  return {
    name: "answer-mark",
    say: { zh: "答复批注", en: "Answer mark" },
    run(change) {
      const mark = change.marked.find((one) => one.id === id)
      if (mark && mark.state !== "withdrawn" && isWhole(mark, answer)) answered(change, id, answer)
    },
  }
}

const SILENT: readonly (MarkState | null)[] = ["executed", "open"]

function isWhole(mark: Mark, { say, state }: MarkAnswer): boolean {
  const turns = state !== "withdrawn" && (state === null || state !== mark.state)
  return turns && (say.trim() !== "" || SILENT.includes(state))
}

/** Adds an answer to a mark and sets what it makes of it; nothing when there is no such mark. */
export function answered({ marks }: Change, id: string, answer: MarkAnswer): void {
  const fields = markAt(marks, id)
  if (fields) addAnswer(fields, answer)
}
