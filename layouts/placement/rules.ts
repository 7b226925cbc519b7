import { columnLeft, gutterMiddle, lineTop, longWidth } from "../grid/geometry.ts"
import type { Furniture, Grid } from "../issue/page.ts"
import type { Template } from "../templates/template.ts"
import { pt, type Pt } from "../units.ts"
import type { Layout, PlacedBlock } from "./arrange.ts"

/** Part of a line by which a rule over a block stands below the line's top, in the headline's air. */
const INTO_AIR = 0.35

/**
 * The rules that a template wants drawn round placed articles: column rules (栏线) down the gutters
 * between stacks, thin rules across between one article and the next of a stack.
 */
export function rulesOf(layout: Layout, template: Template, grid: Grid): readonly Furniture[] {
  const { column, slot } = template.rules
  return [
    ...(column === null ? [] : columnRules(layout, grid, column)),
    ...(slot === null ? [] : slotRules(layout, grid, slot)),
  ]
}

/** One rule for each pair of stacks side by side, as long as both of them stand there. */
function columnRules(layout: Layout, grid: Grid, width: Pt): readonly Furniture[] {
  const regions = layout.stacks.map((stack) => stack.region)
  return regions.flatMap((left) =>
    regions.flatMap((right) => {
      if (left.column + left.columns !== right.column) return []
      const top = Math.max(left.line, right.line)
      const foot = Math.min(left.line + left.lines, right.line + right.lines)
      if (foot <= top) return []
      const x = gutterMiddle(grid, right.column)
      return [
        { kind: "rule", x1: x, y1: lineTop(grid, top), x2: x, y2: lineTop(grid, foot), width },
      ] as const
    }),
  )
}

/** A rule over each headline that has an article above it. */
function slotRules(layout: Layout, grid: Grid, width: Pt): readonly Furniture[] {
  return layout.blocks
    .filter((placed) => placed.standing.block.headline > 0 && !standsAtHead(placed, layout))
    .map((placed) => {
      const above = layout.blocks.find((other) => isOver(other, placed))
      const white = above?.standing.gap ?? 0
      const y = pt(lineTop(grid, placed.line) + (INTO_AIR - white / 2) * grid.linePitch)
      const x = columnLeft(grid, placed.column)
      const right = pt(x + longWidth(grid, placed.standing.block.columns))
      return { kind: "rule", x1: x, y1: y, x2: right, y2: y, width } as const
    })
}

/** Whether a block begins at the head of the page. */
function standsAtHead({ column, line, cell }: PlacedBlock, layout: Layout): boolean {
  return layout.stacks.some(
    ({ region, atHead }) =>
      atHead && region.column === column && region.line === line && cell !== null,
  )
}

/** Whether `upper` is the block right above `lower` in the same stack. */
function isOver(upper: PlacedBlock, lower: PlacedBlock): boolean {
  const foot = upper.line + upper.standing.height + upper.standing.gap
  return upper.cell === lower.cell && foot === lower.line - lower.standing.block.air
}
