import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { answerMark } from "../../layouts/edits/answer-mark.ts"
import { replaceTexts } from "../../layouts/edits/replace-texts.ts"
import { takeNotes } from "../../layouts/edits/take-notes.ts"
import { newDocument, type OpenDocument } from "../../layouts/issue/document.ts"
import type { Mark, NewMark } from "../../layouts/issue/mark.ts"
import { assumedRecord } from "../../layouts/notes/assumed-record.ts"
import type { ForeignNote } from "../../layouts/notes/foreign.ts"
import { markNotes } from "../../layouts/notes/mark-notes.ts"
import { notesOn } from "../../layouts/notes/noted-page.ts"
import type { ProofRecord } from "../../layouts/notes/proof-record.ts"
import { withReplies } from "../../layouts/notes/replies.ts"
import { proposalsOf } from "../../layouts/notes/propose.ts"
import { storyTextOf } from "../../layouts/proof/change-asked.ts"
import { SIGN_IDS } from "../../layouts/proof/signs.ts"
import { pt } from "../../layouts/units.ts"
import { asForeign, comment, cornersOn, fileWith } from "../build/foreign-notes.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { at, READER } from "../build/mark.ts"
import { everySign, markedDocument, PAYLOADS } from "../build/noted-proof.ts"
import { press } from "../build/type.ts"

const { issue } = setPages(await sampleArticles())
const page = composePage(issue, issue.pages[0]!.id, press, "free")
const BY = { pass: 2, role: "审读", at: 1_000_000 }

/** What a proof of a document carries, and its comments as they come back. */
function proofOf(document: OpenDocument): {
  readonly record: ProofRecord
  readonly notes: readonly ForeignNote[]
} {
  const marked = { issue: document.issue(), marks: document.marks() }
  const record = { ...assumedRecord(issue, [page], []), marks: marked.marks }
  const [sheet] = record.sheets
  return { record, notes: asForeign(sheet!, notesOn(sheet!.pages[0]!, markNotes(page, marked))) }
}

function back(document: OpenDocument, record: ProofRecord, notes: readonly ForeignNote[]) {
  const now = { issue: document.issue(), marks: document.marks() }
  return proposalsOf({ file: fileWith(record, notes), record, assumed: false, ...now, by: BY })
}

/** What a mark is, without what follows from where it is kept. */
const plain = ({ id, article, range, quote, sign, payload, author, at, pass, target }: Mark) => {
  return { id, article, range, quote, sign, payload, author, at, pass, target }
}

const long = issue.articles.flatMap(({ id, story }) =>
  story.flatMap(({ text }, paragraph) => (text.length > 60 ? [{ id, paragraph, text }] : [])),
)

/** A note on a picture and one on a place of the page that no article owns. */
function spotted(): readonly NewMark[] {
  const { id: on, frames } = issue.pages[0]!
  const article = frames.find(({ role }) => role === "picture")!.article!
  const box = { x: pt(60), y: pt(30), width: pt(40), height: pt(20) }
  const note = (id: string, say: string) => {
    return { ...READER, id, pass: 1, at: 1000, sign: "note", payload: { say } } as const
  }
  return [
    { ...note("pic", "换一张横的"), article, range: { kind: "picture", picture: 0 } },
    { ...note("spot", "这里太空"), article: null, range: { kind: "spot", page: on, box } },
  ]
}

it("marks on a picture and on a place of the page go out as comments and come back as they were", () => {
  const document = newDocument(issue)
  for (const mark of spotted()) document.perform(addMark(mark))
  const before = document.marks().map(plain)
  const { record, notes } = proofOf(document)
  expect(new Set(notes.map(({ say }) => say))).toEqual(new Set(["换一张横的", "这里太空"]))
  const again = newDocument(issue)
  const { marks, silent } = back(again, record, notes)
  expect([silent, marks.filter(({ unsure }) => unsure !== null)]).toEqual([0, []])
  again.perform(takeNotes(marks, []))
  const sorted = (all: readonly { readonly id: string }[]) =>
    all.toSorted((a, b) => a.id.localeCompare(b.id))
  expect(sorted(again.marks().map(plain))).toEqual(sorted(before))
})

/** A mark on words of the page that are told by three numbers. */
function drawnMark(n: number, [which, from, length]: readonly [number, number, number]): NewMark {
  const { id: article, paragraph, text } = long[which % long.length]!
  const sign = SIGN_IDS[n % SIGN_IDS.length]!
  const start = from % (text.length - 12)
  const end = start + 2 + (length % 8)
  const range = { kind: "text", words: null, from: at(paragraph, start), to: at(paragraph, end) }
  const target = sign === "move" ? { target: at(paragraph, end + 2) } : {}
  return {
    ...{ ...READER, id: `mark-number-${n}`, article, range, pass: 1, sign },
    ...{ payload: PAYLOADS[sign] ?? {}, ...target },
  } as NewMark
}

const places = fc.array(fc.tuple(fc.nat(500), fc.nat(500), fc.nat(50)), {
  minLength: 1,
  maxLength: 12,
})

