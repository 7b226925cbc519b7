import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { changeBetween } from "../../renderer/text/change.ts"

describe("what changed between two texts", () => {
  test("put in the place of what was there gives the new text, and cuts no pair", () => {
    const text = fc
      .array(fc.constantFrom("茶", "车", "茶茶", "𠮷", "𠮶", "a", "\n"), { maxLength: 8 })
      .map((parts) => parts.join(""))
    fc.assert(
      fc.property(text, text, fc.option(fc.nat(9), { nil: undefined }), (before, after, caret) => {
        const change = changeBetween(before, after, caret)
        if (!change) {
          expect(before).toBe(after)
          return
        }
        expect(before.slice(0, change.from) + change.text + before.slice(change.to)).toBe(after)
        expect(change.text).not.toMatch(/\p{Surrogate}/u)
        expect(before.slice(change.from, change.to)).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })

  test("is where the caret is when letters are repeated", () => {
    expect(changeBetween("好好好", "好好好好", 1)).toEqual({ from: 0, to: 0, text: "好" })
    expect(changeBetween("好好好", "好好好好", 4)).toEqual({ from: 3, to: 3, text: "好" })
    expect(changeBetween("好好好", "好好", 0)).toEqual({ from: 0, to: 1, text: "" })
    expect(changeBetween("茶", "茶")).toBeNull()
  })
})
