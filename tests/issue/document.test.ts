import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addArticle } from "../../layouts/edits/add-article.ts"
import { moveFrames } from "../../layouts/edits/move-frames.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { setBreaks } from "../../layouts/edits/set-breaks.ts"
import { joined, type Edit } from "../../layouts/issue/change.ts"
import {
  newDocument,
  openDocument,
  type OpenDocument,
  type Part,
} from "../../layouts/issue/document.ts"
import { brokenInvariants } from "../../layouts/issue/invariants.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { PLAIN_SETTING } from "../../layouts/issue/setting.ts"
import { draws, editFor } from "../build/document-draws.ts"
import { looseMarks, lostBreaks, reopened } from "../build/document-law.ts"
import { issues, plainArticle, plainParagraph } from "../build/document-records.ts"
import { articleOf, small } from "../build/document-small.ts"
import { sampleArticles, setPages } from "../build/issue.ts"

const sample = setPages(await sampleArticles()).issue

const at = (paragraph: number, offset: number) => ({ paragraph, offset })

function type(document: OpenDocument, words: string, offset = 4): void {
  document.perform(retype("a1", { from: at(0, offset), to: at(0, offset) }, words))
}

describe("a document", () => {
  it("gives back the sample issue, and any other", () => {
    expect(newDocument(sample).issue()).toEqual(sample)
    expect(reopened(newDocument(sample)).issue()).toEqual(sample)
    fc.assert(
      fc.property(issues, (issue) => {
        expect(brokenInvariants(issue)).toEqual([])
        const document = newDocument(issue)
        expect(document.issue()).toEqual(issue)
        expect(reopened(document).issue()).toEqual(issue)
      }),
    )
  })

  it("shares what an edit did not touch", () => {
    const document = newDocument(sample)
    const before = document.issue()
    expect(document.issue()).toBe(before)
    type(document, "瑞")
    const after = document.issue()
    expect(after).not.toBe(before)
    expect(after.pages).toBe(before.pages)
    const touched = after.articles.filter((article, i) => article !== before.articles[i])
    expect(touched.map(({ id }) => id)).toEqual(["a1"])
    const [now, then] = [after.articles[0]!, before.articles[0]!]
    expect(now.story.filter((paragraph, i) => paragraph !== then.story[i])).toHaveLength(1)
    expect(now.decisions).toBe(then.decisions)
    expect(now.pictures).toBe(then.pictures)
  })

  it("shares all articles and other frames when a frame moves", () => {
    const document = newDocument(sample)
    const before = document.issue()
    document.perform(moveFrames("A1", ["A1-f5"], { columns: 1, lines: 0 }))
    const after = document.issue()
    expect(after.articles).toBe(before.articles)
    const [now, then] = [after.pages[0]!, before.pages[0]!]
    expect(now.frames.filter((frame, i) => frame !== then.frames[i])).toHaveLength(1)
    expect(now.grid).toBe(then.grid)
    expect(now.furniture).toBe(then.furniture)
  })

  it("leaves no step and no new record when nothing changes", () => {
    const document = newDocument(small)
    const before = document.issue()
    document.perform(
      retype(
        "a1",
        { from: at(0, 2), to: at(0, 4) },
        before.articles[0]!.story[0]!.text.slice(2, 4),
      ),
    )
    document.perform(retype("nowhere", { from: at(0, 2), to: at(0, 4) }, "茶"))
    expect(document.issue()).toBe(before)
    expect(document.canUndo()).toBeNull()
  })

  it("keeps an article's setting on its record", () => {
    const document = newDocument(small)
    const before = document.issue()
    document.perform(setBreaks("a2", "original"))
    const set = articleOf(document.issue(), "a2")
    expect(set.setting).toEqual({ ...PLAIN_SETTING, breaks: "original" })
    expect(articleOf(document.issue())).toBe(articleOf(before))
    expect(document.issue().pages).toBe(before.pages)
    type(document, "茶")
    expect(articleOf(document.issue(), "a2")).toBe(set)
    document.undo()
    document.undo()
    expect(document.issue()).toEqual(small)
  })

  it("tells listeners of changes, and writes each as an update", () => {
    const document = newDocument(small)
    const copy = reopened(document)
    let heard = 0
    const stop = document.subscribe(() => (heard += 1))
    const end = document.onUpdate((part, update) => copy.apply(part, update))
    type(document, "瑞河")
    document.undo()
    document.redo()
    expect(heard).toBe(3)
    expect(copy.issue()).toEqual(document.issue())
    expect(copy.canUndo()).toBeNull()
    stop()
    end()
    type(document, "茶")
    expect(heard).toBe(3)
    expect(copy.issue()).not.toEqual(document.issue())
  })
})

