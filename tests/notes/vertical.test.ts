import { describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { assumedRecord } from "../../layouts/notes/assumed-record.ts"
import { proposalsOf } from "../../layouts/notes/propose.ts"
import { comment, cornersOn, fileWith } from "../build/foreign-notes.ts"
import { foundNotes } from "../build/found-notes.ts"
import { ownFolder } from "../build/folder.ts"
import { everySign, markedDocument, notedProof } from "../build/noted-proof.ts"
import { preview } from "../build/reviewers.ts"
import { press } from "../build/type.ts"
import { verticalIssue } from "../build/vertical-page.ts"

const home = ownFolder()

describe("vertical text", () => {
  it("has its marks back through a file that lost their names, each where it stood", async () => {
    const sketch = verticalIssue()
    const marked = markedDocument(sketch, everySign(sketch, "sketch"))
    const made = await notedProof(home, marked)
    expect(foundNotes(home, marked, { bytes: made.bytes, proofs: [] })).toMatchObject({
      marks: [],
      answers: [],
    })
    expect(
      foundNotes(home, marked, { bytes: preview(made.bytes, []), proofs: [made.path] }),
    ).toMatchObject({ marks: [] })
    const fresh = foundNotes(home, markedDocument(sketch, []), { bytes: made.bytes, proofs: [] })
    const ranges = (all: readonly { readonly id: string; readonly range: unknown }[]) =>
      Object.fromEntries(all.map(({ id, range }) => [id, range]))
    expect(fresh.marks.every(({ unsure }) => unsure === null)).toBe(true)
    expect(ranges(fresh.marks.map(({ mark }) => mark))).toEqual(ranges(marked.marks()))
  }, 60_000)

  it("is found again under others' highlights and carets", () => {
    const sketch = verticalIssue()
    const page = composePage(sketch, "A1", press, "free")
    const own = assumedRecord(sketch, [page], [])
    const [sheet] = own.sheets
    const { scale, x, y } = sheet!.pages[0]!
    const line = own.maps[0]!.lines.find(({ vertical, at }) => vertical && at.length > 8)!
    const box = (from: number, to: number) => ({
      ...{ x: x + line.y * scale, y: y + line.x[from]! * scale },
      ...{ width: line.height * scale, height: (line.x[to]! - line.x[from]!) * scale },
    })
    const corners = (from: number, to: number) =>
      cornersOn(sheet!, box(from, to) as Parameters<typeof cornersOn>[1])
    const [left, foot, right] = corners(2, 5)
    const half = 0.3 * (right - left)
    const notes = [
      comment({ kind: "Highlight", quads: [corners(2, 5)], say: "查" }),
      comment({ kind: "Caret", rect: [left, foot - half, right, foot + half], say: "的" }),
    ]
    const by = { pass: 1, role: "审读", at: 1 }
    const file = fileWith(own, notes)
    const { marks } = proposalsOf({
      file,
      record: own,
      assumed: false,
      issue: sketch,
      marks: [],
      by,
    })
    const offsets = marks.map(({ mark: { range } }) =>
      range.kind === "text" ? [range.from.offset, range.to.offset] : [],
    )
    expect(offsets).toEqual([
      [line.at[2], line.at[5]],
      [line.at[5], line.at[5]],
    ])
    expect(marks.map(({ unsure }) => unsure)).toEqual([null, null])
  })
})
