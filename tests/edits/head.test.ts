import { expect, test } from "vitest"
import { setHeadTable } from "../../layouts/edits/set-head-table.ts"
import { setHeadSetting } from "../../layouts/edits/set-head.ts"
import { pt } from "../../layouts/units.ts"
import { expectEdit } from "../build/document-law.ts"
import { articleOf, small } from "../build/document-small.ts"
import { newDocument } from "../../layouts/issue/document.ts"

test("what is done to a headline is set by parts, within bounds, and undone", () => {
  const document = newDocument(small)
  expectEdit(document, setHeadSetting("a1", { fill: true }), (after) =>
    expect(articleOf(after).setting?.head).toEqual({ fill: true }),
  )
  expectEdit(document, setHeadSetting("a1", { tracking: 3, stretch: 0.2 }), (after) =>
    expect(articleOf(after).setting?.head).toEqual({ fill: true, tracking: 1, stretch: 0.7 }),
  )
  expectEdit(
    document,
    setHeadSetting("a1", { fill: null, tracking: null, stretch: null }),
    (after) => expect(articleOf(after).setting).toBeUndefined(),
  )
})

test("a paper's table of sizes is sorted, sound, and the house's when nothing is left of it", () => {
  const document = newDocument(small)
  expectEdit(document, setHeadTable({ sizes: [18, 900, 30, 18].map(pt), below: 1.2 }), (after) =>
    expect(after.styles?.heads).toEqual({ sizes: [200, 30, 18], below: 1 }),
  )
  expectEdit(document, setHeadTable({}), (after) => expect(after.styles).toBeUndefined())
})