describe("a proof's comments that come back", () => {
  it("bring nothing new while nobody changed them", () => {
    const document = markedDocument(issue, everySign(issue, "a1"))
    document.perform(
      answerMark("delete", { ...READER, at: 7000, say: "原文如此", state: "refused" }),
    )
    const { record, notes } = proofOf(document)
    const found = back(document, record, notes)
    expect(found).toMatchObject({ marks: [], answers: [], silent: 0 })
    expect(found.known).toBeGreaterThan(20)
  })

  it("make the same marks in an issue that does not have them, whatever they are", () => {
    fc.assert(
      fc.property(places, (drawn) => {
        const document = markedDocument(
          issue,
          drawn.map((place, n) => drawnMark(n, place)),
        )
        for (const { id } of document.marks())
          document.perform(answerMark(id, { ...READER, at: 9000, say: "看过", state: null }))
        const { record, notes } = proofOf(document)
        const fresh = newDocument(issue)
        const found = back(fresh, record, notes)
        expect(found.marks.filter(({ unsure }) => unsure)).toEqual([])
        fresh.perform(takeNotes(found.marks, found.answers))
        const named = new Set(notes.map(({ name }) => name))
        const kept = document.marks().filter(({ id }) => named.has(id))
        expect(fresh.marks().map(plain)).toEqual(kept.map(plain))
        expect(fresh.marks().map(({ thread }) => thread)).toEqual(kept.map(({ thread }) => thread))
        expect(back(fresh, record, notes)).toMatchObject({ marks: [], answers: [] })
      }),
      { numRuns: 25 },
    )
  })

  it("stand after edits on the very words that they stood on, or say that they are unsure", () => {
    const edits = fc.array(fc.tuple(fc.nat(500), fc.nat(400), fc.nat(5), fc.nat(3)), {
      maxLength: 8,
    })
    let sure = 0
    fc.assert(
      fc.property(places, edits, (drawn, changes) => {
        const marked = markedDocument(
          issue,
          drawn.map((place, n) => drawnMark(n, place)),
        )
        const { record, notes } = proofOf(marked)
        const strange = notes.flatMap((note) =>
          note.quads.length > 0 && !note.to
            ? [{ ...note, name: null, kind: "Highlight", say: "核实" }]
            : [],
        )
        const document = newDocument(issue)
        for (const [which, from, cut, put] of changes) {
          const { id: article, paragraph, text } = long[which % long.length]!
          const start = from % (text.length - 10)
          const words = ["", "瑞河", "港区新增", "，"][put]!
          const range = { article, paragraph, from: start, to: start + cut }
          document.perform(replaceTexts([{ ...range, words: null, put: words }]))
        }
        for (const proposal of back(document, record, strange).marks) {
          const { mark, unsure, quote } = proposal
          if (unsure || mark.range.kind !== "text") continue
          sure += 1
          const article = document.issue().articles.find(({ id }) => id === mark.article)!
          const { from, to } = mark.range
          const { text } = article.story[from.paragraph]!
          expect(text.slice(from.offset, to.offset)).toBe(quote)
          expect(storyTextOf(article)).toContain(quote)
        }
      }),
      { numRuns: 25 },
    )
    expect(sure).toBeGreaterThan(20)
  })
})

