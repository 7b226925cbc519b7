import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { answerMark } from "../../layouts/edits/answer-mark.ts"
import { removeArticle } from "../../layouts/edits/remove-article.ts"
import { retypeWords } from "../../layouts/edits/retype-words.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { withdrawMark } from "../../layouts/edits/withdraw-mark.ts"
import { newDocument, openDocument, type OpenDocument } from "../../layouts/issue/document.ts"
import type { Mark, NewMark } from "../../layouts/issue/mark.ts"
import { soundPayload } from "../../layouts/issue/payload.ts"
import { SIGN_IDS, SIGNS } from "../../layouts/proof/signs.ts"
import { pt } from "../../layouts/units.ts"
import { expectEdit, reopened } from "../build/document-law.ts"
import { plainArticle, plainParagraph } from "../build/document-records.ts"
import { small } from "../build/document-small.ts"
import { at, plainMark, READER } from "../build/mark.ts"

const EDITOR = { author: "林青", role: "编辑", at: 2000 } as const

function marked(...marks: readonly NewMark[]): OpenDocument {
  const document = newDocument(small)
  for (const mark of marks) document.perform(addMark(mark))
  return document
}

function only(document: OpenDocument): Mark {
  const [mark] = document.marks()
  return mark!
}

/** The words that a mark on a story stands on, and how surely. */
function standsOn(document: OpenDocument, mark: Mark = only(document)): string {
  if (mark.range.kind !== "text") throw new Error("no words")
  const { words, from, to } = mark.range
  const its = document.issue().articles.find(({ id }) => id === mark.article)!
  const lines = words === null ? its.story.map(({ text }) => text) : [its[words] ?? ""]
  const index = (place: typeof from): number =>
    lines.slice(0, place.paragraph).reduce((sum, { length }) => sum + length + 1, place.offset)
  return `${lines.join("\n").slice(index(from), index(to))} ${mark.standing}`
}

describe("the table of signs", () => {
  it("has the 21 of the standard in its order", () => {
    expect(SIGN_IDS).toHaveLength(21)
    expect(SIGN_IDS.map((id) => SIGNS[id].number)).toEqual(SIGN_IDS.map((_, i) => i + 1))
    expect(new Set(SIGN_IDS.map((id) => SIGNS[id].name.zh)).size).toBe(21)
  })

  it("takes payloads that are its own, and no others", () => {
    expect(soundPayload("correct", { text: "茶", foreign: 1 })).toEqual({ text: "茶" })
    expect(soundPayload("correct", { text: "" })).toBeNull()
    expect(soundPayload("space", { zi: 0.5 })).toEqual({ zi: 0.5 })
    expect(soundPayload("space", { zi: 0.4 })).toBeNull()
    expect(soundPayload("transpose", { first: 0, last: 1 })).toBeNull()
    expect(soundPayload("note", { say: "改黑体", look: { family: "hei", nonsense: 1 } })).toEqual({
      say: "改黑体",
      look: { family: "hei" },
    })
    expect(soundPayload("raise", { zi: Number.NaN })).toBeNull()
    expect(soundPayload("join", null)).toBeNull()
  })
})

