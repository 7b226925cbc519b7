import { expect, it } from "vitest"
import { duplicateFrames } from "../../layouts/edits/paste-frames.ts"
import { setInset, setWrap, type WrapChange } from "../../layouts/edits/set-wrap.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { presetOutline, USUAL_WRAP } from "../../layouts/issue/wrap.ts"
import { expectEdit } from "../build/document-law.ts"
import { frameOf } from "../build/document-small.ts"
import { issueWith, named } from "../build/frame.ts"

const issue = issueWith(
  named("photo", "picture - 0+2 10+9"),
  named("text", "body - 0+2 0+40"),
  named("rule", "rule - 0+2 50+1"),
)

it("text is sent round a picture, along an outline, and through it again", () => {
  const document = newDocument(issue)
  expectEdit(document, setWrap(["photo", "text", "rule"], {}), (after) => {
    expect(frameOf(after, "photo")!.wrap).toEqual(USUAL_WRAP)
    expect(frameOf(after, "text")).not.toHaveProperty("wrap")
    expect(frameOf(after, "rule")).not.toHaveProperty("wrap")
  })
  const outline = presetOutline("ellipse")
  expectEdit(document, setWrap(["photo"], { shape: "outline", outline, sides: "both" }), (after) =>
    expect(frameOf(after, "photo")!.wrap).toEqual({
      ...USUAL_WRAP,
      ...{ shape: "outline", outline, sides: "both" },
    }),
  )
  expectEdit(document, duplicateFrames("A1", ["photo"], { columns: 1, lines: 2 }), (after) =>
    expect(after.pages[0]!.frames.at(-1)!.wrap).toEqual(frameOf(after, "photo")!.wrap),
  )
  expectEdit(document, setWrap(["photo"], { outline: null, shape: "band" }), (after) =>
    expect(frameOf(after, "photo")!.wrap).toEqual({ ...USUAL_WRAP, sides: "both", shape: "band" }),
  )
  expectEdit(document, setWrap(["photo"], null), (after) =>
    expect(frameOf(after, "photo")).not.toHaveProperty("wrap"),
  )
})

it("what is out of bounds is brought within them, what is foreign is dropped", () => {
  const foreign = { clearance: 90, least: 0.4, sides: "none", outline: [[0, 0]] }
  expectEdit(newDocument(issue), setWrap(["photo"], foreign as unknown as WrapChange), (after) =>
    expect(frameOf(after, "photo")!.wrap).toEqual({ ...USUAL_WRAP, clearance: 4, least: 2 }),
  )
})

it("a frame stands in from its columns by whole characters", () => {
  const document = newDocument(issue)
  expectEdit(document, setInset(["photo", "text"], { left: 5.4, right: 0 }), (after) => {
    expect(frameOf(after, "photo")!.inset).toEqual({ left: 5, right: 0 })
    expect(frameOf(after, "text")).not.toHaveProperty("inset")
  })
  expectEdit(document, setInset(["photo"], null), (after) =>
    expect(frameOf(after, "photo")).not.toHaveProperty("inset"),
  )
})
