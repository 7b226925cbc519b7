import { describe, expect, it } from "vitest"
import { mm, mmToPt } from "../../layouts/units.ts"
import { extentOf, facing, leafAt, leavesOf, leavesOfTurns } from "../../renderer/state/spread.ts"
import { plainPage } from "../build/document-records.ts"

const pages = (ids: string) => ids.split(" ").map((id) => plainPage(id))
const names = (ids: string, page: string, mode: "single" | "spread" | "sides") =>
  facing(pages(ids), page, mode)
    .map(({ id }) => id)
    .join(" ")

describe("a spread (通版)", () => {
  const issue = "A1 A2 A3 A4 B1 B2 B3"

  it.each([
    ["A1", "A1"],
    ["A2", "A2 A3"],
    ["A3", "A2 A3"],
    ["A4", "A4"],
    ["B1", "B1"],
    ["B3", "B2 B3"],
  ])("of %s is %s: the first of a section alone, then two and two", (page, spread) => {
    expect(names(issue, page, "spread")).toBe(spread)
  })

  it("goes by the numbers of pages, not by their order; without a partner one stands alone", () => {
    expect(names("A3 A1 A2", "A2", "spread")).toBe("A2 A3")
    expect(names("A1 A2 A4 A5", "A2", "spread")).toBe("A2")
    expect(names("A1 A2 A4 A5", "A5", "spread")).toBe("A4 A5")
    expect(names("特刊 A1", "特刊", "spread")).toBe("特刊")
    expect(names("A1", "Z9", "spread")).toBe("")
  })

  it("side by side goes by the order, and single is one", () => {
    expect(names(issue, "A2", "sides")).toBe("A1 A2")
    expect(names(issue, "B3", "sides")).toBe("B3")
    expect(names(issue, "A2", "single")).toBe("A2")
  })
})

describe("leaves", () => {
  const [two, three] = [plainPage("A2"), { ...plainPage("A3") }]
  const wide = { ...three, sheet: { ...three.sheet, width: mm(500), height: mm(600) } }
  const width = mmToPt(two.sheet.width)

  it("share the fold, and lie where the page that is worked on has them", () => {
    const onLeft = leavesOf([two, wide], "A2", "spread")
    expect(onLeft.map(({ offset }) => offset)).toEqual([0, width])
    const onRight = leavesOf([two, wide], "A3", "spread")
    expect(onRight.map(({ offset }) => offset)).toEqual([-width, 0])
    expect(extentOf(onRight)).toEqual({
      left: -width,
      width: width + mmToPt(mm(500)),
      height: mmToPt(mm(600)),
    })
  })

  it("of turning to other pages are the nearest first, those that follow before those that went", () => {
    const turns = (id: string, mode: "single" | "spread" | "sides"): string =>
      leavesOfTurns(pages("A1 A2 A3 A4 B1"), id, mode)
        .map(({ page }) => page)
        .join(" ")
    expect(turns("A2", "single")).toBe("A3 A1 A4 B1")
    expect(turns("B1", "single")).toBe("A4 A3 A2 A1")
    expect(turns("A3", "spread")).toBe("A4 A1 B1")
    expect(turns("A4", "spread")).toBe("B1 A2 A3 A1")
    expect(turns("A1", "sides")).toBe("A3 A4 B1")
    expect(turns("B1", "sides")).toBe("A3 A4 A1 A2")
    expect(turns("Z9", "single")).toBe("")
  })

  it("stand apart side by side", () => {
    const [, right] = leavesOf([two, wide], "A2", "sides")
    expect(right!.offset).toBeGreaterThan(width + 10)
  })

  it("are found under a point, and bare desk is none", () => {
    const leaves = leavesOf([two, wide], "A3", "spread")
    expect(leafAt(leaves, { x: -10, y: 10 })?.page).toBe("A2")
    expect(leafAt(leaves, { x: 10, y: 10 })?.page).toBe("A3")
    expect(leafAt(leaves, { x: 10, y: -1 })).toBeNull()
    expect(leafAt(leaves, { x: -width - 1, y: 10 })).toBeNull()
  })
})
