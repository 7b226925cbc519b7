import { expect, it } from "vitest"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { signStrokes } from "../../layouts/proof/sign-strokes.ts"
import { pt } from "../../layouts/units.ts"
import { small } from "../build/document-small.ts"
import { at, plainMark, READER } from "../build/mark.ts"

it("a note on a place of the page is a frame that leaves what stands below it alone", () => {
  const box = { x: pt(60), y: pt(30), width: pt(200), height: pt(120) }
  const range = { kind: "spot", page: small.pages[0]!.id, box } as const
  const document = newDocument(small)
  const note = { sign: "note", payload: { say: "这里太空" } } as const
  document.perform(addMark({ ...READER, ...note, id: "m1", article: null, range, pass: 1 }))
  const [mark] = document.marks()
  const strokes = signStrokes({ mark: mark!, boxes: [box], target: null })
  const ys = strokes.flat().flatMap(([, , y]) => (typeof y === "number" ? [y] : []))
  expect(strokes).toHaveLength(1)
  expect([Math.min(...ys), Math.max(...ys)]).toEqual([30, 150])
})

/** Left, top, right and foot of all that is drawn. */
function extent(strokes: ReturnType<typeof signStrokes>) {
  const points = strokes.flat().flatMap(([, ...numbers]) => {
    const pairs: (readonly [number, number])[] = []
    for (let i = 0; i + 1 < numbers.length; i += 2) pairs.push([numbers[i]!, numbers[i + 1]!])
    return pairs
  })
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const
}

it("a picture's signs stand close round it, however large it is", () => {
  const box = { x: pt(60), y: pt(30), width: pt(300), height: pt(240) }
  const range = { kind: "spot", page: small.pages[0]!.id, box } as const
  const document = newDocument(small)
  const signs = [
    { sign: "raise", payload: { zi: 1 } },
    { sign: "shift", payload: { zi: 1 } },
    { sign: "align", payload: { axis: "row" } },
    { sign: "align", payload: { axis: "column" } },
  ] as const
  for (const [i, sign] of signs.entries())
    document.perform(addMark({ ...READER, ...sign, id: `m${i}`, article: null, range, pass: 1 }))
  expect(document.marks()).toHaveLength(4)
  for (const mark of document.marks()) {
    const [left, top, right, foot] = extent(signStrokes({ mark, boxes: [box], target: null }))
    expect(Math.min(left - 60, top - 30, 360 - right, 270 - foot)).toBeGreaterThan(-7)
  }
})

it("a deletion of vertical text runs down the words", () => {
  const document = newDocument(small)
  document.perform(addMark(plainMark("m1", at(0, 0), at(0, 3), { sign: "delete", payload: {} })))
  const [mark] = document.marks()
  const box = { x: pt(100), y: pt(50), width: pt(9), height: pt(27), vertical: true } as const
  const [through] = signStrokes({ mark: mark!, boxes: [box], target: null })
  expect(through).toEqual([
    ["M", 104.5, 50],
    ["L", 104.5, 77],
  ])
})
