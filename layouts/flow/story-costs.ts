import { lineCosts, type LineCost } from "../line/line-costs.ts"
import type { PlacedLine, SetColumn, SetStory } from "./compose-story.ts"
import type { SetText } from "./set-text.ts"

/** A line of a story at its place, and what it cost. */
export interface CostedLine extends LineCost {
  readonly placed: PlacedLine
  readonly column: SetColumn
}

/** Costs by the paragraph that they are of; most are asked for again at the next look. */
const known = new WeakMap<SetText, readonly LineCost[]>()

/** What each placed line of a story cost the breaker, down its columns; subheads cost nothing. */
export function storyCosts({ columns, blocks }: SetStory): readonly CostedLine[] {
  const sets = new Map(blocks.map(({ paragraph, set }) => [paragraph, set]))
  return columns.flatMap((column) =>
    column.lines.flatMap((placed) => {
      const set = sets.get(placed.paragraph)
      const cost = set && costsOf(set)[set.lines.indexOf(placed.line)]
      return cost ? [{ placed, column, ...cost }] : []
    }),
  )
}

function costsOf(set: SetText): readonly LineCost[] {
  const found = known.get(set)
  if (found) return found
  const costs = set.breaking ? lineCosts(set.cells, set.breaking, endsOf(set)) : []
  known.set(set, costs)
  return costs
}

/** The cell before which each line ends. */
function endsOf({ cells, lines }: SetText): readonly number[] {
  let cell = 0
  return lines.map(({ to }) => {
    while (cells.from[cell]! < to) cell += 1
    return cell
  })
}
