import { boxOf } from "../grid/geometry.ts"
import type { Frame, Furniture, Grid } from "../issue/page.ts"
import { pt, type Box } from "../units.ts"

/** Width of a box's rule, pt. */
const RULE = pt(0.5)

/** Size of the word 广告 and how far an advertisement's box stands off its text, pt. */
const AD = { size: 7.5, off: 3, label: 9 } as const

/** A box round each filler that has words (补白加框). */
export function fillerBoxes(grid: Grid, frames: readonly Frame[]): readonly Furniture[] {
  return frames
    .filter(({ role, article }) => role === "filler" && article !== null)
    .map(({ region }) => ruled(boxOf(grid, region)))
}

/**
 * A box round all frames that an advertisement has on a page, with the word 广告 at its top right;
 * nothing when it has none. An advertisement says that it is one, as the law wants.
 * Source: reference/domain.md 2.6.
 */
export function adBox(grid: Grid, frames: readonly Frame[]): readonly Furniture[] {
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
