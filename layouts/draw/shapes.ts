import type { Fill, Segment, Stroke } from "../display/list.ts"
import type { Box, Pt } from "../units.ts"

/** A box's outline as a closed path. */
export function pathOf(box: Box): readonly Segment[] {
  return [
    ["M", box.x, box.y],
    ["L", box.x + box.width, box.y],
    ["L", box.x + box.width, box.y + box.height],
    ["L", box.x, box.y + box.height],
    ["Z"],
  ]
}

/** A filled box. */
export function fillBox(box: Box, ink: string): Fill {
  return { kind: "fill", ink, path: pathOf(box) }
}

/** A box's border, drawn on its edge. */
export function strokeBox(box: Box, ink: string, width: Pt): Stroke {
  return { kind: "stroke", ink, path: pathOf(box), width, dash: [] }
}

/** Bézier handle of a quarter circle. Source: 4/3 · (√2 − 1) */
const QUARTER = 0.5523

/** A circle as a closed path. */
export function circle(x: number, y: number, radius: number): readonly Segment[] {
  const handle = radius * QUARTER
  return [
    ["M", x + radius, y],
    ["C", x + radius, y + handle, x + handle, y + radius, x, y + radius],
    ["C", x - handle, y + radius, x - radius, y + handle, x - radius, y],
    ["C", x - radius, y - handle, x - handle, y - radius, x, y - radius],
    ["C", x + handle, y - radius, x + radius, y - handle, x + radius, y],
    ["Z"],
  ]
}
