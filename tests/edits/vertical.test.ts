import { describe, expect, test } from "vitest"
import { continueFrame, linkFrames } from "../../layouts/edits/link-frames.ts"
import { setVertical } from "../../layouts/edits/set-vertical.ts"
import { splitFrame } from "../../layouts/edits/split-frame.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { blankPage } from "../../layouts/placement/blank.ts"
import { shippedTemplates } from "../../layouts/templates/shelf.ts"
import { slotsOf } from "../../layouts/templates/slots-of.ts"
import { expectEdit } from "../build/document-law.ts"
import { frameOf, threadIds } from "../build/document-small.ts"
import { issueWith, named } from "../build/frame.ts"

/** Frames of the first page that run down it. */
function verticalIn({ pages }: Issue): readonly string[] {
  return pages[0]!.frames.filter(({ vertical }) => vertical).map(({ id }) => id)
}

describe("words set down the page", () => {
  const issue = issueWith(
    named("h", "headline a1 0+2 0+5"),
    named("a", "body a1 0+1 5+9"),
    named("b", "body a1 1+1 5+9", { order: 1 }),
    named("c", "body a1 0+2 20+9", { order: 2 }),
    named("p", "picture a1 2+1 0+9"),
    named("e", "body - 3+1 0+9"),
  )

  test("are all of the story's frames, read from the right; pictures and headlines stay", () => {
    const document = newDocument(issue)
    expectEdit(document, setVertical(["a", "p"], true), (after) => {
      expect(verticalIn(after)).toEqual(["a", "b", "c"])
      expect(threadIds(after, "a1")).toEqual(["b", "a", "c"])
    })
    expectEdit(document, setVertical(["c"], false), (after) => expect(after).toEqual(issue))
  })

  test("are a headline alone, and an empty frame", () => {
    const document = newDocument(issue)
    expectEdit(document, setVertical(["h", "e"], true), (after) => {
      expect(verticalIn(after)).toEqual(["h", "e"])
      expect(threadIds(after, "a1")).toEqual(["a", "b", "c"])
    })
  })

  test("a frame that joins the story runs its way; one that is split begins on the right", () => {
    const document = newDocument(issue)
    document.perform(setVertical(["a"], true))
    expectEdit(document, linkFrames("c", "e"), (after) =>
      expect(frameOf(after, "e")!.vertical).toBe(true),
    )
    const region = { column: 2, columns: 1, line: 20, lines: 9 }
    expectEdit(document, continueFrame("e", "A1", region), (after) =>
      expect(verticalIn(after)).toHaveLength(5),
    )
    expectEdit(document, splitFrame("c", { across: "column", after: 1 }), (after) => {
      expect(frameOf(after, "c")!.region.column).toBe(1)
      expect(verticalIn(after)).toHaveLength(6)
    })
  })
})

test("a template's slot says that its words run down the page, and is told so from a page", () => {
  const template = shippedTemplates()[0]!
  const [slot] = template.slots
  const { columns, lines } = slot!.region
  const frames = [
    { role: "headline", region: { column: columns - 1, columns: 1, line: 0, lines }, part: 0 },
    { role: "body", region: { column: 0, columns: columns - 1, line: 0, lines }, part: 0 },
  ] as const
  const turned = frames.map((frame) => ({ ...frame, vertical: true }))
  const own = { ...template, slots: [{ ...slot!, frames: turned }] }
  const page = blankPage(own, "A1")
  expect(page.frames.map(({ vertical }) => vertical)).toEqual([true, true])
  const [told] = slotsOf(page, own.reserved, { base: own, articles: [] }).slots.filter(
    ({ id }) => id === slot!.id,
  )
  expect(told!.frames.map(({ vertical }) => vertical)).toEqual([true, true])
})
