import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { pagesInRange } from "../../layouts/issue/page-range.ts"

const IDS = ["A1", "A2", "A3", "B1", "B2"]

function pages(text: string, ids: readonly string[] = IDS): readonly string[] | string {
  const range = pagesInRange(text, ids)
  return range.ok ? range.pages : range.word
}

describe("a range of pages", () => {
  it.each([
    ["A1", ["A1"]],
    ["a2-b1", ["A2", "A3", "B1"]],
    ["1-2、5", ["A1", "A2", "B2"]],
    ["A3至A1；B2", ["A3", "A2", "A1", "B2"]],
    ["B1，A1-A2 A2", ["B1", "A1", "A2"]],
    ["C1", "C1"],
    ["A1-C9", "A1-C9"],
    ["6", "6"],
    ["0", "0"],
    ["A1-A2-A3", "A1-A2-A3"],
    [" ，", ""],
  ])("“%s” is %j", (text, named) => {
    expect(pages(text)).toEqual(named)
  })

  it("takes an id before a number, and one with a hyphen whole", () => {
    expect(pages("2", ["2", "1"])).toEqual(["2"])
    expect(pages("特-1", ["特-1", "特-2"])).toEqual(["特-1"])
  })

  it("gives back any choice of pages that is written out", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 1 }), (ids) => {
        expect(pages(ids.join(", "))).toEqual(ids)
      }),
    )
  })
})
