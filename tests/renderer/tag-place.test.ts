import { expect, test } from "vitest"
import { tagPlace, tagWidth } from "../../renderer/marks/tag-place.ts"

const page = { height: 600 }
const column = { x: 100, y: 100, width: 80, height: 200 }
const beside = { x: 190, y: 100, width: 80, height: 300 }
const under = { x: 100, y: 300, width: 170, height: 50 }
const over = { wide: 60, bare: false, leftward: false }

test("a tag of text left over lies under its column, else right of it, else on it", () => {
  expect(tagPlace(column, over, [beside], page)).toMatchObject({ x: 111, y: 302 })
  expect(tagPlace(column, over, [under], page)).toMatchObject({ x: 189, y: 283 })
  expect(tagPlace(column, over, [beside, under], page)).toMatchObject({ x: 111, y: 283 })
  const atFoot = { ...column, y: 390 }
  expect(tagPlace(atFoot, over, [beside], page)).toMatchObject({ x: 189, y: 573 })
})

test("a tag of empty lines lies on them, unless it is wider than its column", () => {
  const left = { ...beside, x: 10 }
  expect(tagPlace(column, { ...over, bare: true }, [left], page)).toMatchObject({ x: 120, y: 283 })
  expect(tagPlace(column, { ...over, wide: 95, bare: true }, [left], page)).toMatchObject({
    x: 189,
    y: 283,
  })
})

test("the tag of vertical text lies at the left end of its column, else left of it", () => {
  const down = { ...over, leftward: true }
  expect(tagPlace(column, down, [beside], page)).toMatchObject({ x: 109, y: 302 })
  expect(tagPlace(column, down, [under], page)).toMatchObject({ x: 31, y: 283 })
  expect(tagPlace(column, { ...down, bare: true }, [], page)).toMatchObject({ x: 100, y: 283 })
})

test("words are as wide as their characters", () => {
  expect(tagWidth("余 9 字")).toBe(12 + 12 + 7 + 7 + 7 + 12)
})
