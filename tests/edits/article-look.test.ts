import { expect, it } from "vitest"
import { setArticleLook } from "../../layouts/edits/set-article-look.ts"
import { renameInk } from "../../layouts/edits/rename-ink.ts"
import { setInk } from "../../layouts/edits/set-ink.ts"
import { inkUses } from "../../layouts/issue/ink-uses.ts"
import { pt } from "../../layouts/units.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { expectEdit } from "../build/document-law.ts"
import { small } from "../build/document-small.ts"

const { id } = small.articles[0]!

it("an article takes a box and rules of its own, changes them and lets them go", () => {
  const document = newDocument(small)
  expectEdit(document, setArticleLook(id, "surround", { line: "wheat", rule: pt(6) }), (after) =>
    expect(after.articles[0]!.surround).toEqual({ rule: 6, tint: 0, line: "wheat" }),
  )
  expectEdit(document, setArticleLook(id, "surround", { line: null, tint: 0.1 }), (after) =>
    expect(after.articles[0]!.surround).toEqual({ rule: 6, tint: 0.1 }),
  )
  expectEdit(document, setArticleLook(id, "columnRule", { rule: pt(0) }), (after) =>
    expect(after.articles[0]!.columnRule).toEqual({ rule: 0, tint: 0 }),
  )
  expectEdit(document, setArticleLook(id, "surround", null), (after) =>
    expect(after.articles[0]).not.toHaveProperty("surround"),
  )
})

it("an ink that is renamed is renamed in them", () => {
  const document = newDocument(small)
  document.perform(setInk("朱红", { kind: "process", cmyk: [0, 0.9, 0.8, 0] }))
  document.perform(setArticleLook(id, "surround", { ink: "朱红", ground: "朱红", tint: 0.1 }))
  expect(inkUses(document.issue(), "朱红")).toBe(1)
  expectEdit(document, renameInk("朱红", "大红"), (after) =>
    expect(after.articles[0]!.surround).toMatchObject({ ink: "大红", ground: "大红" }),
  )
})
