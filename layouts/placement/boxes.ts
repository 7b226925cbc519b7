import { boxOf } from "../grid/geometry.ts"
import type { Furniture, Grid } from "../issue/page.ts"
import { pt, type Box } from "../units.ts"
import type { BareFrame } from "./frames.ts"
import type { MadePage } from "./page.ts"

/** Width of a box's rule, pt. */
const RULE = pt(0.5)

/** Size of the word 广告 and how far an advertisement's box stands off its text, pt. */
const AD = { size: 7.5, off: 3, label: 9 } as const

/**
 * Boxes round fillers and advertisements. An advertisement says that it is one, as the law wants.
 * Source: reference/domain.md 2.6.
 */
export function boxesOf({ frames, placed }: MadePage, grid: Grid): readonly Furniture[] {
  const fillers = frames
    .filter((frame) => frame.role === "filler")
    .map((frame) => ruled(boxOf(grid, frame.region)))
  const ads = placed.filter(({ piece }) => piece.article.kind === "ad")
  return [
    ...fillers,
    ...ads.flatMap(({ piece }) =>
      labelled(
        frames.filter((frame) => frame.article === piece.article.id),
        grid,
      ),
    ),
  ]
}

/** A box round all of an advertisement's frames, with the word 广告 at its top right. */
function labelled(frames: readonly BareFrame[], grid: Grid): readonly Furniture[] {
  if (frames.length === 0) return []
  const boxes = frames.map((frame) => boxOf(grid, frame.region))
  // Without a headline the label stands in the line of air over the text.
  const over = frames.some((frame) => frame.role === "headline") ? 0 : AD.label
  const left = Math.min(...boxes.map((box) => box.x)) - AD.off
  const top = Math.min(...boxes.map((box) => box.y)) - over
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + AD.off
  const foot = Math.max(...boxes.map((box) => box.y + box.height)) + AD.off
  const box = { x: pt(left), y: pt(top), width: pt(right - left), height: pt(foot - top) }
  const label: Furniture = {
    kind: "text",
    role: "house",
    text: "广告",
    family: "hei",
    weight: 400,
    size: pt(AD.size),
    x: pt(right - AD.off),
    baseline: pt(top + AD.size),
    align: "right",
    tracking: pt(0),
  }
  return [ruled(box), label]
}

/** A box as furniture. */
function ruled(box: Box): Furniture {
  return { kind: "box", ...box, rule: RULE, tint: 0 }
}