describe("undo", () => {
  it("takes back what an edit did before it threw, and nothing else", () => {
    const document = newDocument(small)
    const typing = retype("a1", { from: at(0, 4), to: at(0, 4) }, "瑞")
    const throwing: Edit = {
      ...joined(typing),
      run(change) {
        typing.run(change)
        throw new Error("a bug")
      },
    }
    expect(() => document.perform(throwing)).toThrow("a bug")
    expect(document.issue()).toEqual(small)
    expect(document.canUndo()).toBeNull()
    document.perform(typing)
    const typed = document.issue()
    expect(() => document.perform(throwing)).toThrow("a bug")
    expect(document.issue()).toEqual(typed)
    expect(document.canRedo()).toBeNull()
    document.undo()
    expect(document.issue()).toEqual(small)
  })

  it("names its steps and brings the selection back", () => {
    const document = newDocument(small)
    const caret = (offset: number) =>
      ({ kind: "text", article: "a1", anchor: at(0, offset), focus: at(0, offset) }) as const
    document.select(caret(4))
    type(document, "瑞")
    document.select(caret(5))
    document.perform(moveFrames("A1", ["f1"], { columns: 1, lines: 2 }))
    expect(document.canUndo()).toEqual({ name: "move-frames", say: expect.anything() as object })
    document.undo()
    expect(document.canUndo()?.name).toBe("retype")
    expect(document.canRedo()?.name).toBe("move-frames")
    document.undo()
    expect(document.selection()).toEqual(caret(4))
    expect(document.issue()).toEqual(small)
    document.redo()
    expect(document.selection()).toEqual(caret(5))
    expect(document.undo() && document.undo()).toBe(false)
  })

  it("joins typing into one step until the caller stops, and never over another edit", () => {
    const document = newDocument(small)
    const key = (words: string, offset: number) =>
      joined(retype("a1", { from: at(0, offset), to: at(0, offset) }, words))
    document.perform(key("瑞", 4))
    document.perform(key("河", 5))
    type(document, "港", 6)
    document.perform(key("区", 7))
    document.perform(moveFrames("A1", ["f1"], { columns: 1, lines: 0 }))
    document.perform(key("茶", 8))
    const heads: string[] = []
    while (document.undo()) heads.push(document.issue().articles[0]!.story[0]!.text.slice(4, 9))
    expect(heads.map((head) => head.slice(0, 4))).toEqual([
      "瑞河港区",
      "瑞河港区",
      "瑞河瑞河",
      "瑞河港区",
    ])
    expect(document.issue()).toEqual(small)
    document.perform(key("瑞", 4))
    document.undo()
    document.perform(key("河", 4))
    expect(document.undo()).toBe(true)
    expect(document.issue()).toEqual(small)
  })

  it("goes back over 300 steps of text and layout, and forth again", () => {
    const document = newDocument(sample)
    for (let step = 0; step < 150; step += 1) {
      type(document, "茶", 3 + step)
      document.perform(moveFrames("A1", ["A1-f5"], { columns: step % 2 ? -1 : 1, lines: 0 }))
    }
    const end = document.issue()
    let steps = 0
    while (document.undo()) steps += 1
    expect(steps).toBe(300)
    expect(document.issue()).toEqual(sample)
    while (document.redo()) steps -= 1
    expect(steps).toBe(0)
    expect(document.issue()).toEqual(end)
  })

  it("keeps the invariants through any edits, opens as written, and returns to the start", () => {
    fc.assert(
      fc.property(draws(40), (drawn) => {
        const document = newDocument(small)
        for (const draw of drawn) {
          const before = document.issue()
          document.perform(editFor(before, draw))
          expect(brokenInvariants(document.issue())).toEqual([])
          expect(looseMarks(document)).toEqual([])
        }
        const [end, marks] = [document.issue(), document.marks()]
        expect(reopened(document).issue()).toEqual(end)
        expect(reopened(document).marks()).toEqual(marks)
        while (document.undo()) expect(brokenInvariants(document.issue())).toEqual([])
        expect(document.issue()).toEqual(small)
        expect(document.marks()).toEqual([])
        expect(reopened(document).issue()).toEqual(small)
        while (document.redo());
        expect(document.issue()).toEqual(end)
        expect(document.marks().map(({ id, state }) => `${id} ${state}`)).toEqual(
          marks.map(({ id, state }) => `${id} ${state}`),
        )
      }),
      { numRuns: 80 },
    )
  }, 30_000)
})