describe("others' comments", () => {
  const record = assumedRecord(issue, [page], [])
  const sheet = record.sheets[0]!
  const { scale, x, y } = sheet.pages[0]!
  const line = record.maps[0]!.lines.find(({ at: stops }) => stops.length > 14)!
  const cells = (from: number, to: number) => {
    const left = x + line.x[from]! * scale
    const width = (line.x[to]! - line.x[from]!) * scale
    const box = { x: left, y: y + line.y * scale, width, height: line.height * scale }
    return cornersOn(sheet, box as Parameters<typeof cornersOn>[1])
  }
  const range = (from: number, to: number) => {
    const place = (offset: number) => at(line.paragraph, line.at[offset]!)
    return { kind: "text", words: line.words, from: place(from), to: place(to) }
  }
  const document = newDocument(issue)

  it("are guessed as Acrobat's replacement is: caret with struck-out words", () => {
    const [l, f, r, t] = cells(6, 6)
    const found = back(document, record, [
      comment({ kind: "Caret", rect: [l - 3, f, r + 3, t], say: "新茶", name: "8c2b-acrobat" }),
      comment({ kind: "StrikeOut", quads: [cells(3, 6)], to: { index: 0, as: "group" } }),
      comment({ kind: "Text", say: "可以", state: "Accepted", to: { index: 0, as: "reply" } }),
    ])
    expect(found.marks).toHaveLength(1)
    expect(found.marks[0]!.unsure).toBeNull()
    expect(found.marks[0]!.mark).toMatchObject({
      ...{ id: "8c2b-acrobat", sign: "correct", payload: { text: "新茶" }, range: range(3, 6) },
    })
    expect(found.marks[0]!.thread.map(({ say }) => say)).toEqual(["可以"])
  })

  it("are placed whatever runs over their edges, and are unsure over several texts", () => {
    const [l, f, r, t] = cells(2, 5)
    const wide = (r - l) / 3
    const near = comment({
      kind: "Highlight",
      quads: [[l - 0.4 * wide, f - 1, r + 0.4 * wide, t + 1]],
    })
    const whole = comment({
      kind: "Highlight",
      say: "整版",
      quads: [[0, 0, sheet.width, sheet.height]],
    })
    const found = back(document, record, [near, whole])
    expect(found.marks[0]!.mark).toMatchObject({ sign: "note", range: range(2, 5) })
    expect(found.marks[0]!.unsure).toBeNull()
    expect(found.marks[1]!.unsure).not.toBeNull()
  })

  it("are carets between characters, free notes, and drawings that a person must read", () => {
    const [l, f, r, t] = cells(4, 4)
    const found = back(document, record, [
      comment({ kind: "Caret", rect: [l - 2, f - 2, r + 2, f + 0.6 * (t - f)], say: "的" }),
      comment({ kind: "Caret", rect: [l - 2, f, r + 2, t], paragraph: true }),
      comment({ kind: "Text", rect: [l, f, l + 18, f + 18], say: "数字请核" }),
      comment({ kind: "Ink", rect: cells(1, 4) }),
      comment({ kind: "Text", rect: cells(1, 4) }),
    ])
    expect(found.marks.map(({ mark }) => mark.sign)).toEqual(["insert", "split", "note", "note"])
    expect(found.marks[0]!.mark.range).toEqual(range(4, 4))
    expect(found.marks.map(({ unsure }) => unsure === null)).toEqual([true, true, true, false])
    expect(found.silent).toBe(1)
  })

  it("come once however often their file comes, and another wording replaces the old", () => {
    const note = comment({ kind: "StrikeOut", quads: [cells(3, 6)], name: "name-of-a-comment" })
    const bare = comment({ kind: "Highlight", quads: [cells(7, 9)], say: "查" })
    const own = newDocument(issue)
    const first = back(own, record, [note, bare])
    own.perform(takeNotes(first.marks, first.answers))
    expect(own.marks()).toHaveLength(2)
    expect(back(own, record, [note, bare])).toMatchObject({ marks: [], answers: [], known: 2 })
    const changed = back(own, record, [{ ...note, say: "改为：新港" }])
    expect(changed.marks).toHaveLength(1)
    expect(changed.marks[0]).toMatchObject({ replaces: "name-of-a-comment" })
    own.perform(takeNotes(changed.marks, changed.answers))
    expect(own.marks().find(({ id }) => id === "name-of-a-comment")!.state).toBe("refused")
    expect(back(own, record, [{ ...note, say: "改为：新港" }]).marks).toEqual([])
  })

  it("are all kept where a program gave two of them one name", () => {
    const note = comment({ kind: "Highlight", quads: [cells(3, 6)], say: "查", name: "one-name" })
    const other = { ...note, quads: [cells(7, 9)], rect: cells(7, 9) }
    const own = newDocument(issue)
    const first = back(own, record, [note, other, note])
    expect(first.marks.map(({ mark }) => mark.range)).toEqual([range(3, 6), range(7, 9)])
    own.perform(takeNotes(first.marks, []))
    expect(back(own, record, [note, other])).toMatchObject({ marks: [], known: 2 })
  })

  it("have ids and words of their own, though a program names them as every object's fields", () => {
    const note = comment({ kind: "toString", rect: cells(3, 6), name: "constructor", say: "查" })
    const [found] = back(newDocument(issue), record, [note]).marks
    expect(found!.mark.id).toMatch(/^note-/)
    expect(back(newDocument(issue), record, [{ ...note, say: "" }])).toMatchObject({ silent: 1 })
  })

  it("answer our marks, once", () => {
    const own = newDocument(issue)
    own.perform(addMark(everySign(issue, "a1")[0]!))
    const proof = proofOf(own)
    const index = proof.notes.findIndex(({ name }) => name === "correct")
    const reply = { kind: "Text", to: { index, as: "reply" }, say: "不改，人名" } as const
    const notes = [...proof.notes, comment({ ...reply, state: "Rejected" })]
    const found = back(own, proof.record, notes)
    expect(found.answers).toMatchObject([
      { mark: "correct", answer: { say: "不改，人名", state: "refused", author: "审读员" } },
    ])
    own.perform(takeNotes(found.marks, found.answers))
    expect(back(own, proof.record, notes).answers).toEqual([])
  })

  it("go back out with our answers, which come in no second time", () => {
    const own = newDocument(issue)
    const note = comment({ kind: "StrikeOut", quads: [cells(3, 6)], name: "name-of-a-comment" })
    own.perform(takeNotes(back(own, record, [note]).marks, []))
    const answer = { ...READER, at: 9000, say: "原文如此", state: "refused" } as const
    own.perform(answerMark("name-of-a-comment", answer))
    const replied = withReplies({ id: "00ff", notes: [note] }, own.marks())
    expect(replied[1]).toMatchObject({
      ...{ say: "原文如此", state: "Rejected", to: { index: 0, as: "reply" } },
    })
    expect(withReplies({ id: "00ff", notes: replied }, own.marks())).toHaveLength(2)
    expect(back(own, record, replied)).toMatchObject({ marks: [], answers: [] })
  })
})