describe("addMark", () => {
  it("marks words with their quote, and changes no text", () => {
    expectEdit(newDocument(small), addMark(plainMark("m1", at(0, 6), at(0, 8))), (after, before) =>
      expect(after).toBe(before),
    )
    const mark = only(marked(plainMark("m1", at(0, 6), at(0, 8))))
    expect(mark).toEqual({
      ...{ ...READER, id: "m1", article: "a1", sign: "correct", payload: { text: "新茶" } },
      range: { kind: "text", words: null, from: at(0, 6), to: at(0, 8) },
      quote: { before: "本报讯 瑞河", text: "港区", after: "昨天清早开进第一列运茶的" },
      ...{ standing: "held", target: null, pass: 1, state: "open", thread: [], change: [] },
    })
  })

  it("marks over paragraphs, headings, pictures and spots", () => {
    const over = plainMark("m1", at(0, 30), at(1, 2), { sign: "delete", payload: {} })
    expect(standsOn(marked(over))).toMatch(/^.*。?\n?.*held$/su)
    const head = { kind: "text", words: "headline", from: at(0, 2), to: at(0, 4) } as const
    expectEdit(
      newDocument(small),
      addMark({ ...plainMark("m1", at(0, 0), at(0, 0)), range: head }),
      () => undefined,
    )
    const spot = {
      kind: "spot",
      page: "A1",
      box: { x: pt(1), y: pt(2), width: pt(3), height: pt(4) },
    } as const
    const note = { sign: "note", payload: { say: "日期错" } } as const
    const document = marked({ ...READER, id: "s", article: null, pass: 2, range: spot, ...note })
    expect(only(document)).toMatchObject({ article: null, range: spot, standing: "held" })
    const picture = { kind: "picture", picture: 0 } as const
    const turned = { sign: "straighten", payload: {} } as const
    document.perform(
      addMark({ ...READER, id: "p", article: "a1", pass: 1, range: picture, ...turned }),
    )
    expect(document.marks()[0]).toMatchObject({ id: "p", range: picture, standing: "lost" })
  })

  it("makes no mark of a taken id, a wrong payload or an article that is gone", () => {
    const document = marked(plainMark("m1", at(0, 6), at(0, 8)))
    const before = document.marks()
    document.perform(addMark(plainMark("m1", at(1, 0), at(1, 1))))
    document.perform(addMark({ ...plainMark("m2", at(1, 0), at(1, 1)), article: "gone" }))
    document.perform(
      addMark(plainMark("m3", at(1, 0), at(1, 1), { sign: "insert", payload: { text: "" } })),
    )
    expect(document.marks()).toBe(before)
  })

  it("cancels the mark that a stet names", () => {
    const document = marked(plainMark("m1", at(0, 6), at(0, 8)))
    const stet = { sign: "stet", payload: { mark: "m1" } } as const
    expectEdit(document, addMark(plainMark("m2", at(0, 6), at(0, 8), stet)), () => undefined)
    expect(document.marks().map(({ id, state }) => [id, state])).toEqual([
      ["m1", "refused"],
      ["m2", "executed"],
    ])
  })
})

describe("answers", () => {
  const asked = { ...EDITOR, say: "是哪一年？", state: "asked" } as const
  const refused = { ...EDITOR, say: "原稿如此", state: "refused" } as const

  it("lie in the thread in their order, and set the mark's state", () => {
    const document = marked(plainMark("m1", at(0, 6), at(0, 8)))
    expectEdit(document, answerMark("m1", asked), () => undefined)
    expectEdit(document, answerMark("m1", { ...READER, say: "前年", state: null }), () => undefined)
    expectEdit(document, answerMark("m1", refused), () => undefined)
    expect(only(document).state).toBe("refused")
    expect(only(document).thread.map(({ say }) => say)).toEqual(["是哪一年？", "前年", "原稿如此"])
  })

  it("need a reason to refuse and a question to ask", () => {
    const document = marked(plainMark("m1", at(0, 6), at(0, 8)))
    const before = document.marks()
    for (const state of ["refused", "asked", null] as const)
      document.perform(answerMark("m1", { ...EDITOR, say: "  ", state }))
    document.perform(answerMark("m9", refused))
    expect(document.marks()).toBe(before)
    document.perform(answerMark("m1", { ...EDITOR, say: "", state: "executed" }))
    expect(only(document).state).toBe("executed")
  })

  it("are kept from both of two copies", () => {
    const one = marked(plainMark("m1", at(0, 6), at(0, 8)))
    const two = reopened(one)
    one.perform(answerMark("m1", asked))
    two.perform(answerMark("m1", refused))
    const [a, b] = [one.state("marks"), two.state("marks")]
    one.apply("marks", b)
    two.apply("marks", a)
    expect(one.marks()).toEqual(two.marks())
    expect(only(one).thread).toHaveLength(2)
  })

  it("leave a withdrawn mark alone; only its author withdraws it, while it waits", () => {
    const document = marked(plainMark("m1", at(0, 6), at(0, 8)))
    document.perform(withdrawMark("m1", EDITOR))
    expect(only(document).state).toBe("open")
    expectEdit(document, withdrawMark("m1", READER), () => undefined)
    document.perform(answerMark("m1", refused))
    expect(only(document).state).toBe("withdrawn")
  })
})