describe("column breaks", () => {
  /** Deletes words around a break, long and short by turns, and undoes it; counts breaks lost. */
  function deleteAndUndo(issue: Issue, first: number, rounds: number): number {
    const document = newDocument(issue)
    const copy = reopened(document)
    document.onUpdate((part, update) => copy.apply(part, update))
    const breaks = breaksOf(issue)
    const homes = issue.articles.flatMap(({ id, story }) =>
      story.flatMap(({ columnBreaks, text }, paragraph) =>
        columnBreaks.map(({ offset }) => ({ id, paragraph, offset, length: text.length })),
      ),
    )
    let lost = 0
    for (let round = first; round < first + rounds; round += 1) {
      const { id, paragraph, offset, length } = homes[round % homes.length]!
      const from = Math.max(0, offset - (round % 23))
      const to = Math.min(length, offset + 1 + (round % 17))
      document.perform(retype(id, { from: at(paragraph, from), to: at(paragraph, to) }, ""))
      document.undo()
      if (breaksOf(document.issue()) !== breaks) lost += 1
    }
    expect(copy.issue()).toEqual(issue)
    expect(reopened(document).issue()).toEqual(issue)
    return lost
  }

  it("come back after 2,000 deletions and undos, here, on another copy and after opening again", () => {
    for (let first = 0; first < 1400; first += 200)
      expect(deleteAndUndo(sample, first, 200)).toBe(0)
  }, 30_000)

  it("come back too where the words around them are everywhere the same", () => {
    const same = plainParagraph("茶".repeat(120), [30, 60, 61, 90])
    const articles = [plainArticle("a1", [same, same]), ...small.articles.slice(1)]
    expect(deleteAndUndo({ ...small, articles }, 0, 600)).toBe(0)
  }, 30_000)

  it("move with the words when they are cut and pasted", () => {
    const document = newDocument(small)
    const { text } = small.articles[0]!.story[0]!
    document.perform(retype("a1", { from: at(0, 4), to: at(0, text.length) }, ""))
    expect(document.issue().articles[0]!.story[0]!.columnBreaks).toEqual([])
    document.perform(retype("a1", { from: at(2, 5), to: at(2, 5) }, text.slice(4)))
    expect(lostBreaks(small, document.issue())).toEqual([])
    expect(document.issue().articles[0]!.story[2]!.columnBreaks).toHaveLength(3)
    expect(reopened(document).issue()).toEqual(document.issue())
  })
})

/** Where all breaks are, as one string. */
function breaksOf({ articles }: Issue): string {
  return JSON.stringify(
    articles.map(({ story }) =>
      story.map(({ columnBreaks }) => columnBreaks.map(({ offset }) => offset)),
    ),
  )
}

describe("two copies", () => {
  it("come out equal whatever each did and in whatever order they hear of it", () => {
    fc.assert(
      fc.property(
        draws(14),
        draws(14),
        fc.array(fc.nat(3), { maxLength: 60 }),
        fc.infiniteStream(fc.nat(99)),
        (here, there, turns, shuffle) => {
          const one = newDocument(small)
          const two = reopened(one)
          const waiting: { part: Part; update: Uint8Array }[][] = [[], []]
          one.onUpdate((part, update) => waiting[0]!.push({ part, update }))
          two.onUpdate((part, update) => waiting[1]!.push({ part, update }))
          const copies = [
            { document: one, draws: [...here], inbox: waiting[1]! },
            { document: two, draws: [...there], inbox: waiting[0]! },
          ]
          const hear = (side: number, twice: boolean): void => {
            const { document, inbox } = copies[side]!
            const any = shuffle.next().value! % Math.max(1, inbox.length)
            const [heard] = inbox.splice(any, 1)
            if (heard) document.apply(heard.part, heard.update)
            if (heard && twice) document.apply(heard.part, heard.update)
          }
          for (const turn of [...turns, ...Array.from({ length: 28 }, (_, i) => i % 2)]) {
            const { document, draws: left } = copies[turn % 2]!
            if (turn > 1) hear(turn % 2, true)
            else if (left.length > 0) document.perform(editFor(document.issue(), left.shift()!))
            else document.undo()
            expect(brokenInvariants(document.issue())).toEqual([])
            expect(looseMarks(document)).toEqual([])
          }
          while (waiting[0]!.length + waiting[1]!.length > 0) {
            hear(0, false)
            hear(1, false)
          }
          expect(two.issue()).toEqual(one.issue())
          expect(two.marks()).toEqual(one.marks())
          expect(reopened(one).issue()).toEqual(one.issue())
          expect(reopened(one).marks()).toEqual(one.marks())
          expect(brokenInvariants(one.issue())).toEqual([])
        },
      ),
      { numRuns: 80 },
    )
  }, 30_000)

  it("keep both articles that were added with one id, and both pages", () => {
    const one = newDocument(small)
    const two = openDocument([one.state("content")], [one.state("marks")])
    one.perform(addArticle(plainArticle("a7"), 0))
    two.perform(addArticle(plainArticle("a7"), 1))
    one.apply("content", two.state("content"))
    expect(
      one
        .issue()
        .articles.map(({ id }) => id)
        .toSorted(),
    ).toEqual(["a1", "a2", "a3", "a7", "a7-2"])
  })
})

describe("the lock file", () => {
  it("has exactly one copy of yjs", () => {
    const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: object }
    const copies = Object.keys(lock.packages).filter((path) => path.endsWith("node_modules/yjs"))
    expect(copies).toEqual(["node_modules/yjs"])
  })
})
