import { describe, expect, test } from "vitest"
import * as Y from "yjs"
import { mergeFrames } from "../../layouts/edits/merge-frames.ts"
import { pasteFrames } from "../../layouts/edits/paste-frames.ts"
import { setBands } from "../../layouts/edits/set-bands.ts"
import { setFrameRole } from "../../layouts/edits/set-frame-role.ts"
import { setVertical } from "../../layouts/edits/set-vertical.ts"
import { splitFrame } from "../../layouts/edits/split-frame.ts"
import type { Fields } from "../../layouts/issue/content.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { readPage } from "../../layouts/issue/page-fields.ts"
import type { Bands } from "../../layouts/issue/page.ts"
import { blankPage } from "../../layouts/placement/blank.ts"
import { shippedTemplates } from "../../layouts/templates/shelf.ts"
import { slotsOf } from "../../layouts/templates/slots-of.ts"
import { zi } from "../../layouts/units.ts"
import { expectEdit } from "../build/document-law.ts"
import { frameOf, pageNamed } from "../build/document-small.ts"
import { issueWith, named } from "../build/frame.ts"

const THREE: Bands = { count: 3, mode: "relative", gutter: zi(1), level: true }
const banded = issueWith(named("t", "body a1 0+3 0+30", { vertical: true, bands: THREE }))

describe("the bands of a vertical frame", () => {
  const issue = issueWith(
    named("t", "body a1 0+4 0+9", { vertical: true }),
    named("h", "headline a1 0+4 20+4", { vertical: true }),
    named("across", "body a2 0+4 30+9"),
    named("k", "body - 0+4 40+9", { locked: true, vertical: true }),
  )

  test("are set and taken back, on vertical text that is not locked", () => {
    expectEdit(newDocument(issue), setBands(["t", "h", "across", "k"], THREE), (after) => {
      const all = pageNamed(after).frames.map(({ id, bands }) => [id, bands])
      expect(all).toEqual([
        ["t", THREE],
        ["h", undefined],
        ["across", undefined],
        ["k", undefined],
      ])
    })
    expectEdit(newDocument(banded), setBands(["t"], null), (after) =>
      expect(frameOf(after, "t")!.bands).toBeUndefined(),
    )
  })

  test("that can be none change nothing", () => {
    const document = newDocument(issue)
    for (const count of [0, -1, 2.5, Number.NaN, 99])
      document.perform(setBands(["t"], { ...THREE, count }))
    document.perform(setBands(["t"], { ...THREE, gutter: zi(-1) }))
    expect(document.issue()).toEqual(issue)
  })

  test("go with a copy, wait while its lines run across, and go where it shows no text", () => {
    const document = newDocument(banded)
    document.perform(pasteFrames("A2", pageNamed(banded).frames, { columns: 0, lines: 3 }))
    expect(pageNamed(document.issue(), "A2").frames[0]!.bands).toEqual(THREE)
    document.undo()
    document.perform(setVertical(["t"], false))
    expect(frameOf(document.issue(), "t")!.bands).toEqual(THREE)
    expectEdit(document, setFrameRole(["t"], "filler"), (after) =>
      expect(frameOf(after, "t")!.bands).toBeUndefined(),
    )
  })

  test("are shared out by a cut across the frame, kept by one down it, and joined again", () => {
    const document = newDocument(banded)
    const counts = (): readonly (number | undefined)[] =>
      pageNamed(document.issue()).frames.map(({ bands }) => bands?.count)
    document.perform(splitFrame("t", { across: "line", after: 10 }))
    expect(counts()).toEqual([1, 2])
    const ids = pageNamed(document.issue()).frames.map(({ id }) => id)
    document.perform(mergeFrames("A1", ids))
    expect(frameOf(document.issue(), "t")!.bands).toEqual(THREE)
    document.perform(splitFrame("t", { across: "column", after: 1 }))
    expect(counts()).toEqual([3, 3])
  })

  test("go into a template's slot, and are told from a page", () => {
    const template = shippedTemplates()[0]!
    const [slot] = template.slots
    const { columns, lines } = slot!.region
    const region = { column: 0, columns, line: 0, lines }
    const frames = [{ role: "body", region, part: 0, vertical: true, bands: THREE }] as const
    const own = { ...template, slots: [{ ...slot!, frames }] }
    const page = blankPage(own, "A1")
    expect(page.frames.map(({ bands }) => bands)).toEqual([THREE])
    const [told] = slotsOf(page, own.reserved, { base: own, articles: [] }).slots.filter(
      ({ id }) => id === slot!.id,
    )
    expect(told!.frames.map(({ bands }) => bands)).toEqual([THREE])
  })

  test("that a record has unsoundly are left out when it is read", () => {
    const read = (written: unknown): unknown => {
      const fields: Fields = new Y.Map()
      new Y.Doc().getMap("pages").set("p", fields)
      const frames: Fields = new Y.Map()
      fields.set("frames", frames)
      const one: Fields = new Y.Map()
      frames.set("k", one)
      one.set("role", "body")
      one.set("bands", written)
      return readPage("A1", fields).frames[0]!.frame.bands
    }
    expect(read(JSON.stringify(THREE))).toEqual(THREE)
    for (const unsound of [3, "null", "[]", '{"count":3}']) expect(read(unsound)).toBeUndefined()
    expect(read(JSON.stringify({ ...THREE, count: 0 }))).toBeUndefined()
    expect(read(JSON.stringify({ ...THREE, level: 7 }))).toBeUndefined()
  })
})
