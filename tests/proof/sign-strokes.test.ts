import { expect, it } from "vitest"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { signStrokes } from "../../layouts/proof/sign-strokes.ts"
import { pt } from "../../layouts/units.ts"
import { small } from "../build/document-small.ts"
import { READER } from "../build/mark.ts"

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
