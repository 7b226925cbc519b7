import type { Mark } from "../issue/mark.ts"
import { answerOf, isAnswered } from "./foreign-answer.ts"
import type { ForeignFile, ForeignNote } from "./foreign.ts"
import { answerId } from "./mark-notes.ts"
import { NOTE_STATES, STATE_WORDS } from "./mark-states.ts"
import { idOfNote } from "./note-id.ts"

/**
 * A file's comments with what was answered to them since (已改 不改 存疑), as replies that reviewers'
 * programs show under each. Comments that are no marks of the issue stay as they are.
 */
export function withReplies(
  file: Pick<ForeignFile, "id" | "notes">,
  marks: readonly Mark[],
): readonly ForeignNote[] {
  const byId = new Map(marks.map((mark) => [mark.id, mark]))
  const replies = file.notes.flatMap((note, index): readonly ForeignNote[] => {
    const mark = note.to ? undefined : byId.get(idOfNote(file.id, note))
    const own = mark ?? (note.to || note.name === null ? undefined : byId.get(note.name))
    if (!own) return []
    const given = file.notes.flatMap((one) => {
      const reply = one.to?.as === "reply" && one.to.index === index
      const answer = reply ? answerOf(one, { role: "", at: 0 }) : null
      return answer ? [answer] : []
    })
    return own.thread.flatMap((answer, n): readonly ForeignNote[] => {
      if (isAnswered(given, answer, false)) return []
      const { author, at, say, state } = answer
      const words = say !== "" || state === null ? say : STATE_WORDS[state]
      const place = { sheet: note.sheet, rect: note.rect, quads: [], paragraph: false }
      const known = state === null ? null : NOTE_STATES[state]
      const to = { index, as: "reply" as const }
      const name = answerId(own.id, n)
      return [
        { ...place, name, kind: "Text", author, at, say: words, state: known, to, toName: null },
      ]
    })
  })
  return [...file.notes, ...replies]
}
