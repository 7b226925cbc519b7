import type { Grid } from "../issue/page.ts"
import type { OutlinePoint } from "../issue/wrap.ts"
import { pt, type Box } from "../units.ts"
import { segmentsOf, type Obstacle, type Segment } from "./obstacles.ts"

/**
 * A box of the page turned left by a quarter, so that a vertical line in it runs to the right and the
 * lines left of it stand under it.
 */
function turnedBox({ x, y, width, height }: Box): Box {
  return { x: y, y: pt(-(x + width)), width: height, height: width }
}

/**
 * A thing that vertical text goes round, turned with the text. Along its lines it keeps the distance
 * that it asks for; so it does across them, a box never less than the white between two lines.
 */
function turnedObstacle({ box, wrap }: Obstacle, grid: Grid): Obstacle {
  const { outline, ...rest } = wrap
  const off = Math.max(wrap.clearance * grid.bodySize, grid.linePitch - grid.bodySize)
  const { y, height, ...along } = turnedBox(box)
  if (wrap.shape === "outline" && outline) {
    const turned = outline.map(([across, down]): OutlinePoint => [down, 1 - across])
    return { box: { ...along, y, height }, wrap: { ...rest, outline: turned } }
  }
  return { box: { ...along, y: pt(y - off), height: pt(height + 2 * off) }, wrap: rest }
}

/**
 * The stretches of a vertical line of a band that obstacles leave free, from its top down, each of
 * whole 字; none where less is left than each obstacle asks for. `middle` is the line's, pt.
 * Source: typography §1.9 text wrap, turned; CLREQ 2.4
 */
export function stretchesOf(
  band: Box,
  middle: number,
  obstacles: readonly Obstacle[],
  grid: Grid,
): readonly Segment[] {
  const half = grid.bodySize / 2
  const row = { top: -middle - half, foot: -middle + half }
  const turned = obstacles.map((one) => turnedObstacle(one, grid))
  return segmentsOf(turnedBox(band), row, turned, grid)
}
