import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Ink, Item } from "../../layouts/display/list.ts"
import { printsOver } from "../../layouts/display/overprint.ts"
import { plateList, platesOf, shareOn } from "../../layouts/display/plate-list.ts"
import { fillBox, strokeBox } from "../../layouts/draw/shapes.ts"
import { pt } from "../../layouts/units.ts"
import { pageOf, setLine } from "../build/pdf-page.ts"

const share = fc.integer({ min: 0, max: 4 }).map((quarters) => quarters / 4)
const cmyk = fc.tuple(share, share, share, share)
const spot = fc.record({
  plate: fc.constantFrom("朱红", "江蓝"),
  tint: share,
  solid: fc.constant([0, 1, 1, 0] as const),
  overprint: fc.boolean(),
})
const inks = fc.array(fc.tuple(cmyk, fc.option(spot)), { minLength: 1, maxLength: 5 }).map((all) =>
  all.map(([shares, own], i): Ink => ({
    ...{ name: `墨${i}`, cmyk: shares },
    ...(own ? { spot: own } : {}),
  })),
)

const BOX = { x: pt(0), y: pt(0), width: pt(9), height: pt(9) }

/** Text, a rule and a ground in each ink. */
function itemsIn(all: readonly Ink[]): readonly Item[] {
  return all.flatMap(({ name }) => [
    setLine("河", { ink: name }),
    strokeBox(BOX, name, pt(1)),
    fillBox(BOX, name),
  ])
}

describe("a plate", () => {
  it("has all but what prints over and is not on it, in the shares of its inks", () => {
    fc.assert(
      fc.property(inks, (all) => {
        const list = { ...pageOf(itemsIn(all)), inks: all }
        for (const plate of platesOf(list)) {
          const shown = plateList(list, plate)
          const left = list.items.filter((item) => !shown.items.includes(item))
          for (const item of left) {
            if (item.kind !== "glyphs" && item.kind !== "fill" && item.kind !== "stroke") continue
            const ink = all.find(({ name }) => name === item.ink)!
            expect([shareOn(ink, plate), printsOver(ink, item.kind)]).toEqual([0, true])
          }
          expect(shown.inks.map(({ cmyk: of }) => of)).toEqual(
            all.map((ink) => [0, 0, 0, shareOn(ink, plate)]),
          )
        }
      }),
    )
  })

  it("loses no ink: each is on the plates that it is made of, and on no other", () => {
    fc.assert(
      fc.property(inks, (all) => {
        const plates = platesOf({ inks: all })
        for (const ink of all) {
          const shares = plates.map((plate) => shareOn(ink, plate))
          const made = ink.spot ? [ink.spot.tint] : ink.cmyk
          const sum = (some: readonly number[]): number => some.reduce((a, b) => a + b, 0)
          expect(sum(shares)).toBe(sum(made))
        }
      }),
    )
  })

  it("is printed over by black text and rules, never by grounds, paper or tints", () => {
    const black: Ink = { name: "black", cmyk: [0, 0, 0, 1] }
    expect((["glyphs", "stroke", "fill"] as const).map((kind) => printsOver(black, kind))).toEqual([
      ...[true, true, false],
    ])
    for (const shares of [
      [0, 0, 0, 0],
      [0, 0, 0, 0.5],
      [0, 0.1, 0, 1],
    ] as const)
      expect(printsOver({ name: "x", cmyk: shares }, "glyphs")).toBe(false)
  })
})