describe("a mark's anchor", () => {
  const same = "茶".repeat(40)
  const issue = {
    ...small,
    articles: [
      plainArticle("a1", [plainParagraph(same), plainParagraph(same)]),
      ...small.articles.slice(1),
    ],
  }

  it("stays at its characters under any typing and deleting, also where all are the same", () => {
    const step = fc.record({ at: fc.nat(200), deletes: fc.nat(4), words: fc.nat(3) })
    fc.assert(
      fc.property(
        fc.nat(70),
        fc.nat(6),
        fc.array(step, { maxLength: 30 }),
        (start, size, steps) => {
          const place = (index: number) => (index <= 40 ? at(0, index) : at(1, index - 41))
          const document = newDocument(issue)
          document.perform(addMark(plainMark("m1", place(start), place(start + size))))
          // The same text as characters that are told apart.
          let model = Array.from({ length: 82 }, (_, i) => ({
            marked: i >= start && i < start + size,
            feed: i === 40 || i === 81,
          }))
          for (const { at: where, deletes, words } of steps) {
            const index = where % model.length
            const stretch = model.slice(index, index + deletes)
            if (stretch.some(({ marked: its, feed }) => its || feed)) continue
            const line = model.slice(0, index).filter(({ feed }) => feed).length
            const offset = index - (model.findLastIndex(({ feed }, i) => feed && i < index) + 1)
            // Typing inside the marked words belongs to them.
            const inside = index > 0 && model[index - 1]!.marked && model[index]?.marked === true
            document.perform(
              retype("a1", { from: at(line, offset), to: at(line, offset + deletes) }, ""),
            )
            document.perform(
              retype("a1", { from: at(line, offset), to: at(line, offset) }, "茶".repeat(words)),
            )
            const typed = Array.from({ length: words }, () => ({ marked: inside, feed: false }))
            model = model.toSpliced(index, deletes, ...typed)
          }
          if (size === 0) return
          const { range, standing } = only(document)
          const first = model.findIndex(({ marked: its }) => its)
          const last = model.findLastIndex(({ marked: its }) => its) + 1
          const feed = model.findIndex((character) => character.feed)
          const expected = (index: number) =>
            index <= feed ? at(0, index) : at(1, index - feed - 1)
          expect(range).toMatchObject({ from: expected(first), to: expected(last) })
          expect(standing).toBe(last - first === size ? "held" : "changed")
          expect(reopened(document).marks()).toEqual(document.marks())
        },
      ),
      { numRuns: 150 },
    )
  })

  it("comes back after 300 deletions and undos, here, on another copy and after opening again", () => {
    const document = newDocument(issue)
    for (let i = 0; i < 30; i += 1)
      document.perform(addMark(plainMark(`m${i}`, at(i % 2, i), at(i % 2, i + (i % 4)))))
    const copy = reopened(document)
    document.onUpdate((part, update) => copy.apply(part, update))
    const before = document.marks()
    for (let round = 0; round < 300; round += 1) {
      const from = (round * 7) % 36
      const to = from + 1 + (round % 9)
      document.perform(retype("a1", { from: at(round % 2, from), to: at(round % 2, to) }, ""))
      document.undo()
      if (round % 60 > 0) continue
      expect(document.marks()).toEqual(before)
      expect(copy.marks()).toEqual(before)
      expect(reopened(document).marks()).toEqual(before)
    }
    expect(document.marks()).toEqual(before)
  }, 30_000)

  it("is found by its words once they are cut and pasted, and says so; else it is lost", () => {
    const document = marked(plainMark("m1", at(0, 6), at(0, 8)))
    const { text } = small.articles[0]!.story[0]!
    document.perform(retype("a1", { from: at(0, 4), to: at(0, text.length) }, ""))
    expect(standsOn(document)).toBe(" lost")
    expect(only(document)).toMatchObject({ article: "a1", quote: { text: "港区" } })
    document.perform(retype("a1", { from: at(2, 0), to: at(2, 0) }, text))
    expect(standsOn(document)).toBe("港区 found")
    document.perform(retype("a1", { from: at(1, 0), to: at(1, 0) }, text))
    expect(standsOn(document)).toBe(" lost")
    document.perform(removeArticle("a1"))
    expect(only(document)).toMatchObject({ article: "a1", standing: "lost" })
  })

  it("is carried along in a headline as its words change", () => {
    const range = { kind: "text", words: "headline", from: at(0, 2), to: at(0, 4) } as const
    const document = marked({ ...plainMark("m1", at(0, 0), at(0, 0)), range })
    const change = (from: number, to: number, text: string): string => {
      document.perform(retypeWords("a1", "headline", { from, to }, text))
      return standsOn(document)
    }
    expect(standsOn(document)).toBe("码头 held")
    expect(change(0, 0, "昨天")).toBe("码头 held")
    expect(change(9, 9, "码头")).toBe("码头 held")
    expect(change(4, 6, "码")).toBe("码 changed")
    document.undo()
    expect(standsOn(document)).toBe("码头 held")
    expect(change(0, 12, "")).toBe(" lost")
    document.undo()
    expect(standsOn(document)).toBe("码头 held")
    expect(reopened(document).marks()).toEqual(document.marks())
  })

  it("keeps a point between two characters, typing behind it or not", () => {
    const insert = { sign: "insert", payload: { text: "新" } } as const
    const document = marked(plainMark("m1", at(0, 6), at(0, 6), insert))
    const point = (): unknown => (only(document).range as { from: unknown }).from
    document.perform(retype("a1", { from: at(0, 2), to: at(0, 2) }, "茶"))
    expect(point()).toEqual(at(0, 7))
    document.perform(retype("a1", { from: at(0, 6), to: at(0, 7) }, ""))
    expect([point(), only(document).standing]).toEqual([at(0, 6), "changed"])
    document.undo()
    expect([point(), only(document).standing]).toEqual([at(0, 7), "held"])
  })

  it("shares the records of marks that an edit did not touch", () => {
    const other = { ...plainMark("m2", at(0, 6), at(0, 8)), article: "a2" }
    const document = marked(plainMark("m1", at(0, 6), at(0, 8)), other)
    const before = document.marks()
    document.perform(retype("a1", { from: at(0, 4), to: at(0, 4) }, "茶"))
    expect(document.marks()[0]).not.toBe(before[0])
    expect(document.marks()[1]).toBe(before[1])
    document.perform(retype("a1", { from: at(2, 4), to: at(2, 4) }, "茶"))
    expect(document.marks()[0]!.range).toEqual({
      ...{ kind: "text", words: null },
      from: at(0, 7),
      to: at(0, 9),
    })
  })

  it("waits unseen for its text: marks may come before their content", () => {
    const document = marked(plainMark("m1", at(0, 6), at(0, 8)))
    const copy = openDocument([], [document.state("marks")])
    expect(only(copy)).toMatchObject({ article: "a1", standing: "lost" })
    copy.apply("content", document.state("content"))
    expect(copy.marks()).toEqual(document.marks())
  })
})
