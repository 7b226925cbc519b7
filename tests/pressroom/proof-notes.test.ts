import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, it } from "vitest"
import { answerMark } from "../../layouts/edits/answer-mark.ts"
import { applyMark } from "../../layouts/edits/apply-mark.ts"
import type { OpenDocument } from "../../layouts/issue/document.ts"
import type { NewMark } from "../../layouts/issue/mark.ts"
import { readAnnotations } from "../../main/import/annotations/read-notes.ts"
import { soundRecord } from "../../main/import/annotations/proof-record.ts"
import { ownFolder } from "../build/folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { at, plainMark } from "../build/mark.ts"
import { everySign, markedDocument, notedProof } from "../build/noted-proof.ts"

const home = ownFolder()
const { issue } = setPages(await sampleArticles())
let document: OpenDocument
beforeAll(() => {
  document = markedDocument(issue, everySign(issue, "a1"))
})

function notesIn(bytes: Uint8Array) {
  const file = readAnnotations(bytes)
  if (!file.ok) throw new Error(file.say.en)
  return { ...file.value, record: soundRecord(file.value.record) }
}

describe("proof marks in exported files", () => {
  it("are never in a file for a press, nor what they have in the margins", async () => {
    const press = { as: "pages", standard: "x4", condition: "newsprint-ifra26s" } as const
    const { bytes } = await notedProof(home, document, press)
    const plain = await notedProof(home, document, { ...press, notes: false })
    expect(notesIn(bytes)).toMatchObject({ notes: [], record: null })
    expect(Buffer.compare(bytes, readFileSync(plain.path))).toBe(0)
  }, 60_000)

  it("stand on plain pages at full size, and on sheets of facing pages", async () => {
    const two = { ...issue.pages[0]!, id: "A2" }
    const three = { ...issue.pages[0]!, id: "A3", frames: [] }
    const facing = { ...issue, pages: [{ ...three, id: "A1" }, two, three] }
    const on = markedDocument(facing, [plainMark("a-mark-here", at(1, 2), at(1, 5)) as NewMark])
    const flat = notesIn((await notedProof(home, on, { as: "pages", marks: true })).bytes)
    const spread = notesIn((await notedProof(home, on, { spreads: true })).bytes)
    for (const { notes, record } of [flat, spread]) {
      const [caret] = notes
      const sheet = record!.sheets[caret!.sheet]!
      const place = sheet.pages.find(({ page }) => page === "A2")!
      const map = record!.maps.find(({ page }) => page === "A2")!
      const line = map.lines.find(
        (one) =>
          one.article === "a1" && one.words === null && one.paragraph === 1 && one.at[0] === 0,
      )!
      const right = sheet.left + place.x + line.x[line.at.indexOf(5)]! * place.scale
      expect((caret!.rect[0] + caret!.rect[2]) / 2).toBeCloseTo(right, 0)
    }
    expect(spread.record!.sheets.map(({ pages }) => pages.length)).toEqual([1, 2])
  }, 60_000)

  it("say what became of marks: carried out at what they changed, refused with the reason", async () => {
    const done = markedDocument(issue, [
      plainMark("carried-out", at(1, 2), at(1, 5)),
      plainMark("taken-away", at(1, 8), at(1, 9), { sign: "delete", payload: {} }),
      plainMark("let-stand", at(1, 12), at(1, 14)),
    ])
    const by = { author: "编辑", role: "编辑", at: 9000 }
    done.perform(applyMark("carried-out", by))
    done.perform(applyMark("taken-away", by))
    done.perform(answerMark("let-stand", { ...by, say: "人名无误", state: "refused" }))
    const { notes } = notesIn((await notedProof(home, done)).bytes)
    const answers = notes.filter(({ state }) => state !== null)
    expect(answers.map(({ name, state, say }) => [name, state, say])).toEqual([
      ["carried-out/answer1", "Completed", "已改"],
      ["let-stand/answer1", "Rejected", "人名无误"],
      ["taken-away/answer1", "Completed", "已改"],
    ])
    expect(notes.find(({ name }) => name === "taken-away")?.kind).toBe("Caret")
  }, 60_000)
})
