import { describe, expect, it } from "vitest"
import { addFrame } from "../../layouts/edits/add-frame.ts"
import { breakThread, continueFrame, linkFrames } from "../../layouts/edits/link-frames.ts"
import { removeFrames } from "../../layouts/edits/remove-frames.ts"
import { resizeFrame } from "../../layouts/edits/resize-frame.ts"
import { setLook, type LookChange } from "../../layouts/edits/set-look.ts"
import { setRules } from "../../layouts/edits/set-rules.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { brokenInvariants } from "../../layouts/issue/invariants.ts"
import { pt } from "../../layouts/units.ts"
import { expectEdit } from "../build/document-law.ts"
import { plainPage } from "../build/document-records.ts"
import { frameOf, pageNamed, threadIds } from "../build/document-small.ts"
import { issueWith, named, placeOf } from "../build/frame.ts"

describe("threads", () => {
  const issue = issueWith(
    named("a", "body a1 0+1 0+9"),
    named("b", "body a1 1+1 0+9", { order: 1 }),
    named("c", "body a2 2+1 0+9"),
    named("d", "body a2 3+1 0+9", { order: 1 }),
    named("e", "body - 0+1 20+9"),
    named("p", "picture a1 1+1 20+9"),
  )
  const linked = (from: string, to: string): readonly (readonly string[])[] => {
    const document = newDocument(issue)
    expectEdit(document, linkFrames(from, to), () => undefined)
    return [threadIds(document.issue(), "a1"), threadIds(document.issue(), "a2")]
  }

  it("run on into the frame that is linked, right behind", () => {
    expect(linked("a", "e")).toEqual([
      ["a", "e", "b"],
      ["c", "d"],
    ])
    expect(linked("b", "c")).toEqual([["a", "b", "c"], ["d"]])
    expect(linked("b", "a")).toEqual([
      ["b", "a"],
      ["c", "d"],
    ])
    expect(linked("e", "d")).toEqual([
      ["a", "b"],
      ["c", "e", "d"],
    ])
  })

  it("are not made of pictures, of one frame, or of two empty ones", () => {
    const bare = {
      ...issue,
      pages: [{ ...plainPage("A1"), frames: [named("x", "body - 0+1 0+9")] }],
    }
    const document = newDocument(issue)
    document.perform(linkFrames("a", "p"))
    document.perform(linkFrames("a", "a"))
    document.perform(linkFrames("a", "none"))
    expect(document.issue()).toEqual(issue)
    const empty = newDocument(bare)
    empty.perform(addFrame("A1", named("y", "body - 1+1 0+9")))
    const before = empty.issue()
    empty.perform(linkFrames("x", "y"))
    expect(empty.issue()).toBe(before)
  })

  it("go on in a new frame, on whatever page", () => {
    const region = { column: 1, columns: 9, line: 3, lines: 7 }
    expectEdit(newDocument(issue), continueFrame("a", "A2", region), (after) => {
      expect(threadIds(after)).toEqual(["a", "A2-f1", "b"])
      expect(placeOf(after, "A2-f1")).toBe("0+4 3+7")
    })
    expectEdit(newDocument(issue), continueFrame("e", "A2", region), (after) =>
      expect(frameOf(after, "A2-f1")).toMatchObject({ article: null, order: 0 }),
    )
  })

  it("are broken before a frame: it and those behind it stay, empty", () => {
    expectEdit(newDocument(issue), breakThread("c"), (after) => {
      expect(threadIds(after, "a2")).toEqual([])
      expect(frameOf(after, "d")).toMatchObject({ article: null, order: 0 })
    })
    expectEdit(newDocument(issue), breakThread("b"), (after) =>
      expect(threadIds(after)).toEqual(["a"]),
    )
  })
})

describe("rules and boxes", () => {
  const issue = issueWith(
    named("across", "rule - 0+2 10+1"),
    named("upright", "rule - 2+1 10+9", { look: { rule: pt(1), tint: 0, upright: true } }),
    named("box", "box - 0+2 20+9"),
  )

  it("change their look, within what newsprint holds", () => {
    expectEdit(newDocument(issue), setLook(["box"], { tint: 3, rule: pt(0) }), (after) =>
      expect(frameOf(after, "box")!.look).toEqual({ rule: 0, tint: 1 }),
    )
    expectEdit(newDocument(issue), setLook(["upright"], { rule: pt(0.01) }), (after) =>
      expect(frameOf(after, "upright")!.look).toEqual({ rule: 0.2835, tint: 0, upright: true }),
    )
  })

  it("take a line style, a drawn ground and open sides, and give them back", () => {
    const styled = setLook(["box"], { line: "meander", open: ["left"], pattern: "slant" })
    const document = newDocument(issue)
    expectEdit(document, styled, (after) =>
      expect(frameOf(after, "box")!.look).toMatchObject({
        ...{ line: "meander", open: ["left"], pattern: "slant" },
      }),
    )
    const foreign = {
      line: "zigzag",
      open: ["left", "middle"],
      pattern: 7,
    } as unknown as LookChange
    expectEdit(newDocument(issue), setLook(["box"], foreign), (after) =>
      expect(frameOf(after, "box")!.look).toEqual({ rule: 0.5, tint: 0, open: ["left"] }),
    )
    const plain = named("box", "box - 0+2 20+9", {
      look: { rule: pt(1), tint: 0.1, line: "double", pattern: "dots" },
    })
    expectEdit(
      newDocument(issueWith(plain)),
      setLook(["box"], { line: null, pattern: null }),
      (after) => expect(frameOf(after, "box")!.look).toEqual({ rule: 1, tint: 0.1 }),
    )
  })

  it("are resized along themselves only", () => {
    const wish = { column: 1, columns: 3, line: 5, lines: 30 }
    expectEdit(newDocument(issue), resizeFrame("across", wish), (after) =>
      expect(placeOf(after, "across")).toBe("1+3 5+1"),
    )
    expectEdit(newDocument(issue), resizeFrame("upright", wish), (after) =>
      expect(placeOf(after, "upright")).toBe("1+1 5+30"),
    )
  })

  it("have a plain look when none is given, and never an article", () => {
    const bare = { ...named("new", "house - 0+1 0+1"), role: "box" as const, article: "a1" }
    expectEdit(newDocument(issue), addFrame("A1", bare), (after) =>
      expect(frameOf(after, "new")).toMatchObject({ article: null, look: { rule: 0.5, tint: 0 } }),
    )
    const document = newDocument(issue)
    document.perform(removeFrames(["across"]))
    expect(brokenInvariants(document.issue())).toEqual([])
  })

  it("between articles are switched for a page", () => {
    expectEdit(newDocument(issue), setRules("A1", { column: pt(0.3) }), (after) =>
      expect(pageNamed(after).rules).toEqual({ column: 0.3, slot: null }),
    )
  })
})
