import { expect, it } from "vitest"
import { boxFindings } from "../../layouts/proof/box-findings.ts"
import { pt } from "../../layouts/units.ts"
import { frame, pageWith } from "../build/frame.ts"

const text = frame("body a 0+2 5+9")

/** Ids of the rules that find fault with these frames. */
function rulesOn(...frames: readonly ReturnType<typeof frame>[]): readonly string[] {
  return boxFindings(pageWith(frames), [], undefined).map(({ rule }) => rule)
}

it("small text on a ground over a fifth of black is told, headlines and other inks are not", () => {
  const box = (tint: number, ground?: string) =>
    frame("box - 0+2 4+11", {
      look: { rule: pt(0), tint, ...(ground === undefined ? {} : { ground }) },
    })
  expect(rulesOn(text, box(0.2))).toEqual([])
  expect(rulesOn(text, box(0.25))).toEqual(["page/dark-ground"])
  expect(rulesOn(frame("headline a 0+2 5+9"), box(0.8))).toEqual([])
  expect(rulesOn(frame("body a 2+2 30+9"), box(0.8))).toEqual([])
  const inks = { 明黄: { kind: "process", cmyk: [0, 0, 1, 0] } } as const
  expect(boxFindings(pageWith([text, box(0.8, "明黄")]), [], inks)).toEqual([])
})

it("a line that stands in words is told, of a box and of an article's own", () => {
  const look = { rule: pt(0.5), tint: 0 }
  expect(rulesOn(text, frame("box - 0+2 4+11", { look }))).toEqual([])
  expect(rulesOn(text, frame("box - 0+2 8+4", { look }))).toEqual(["page/box-in-text"])
  expect(
    rulesOn(text, frame("box - 0+2 8+4", { look: { ...look, open: ["top", "bottom"] } })),
  ).toEqual([])
  const heavy = { rule: pt(20), tint: 0, line: "vine" } as const
  const beside = [text, frame("body b 2+2 5+9")]
  expect(
    boxFindings(pageWith(beside), [{ id: "a", kind: "news", surround: heavy }], undefined),
  ).toMatchObject([{ rule: "page/box-in-text", where: { page: "A1", article: "a" } }])
})
