import type { Edit } from "../issue/change.ts"
import { addAnswer, markAt, stateOf } from "../issue/mark-fields.ts"
import { isWaiting } from "../issue/mark.ts"
import type { Proposal, ProposedAnswer } from "../notes/proposal.ts"
import { addMark } from "./add-mark.ts"
import { answered } from "./answer-mark.ts"

/**
 * Takes comments of a file in (导入批注): each as a mark with what was answered to it, and answers to
 * marks that are there. A mark that is there already stays as it is. The mark that another wording
 * replaces is refused for it while it waits; one that was settled stays so.
 */
export function takeNotes(
  proposals: readonly Proposal[],
  answers: readonly ProposedAnswer[],
): Edit {
  return {
    name: "take-notes",
    say: { zh: "导入批注", en: "Import comments" },
    run(change) {
      for (const { mark, thread, replaces } of proposals) {
        if (markAt(change.marks, mark.id)) continue
        addMark(mark).run(change)
        if (!markAt(change.marks, mark.id)) continue
        for (const answer of thread) answered(change, mark.id, answer)
        const old = replaces === null ? null : markAt(change.marks, replaces)
        if (!old || !isWaiting({ state: stateOf(old) })) continue
        const { author, role, at } = mark
        addAnswer(old, { author, role, at, say: "另有改法，见导入的批注", state: "refused" })
      }
      for (const { mark, answer } of answers) answered(change, mark, answer)
    },
  }
}
