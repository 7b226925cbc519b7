import { describe, expect, it } from "vitest"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { answerMark } from "../../layouts/edits/answer-mark.ts"
import { takeNotes } from "../../layouts/edits/take-notes.ts"
import { withdrawMark } from "../../layouts/edits/withdraw-mark.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Proposal } from "../../layouts/notes/proposal.ts"
import { expectEdit } from "../build/document-law.ts"
import { small } from "../build/document-small.ts"
import { at, plainMark, READER } from "../build/mark.ts"

const ANSWER = { ...READER, say: "看过", state: null } as const

function proposal(id: string, some: Partial<Proposal> = {}): Proposal {
  const mark = plainMark(id, at(0, 2), at(0, 4))
  return { mark, thread: [ANSWER], replaces: null, unsure: null, quote: "", seen: null, ...some }
}

describe("takeNotes", () => {
  it("adds marks with their threads and answers to marks that are there, as one step", () => {
    const document = newDocument(small)
    document.perform(addMark(plainMark("old", at(0, 6), at(0, 8))))
    const answer = { ...READER, say: "人名", state: "refused" } as const
    const edit = takeNotes([proposal("n1"), proposal("n2")], [{ mark: "old", answer }])
    expectEdit(document, edit, () => undefined)
    const marks = new Map(document.marks().map((mark) => [mark.id, mark]))
    expect([...marks.keys()].sort()).toEqual(["n1", "n2", "old"])
    expect(marks.get("n1")!.thread).toEqual([ANSWER])
    expect(marks.get("old")).toMatchObject({ state: "refused", thread: [answer] })
  })

  it("leaves a mark that is there, and passes over one whose article is gone", () => {
    const document = newDocument(small)
    document.perform(takeNotes([proposal("n1")], []))
    const gone = { ...plainMark("n2", at(0, 0), at(0, 1)), article: "none" }
    document.perform(takeNotes([proposal("n1"), proposal("n2", { mark: gone })], []))
    expect(document.marks()).toHaveLength(1)
    expect(document.marks()[0]!.thread).toHaveLength(1)
  })

  it("refuses the mark that another wording replaces", () => {
    const document = newDocument(small)
    document.perform(addMark(plainMark("old", at(0, 2), at(0, 4))))
    expectEdit(document, takeNotes([proposal("new", { replaces: "old" })], []), () => undefined)
    expect(document.marks().find(({ id }) => id === "old")!.state).toBe("refused")
  })

  it("hears answers to a withdrawn mark, which stays withdrawn", () => {
    const document = newDocument(small)
    document.perform(addMark(plainMark("old", at(0, 2), at(0, 4))))
    document.perform(withdrawMark("old", READER))
    const answer = { ...READER, say: "已照改", state: "executed" } as const
    document.perform(takeNotes([], [{ mark: "old", answer }]))
    expect(document.marks()[0]).toMatchObject({ state: "withdrawn" })
    expect(document.marks()[0]!.thread.at(-1)).toEqual(answer)
  })

  it("leaves a replaced mark that was settled already", () => {
    const document = newDocument(small)
    document.perform(addMark(plainMark("old", at(0, 2), at(0, 4))))
    document.perform(answerMark("old", { ...READER, say: "", state: "executed" }))
    document.perform(takeNotes([proposal("new", { replaces: "old" })], []))
    expect(document.marks().map(({ id, state }) => [id, state])).toEqual([
      ["new", "open"],
      ["old", "executed"],
    ])
  })
})
