import { expect, it } from "vitest"
import { PLAIN_LOOK, soundFrameLook, type RawLook } from "../../layouts/issue/frame-look.ts"

it("a look that is none is a plain rule", () => {
  for (const raw of [null, 5, "wave", true])
    expect(soundFrameLook(raw as unknown as RawLook | null)).toBe(PLAIN_LOOK)
})

it("what is foreign to a look is dropped, and weights are what newsprint holds", () => {
  const raw = { rule: 0.01, tint: 3, line: "lace", open: ["top", "in"], pattern: "fur", ink: 4 }
  expect(soundFrameLook(raw)).toEqual({ rule: 0.2835, tint: 1, open: ["top"] })
})
