import type { Shape } from "./skeleton.ts"

/** Heights by cell index, lines: what each cell needs at least and what it would like. */
export interface Needs {
  readonly least: readonly number[]
  readonly wish: readonly number[]
}

/** Height in lines that a shape needs when its cells need so much each. */
export function heightOf(shape: Shape, cells: readonly number[]): number {
  switch (shape.kind) {
    case "fast":
      return shape.lines
    case "cell":
      return cells[shape.cell.index]!
    case "row": {
      let most = 0
      for (const part of shape.parts) most = Math.max(most, heightOf(part, cells))
      return most
    }
    case "stack": {
      let sum = 0
      for (const part of shape.parts) sum += heightOf(part, cells)
      return sum
    }
  }
}

/**
 * Shares `height` lines out: every part of a row gets all of it; of a stack, each part gets what it
 * needs, then what it would like, and the last part that can stretch gets the rest. Writes each
 * cell's height into `into` by its index. The height must be no less than `heightOf` the least.
 */
export function shareOut(shape: Shape, height: number, needs: Needs, into: number[]): void {
  switch (shape.kind) {
    case "fast":
      return
    case "cell":
      into[shape.cell.index] = height
      return
    case "row":
      for (const part of shape.parts) shareOut(part, height, needs, into)
      return
    case "stack": {
      let spare = height - heightOf(shape, needs.least)
      const last = stretchable(shape.parts)
      const heights = shape.parts.map((part, i) => {
        const least = heightOf(part, needs.least)
        if (i === last || part.kind === "fast") return least
        const more = Math.max(0, Math.min(spare, heightOf(part, needs.wish) - least))
        spare -= more
        return least + more
      })
      if (last >= 0) heights[last] = heights[last]! + Math.max(0, spare)
      shape.parts.forEach((part, i) => shareOut(part, heights[i]!, needs, into))
    }
  }
}

/** Index of the part of a stack that takes what is left: the last stacks side by side, else the last cell. */
function stretchable(parts: readonly Shape[]): number {
  const row = parts.findLastIndex((part) => part.kind === "row")
  return row >= 0 ? row : parts.findLastIndex((part) => part.kind !== "fast")
}
