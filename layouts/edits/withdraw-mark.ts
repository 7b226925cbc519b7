import type { Edit } from "../issue/change.ts"
import { isWaiting, type MarkAnswer } from "../issue/mark.ts"
import { answered } from "./answer-mark.ts"

/**
 * Takes a mark back (撤回): only whoever made it may, and only while it waits for its answer. It
 * stays in the record.
 */
export function withdrawMark(id: string, by: Omit<MarkAnswer, "say" | "state">): Edit {
  return {
    name: "withdraw-mark",
    say: { zh: "撤回批注", en: "Withdraw mark" },
    run(change) {
      const mark = change.marked.find((one) => one.id === id)
      if (!mark || !isWaiting(mark) || mark.author !== by.author) return
      answered(change, id, { ...by, say: "", state: "withdrawn" })
    },
  }
}
