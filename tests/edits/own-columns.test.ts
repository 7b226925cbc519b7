import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { mergeFrames } from "../../layouts/edits/merge-frames.ts"
import { pasteFrames } from "../../layouts/edits/paste-frames.ts"
import { setFrameRole } from "../../layouts/edits/set-frame-role.ts"
import { setOwnColumns } from "../../layouts/edits/set-own-columns.ts"
import { splitFrame } from "../../layouts/edits/split-frame.ts"
import type { Fields } from "../../layouts/issue/content.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { readPage } from "../../layouts/issue/page-fields.ts"
import type { OwnColumns } from "../../layouts/issue/page.ts"
import { zi } from "../../layouts/units.ts"
import { expectEdit } from "../build/document-law.ts"
import { frameOf, pageNamed } from "../build/document-small.ts"
import { issueWith, named } from "../build/frame.ts"

const THREE: OwnColumns = { count: 3, mode: "relative", gutter: zi(1) }

describe("a frame's own columns", () => {
  const issue = issueWith(
    named("t", "body a1 0+4 0+9"),
    named("h", "headline a1 0+4 20+4"),
    named("k", "body a2 0+4 30+9", { locked: true }),
  )

  it("are set and taken back, on text that is not locked", () => {
    expectEdit(newDocument(issue), setOwnColumns(["t", "h", "k"], THREE), (after) => {
      expect(frameOf(after, "t")!.ownColumns).toEqual(THREE)
      expect(frameOf(after, "h")!.ownColumns).toBeUndefined()
      expect(frameOf(after, "k")!.ownColumns).toBeUndefined()
    })
    const set = issueWith(named("t", "body a1 0+4 0+9", { ownColumns: THREE }))
    expectEdit(newDocument(set), setOwnColumns(["t"], null), (after) =>
      expect(frameOf(after, "t")!.ownColumns).toBeUndefined(),
    )
  })

  it("that can be none change nothing", () => {
    const document = newDocument(issue)
    for (const count of [0, -1, 2.5, Number.NaN, 99])
      document.perform(setOwnColumns(["t"], { ...THREE, count }))
    document.perform(setOwnColumns(["t"], { ...THREE, gutter: zi(-1) }))
    expect(document.issue()).toEqual(issue)
  })

  it("go with a copy, with both parts of a cut, and come together in a merge", () => {
    const set = issueWith(named("t", "body a1 0+3 0+9", { ownColumns: THREE }))
    const document = newDocument(set)
    document.perform(pasteFrames("A2", pageNamed(set).frames, { columns: 0, lines: 3 }))
    expect(pageNamed(document.issue(), "A2").frames[0]!.ownColumns).toEqual(THREE)
    document.undo()
    document.perform(splitFrame("t", { across: "column", after: 1 }))
    const parts = pageNamed(document.issue()).frames
    expect(parts.map(({ ownColumns }) => ownColumns?.count)).toEqual([1, 2])
    document.perform(
      mergeFrames(
        "A1",
        parts.map(({ id }) => id),
      ),
    )
    expect(pageNamed(document.issue()).frames.map(({ ownColumns }) => ownColumns)).toEqual([THREE])
    document.perform(splitFrame("t", { across: "line", after: 4 }))
    const halves = pageNamed(document.issue()).frames
    expect(halves.map(({ ownColumns }) => ownColumns)).toEqual([THREE, THREE])
  })

  it.each([
    ["basic columns beside own ones count with them", ["0+2 0+9", "2+2 0+9 own"], 5],
    ["own ones beside basic columns", ["0+1 0+9 own", "1+3 0+9"], 6],
    ["small over large: the large one's", ["0+4 0+5", "0+4 5+20 own"], 3],
    ["large over small: the large one's", ["0+4 0+20", "0+4 20+5 own"], undefined],
  ])("in a merge: %s", (_, places, count) => {
    const parts = places.map((place, order) =>
      named(order === 0 ? "t" : "u", `body a1 ${place}`, {
        order,
        ...(place.endsWith("own") ? { ownColumns: THREE } : {}),
      }),
    )
    const set = issueWith(...parts)
    expectEdit(newDocument(set), mergeFrames("A1", ["t", "u"]), (after) => {
      const merged = count === undefined ? undefined : { ...THREE, count }
      expect(pageNamed(after).frames.map(({ ownColumns }) => ownColumns)).toEqual([merged])
    })
  })

  it("are not there while the frame shows no text", () => {
    const set = issueWith(named("t", "body a1 0+3 0+9", { ownColumns: THREE }))
    expectEdit(newDocument(set), setFrameRole(["t"], "filler"), (after) =>
      expect(frameOf(after, "t")!.ownColumns).toBeUndefined(),
    )
  })

  it("that a record has unsoundly are left out when it is read", () => {
    const read = (written: string | number): unknown => {
      const fields: Fields = new Y.Doc().getMap("page")
      const frames: Fields = new Y.Map()
      fields.set("frames", frames)
      const one: Fields = new Y.Map()
      frames.set("k", one)
      one.set("role", "body")
      one.set("ownColumns", written)
      return readPage("A1", fields).frames[0]!.frame.ownColumns
    }
    expect(read(JSON.stringify(THREE))).toEqual(THREE)
    for (const unsound of [3, "null", "[]", '{"count":3}', '{"count":0,"mode":"free","gutter":1}'])
      expect(read(unsound)).toBeUndefined()
  })
})
