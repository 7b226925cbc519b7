import { describe, expect, test } from "vitest"
import { sizeName, sizeNamed, TYPE_SIZES } from "../../layouts/type-sizes.ts"
import { pt } from "../../layouts/units.ts"

describe("size names", () => {
  test("give their size, and their size gives them", () => {
    for (const { name, size, also } of TYPE_SIZES) {
      expect(sizeNamed(name)).toBe(size)
      for (const same of [size, ...also]) expect(sizeName(same)).toBe(name)
    }
    const sizes = TYPE_SIZES.map(({ size }) => size)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  })

  test("are understood as they are said", () => {
    expect(sizeNamed("小五号")).toBe(9)
    expect(sizeNamed(" 新五号 ")).toBe(9)
    expect(sizeNamed("五号")).toBe(10.5)
    expect(sizeNamed("九号")).toBeNull()
    expect(sizeName(pt(30))).toBeNull()
  })
})
