import type { PlacedLine, SetColumn, SetStory } from "../../layouts/flow/compose-story.ts"
import { segmentsOf } from "../../layouts/grid/obstacles.ts"
import { pt, type Box } from "../../layouts/units.ts"

/** Lengths nearer than this are the same, pt. */
const OFF = 0.02

/** Part of an em box that is over the baseline. */
const ABOVE = 0.88

/** The box of a line: the em boxes of its largest characters, as wide as the line is. */
export function lineBox({ line, x, baseline }: PlacedLine): Box {
  const size = line.runs.reduce((most, run) => Math.max(most, run.size), 0)
  return { x, y: pt(baseline - ABOVE * size), width: line.width, height: pt(size) }
}

/** Whether two boxes share more than an edge. */
export function meets(a: Box, b: Box): boolean {
  return (
    a.x + OFF < b.x + b.width &&
    b.x + OFF < a.x + a.width &&
    a.y + OFF < b.y + b.height &&
    b.y + OFF < a.y + a.height
  )
}

/**
 * The lines of a story that stand where what they go round leaves no room for them: their boxes are in
 * none of the free stretches of their rows.
 */
export function overKept({ columns }: SetStory): readonly PlacedLine[] {
  return columns.flatMap((column) => column.lines.filter((line) => !isFree(column, lineBox(line))))
}

function isFree({ column }: SetColumn, { x, y, width, height }: Box): boolean {
  const { box, obstacles, grid } = column
  const free = segmentsOf(box, { top: y, foot: y + height }, obstacles, grid)
  const [from, to] = [x - box.x, x - box.x + width]
  return free.some((one) => one.x - OFF <= from && to <= one.x + one.width + OFF)
}
