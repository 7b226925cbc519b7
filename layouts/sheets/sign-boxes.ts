import type { Furniture } from "../issue/page.ts"
import { mm, mmToPt, pt, type Box } from "../units.ts"
import { words } from "./words.ts"

/**
 * Who signs a proof, in the order that it goes round: three readings, three reviews, each by another
 * person, then the release. Source: reference/domain.md §4 (三审三校).
 */
export const SIGNERS = ["责编", "一校", "二校", "三校", "一审", "二审", "三审", "签发"] as const

/** The names under the boxes' titles: what each is to write. */
const ASKED = "签名 / 时间"

/** Weight of the boxes' lines, pt. */
const LINE = pt(0.5)

/** The sign boxes (签字栏) side by side over a width, each with its title and what is to be written. */
export function signBoxes(place: Box): readonly Furniture[] {
  const width = place.width / SIGNERS.length
  return SIGNERS.flatMap((title, i): readonly Furniture[] => {
    const x = pt(place.x + i * width)
    const left = pt(x + mmToPt(mm(1.5)))
    return [
      { kind: "box", x, y: place.y, width: pt(width), height: place.height, rule: LINE, tint: 0 },
      words(title, { x: left, baseline: pt(place.y + mmToPt(mm(4.4))), size: 10, family: "hei" }),
      words(ASKED, {
        ...{ x: pt(x + width - mmToPt(mm(1.5))), size: 6, align: "right" },
        baseline: pt(place.y + place.height - mmToPt(mm(1.5))),
      }),
    ]
  })
}
