import { expect, test } from "vitest"
import type { Look } from "../../layouts/issue/page.ts"
import { looksLost, looksOf } from "../../layouts/placement/article-looks.ts"
import type { PlacedPiece } from "../../layouts/placement/page.ts"
import type { Piece } from "../../layouts/placement/piece.ts"
import { templateById } from "../../layouts/templates/shelf.ts"
import { frame } from "../build/frame.ts"
import { articleOf } from "../build/article.ts"
import { pt } from "../../layouts/units.ts"

const BOX: Look = { rule: pt(0.5), tint: 0 }
const RULE: Look = { rule: pt(0.3), tint: 0 }
const inside = templateById("broadsheet-inside")!
const [lead, other] = inside.slots.filter(({ role }) => role === "lead" || role === "news")
const template = {
  ...inside,
  slots: inside.slots.map((slot) =>
    slot.id === lead!.id
      ? { ...slot, looks: [{ part: 0, surround: BOX, columnRule: RULE }] }
      : slot,
  ),
}

/** An article in a slot, set for a box or not. */
function placed(boxed: boolean): PlacedPiece {
  const dress = { head: "over", broken: false, boxed, worth: 0 } as const
  const piece = { article: articleOf("a", []), ...(boxed ? { dress } : {}) } as Piece
  return { piece, slot: lead!.id, why: { zh: "", en: "" }, fit: "whole" }
}

test("a slot boxes on a fitted page what was set for a box, on a drawn one what stands in it", () => {
  const rule = { article: "a", columnRule: RULE }
  expect(looksOf(template, [placed(false)], "fitted")).toEqual([rule])
  expect(looksOf(template, [placed(true)], "fitted")).toEqual([{ ...rule, surround: BOX }])
  expect(looksOf(template, [placed(false)], "drawn")).toEqual([{ ...rule, surround: BOX }])
})

test("an article loses the box of the slot that it stood in, not one of its own that is alike", () => {
  const boxed = { ...articleOf("a", []), surround: BOX }
  const stood = (slot: string) => ({ template, frames: [frame("body a 0+2 0+9", { slot })] })
  expect(looksLost([boxed], stood(lead!.id), [])).toEqual([{ article: "a", surround: null }])
  expect(looksLost([boxed], stood(other!.id), [])).toEqual([])
})
