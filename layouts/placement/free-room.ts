import { bareRuns, contains } from "../grid/regions.ts"
import type { Region } from "../issue/page.ts"

/** A column and a line of the grid, both from 0. */
export interface Cell {
  readonly column: number
  readonly line: number
}

/**
 * Every largest bare rectangle of a part of the page: one for each run of neighbouring columns and
 * each stretch of lines that is bare in all of them; those that lie in a wider one too.
 */
export function bareRooms(whole: Region, taken: readonly Region[]): readonly Region[] {
  const rooms: Region[] = []
  for (let column = whole.column; column < whole.column + whole.columns; column += 1) {
    let stretches: readonly { readonly line: number; readonly lines: number }[] = [whole]
    for (let columns = 1; column + columns <= whole.column + whole.columns; columns += 1) {
      stretches = shared(stretches, bareRuns(whole, taken, column + columns - 1))
      if (stretches.length === 0) break
      rooms.push(...stretches.map(({ line, lines }) => ({ column, columns, line, lines })))
    }
  }
  return rooms
}

/** Whether a cell lies in a region. */
export function holdsCell(region: Region, { column, line }: Cell): boolean {
  return contains(region, { column, columns: 1, line, lines: 1 })
}

type Stretch = { readonly line: number; readonly lines: number }

/** The lines that two lists of stretches have in common. */
function shared(a: readonly Stretch[], b: readonly Stretch[]): readonly Stretch[] {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const line = Math.max(one.line, other.line)
      const lines = Math.min(one.line + one.lines, other.line + other.lines) - line
      return lines > 0 ? [{ line, lines }] : []
    }),
  )
}
