import { depthOf, type Block } from "./blocks.ts"

/** Lines `from` to `to` of a block, the first of them at row `at` of its column. */
export interface Part {
  readonly block: number
  readonly from: number
  readonly to: number
  readonly at: number
  /** Where they begin from the column's left edge, pt; absent is at it. */
  readonly x?: number
}

/** One filled column: its parts, and the rows that they take. */
export interface Filled {
  readonly parts: readonly Part[]
  readonly used: number
}

/** Where the text stopped for want of room, and where it goes on. */
export interface Rest {
  readonly block: number
  readonly line: number
}

/** What is before and behind the columns that are filled. */
export interface Course {
  readonly from: Rest
  /** True where columns of another measure follow the last one. */
  readonly goesOn: boolean
}

const ALL: Course = { from: { block: 0, line: 0 }, goesOn: false }

/** Columns filled in thread order, and what did not fit (余字); null when all is placed. */
export interface Flow {
  readonly columns: readonly Filled[]
  readonly rest: Rest | null
}

/** A column being filled. */
interface Filling {
  parts: Part[]
  used: number
}

/**
 * Flows blocks down columns of `rooms` lines each, in thread order. A line that ends at an original
 * column break ends its column, while another column follows. A subhead stays with the lines after
 * it. Every line is placed once, or is in the rest.
 */
export function fill(
  blocks: readonly Block[],
  rooms: readonly number[],
  { from, goesOn }: Course = ALL,
): Flow {
  const columns: Filling[] = rooms.map(() => ({ parts: [], used: 0 }))
  let at = 0
  for (let index = from.block; index < blocks.length; index += 1) {
    const block = blocks[index]!
    if (block.runIn && columns[at]) {
      const line = Math.max(0, columns[at]!.used - 1)
      columns[at]!.parts.push({ block: index, from: 0, to: block.lines.length, at: line })
      continue
    }
    let line = index === from.block ? from.line : 0
    while (line < block.lines.length) {
      const column = columns[at]
      if (!column) return { columns, rest: { block: index, line } }
      const room = rooms[at]! - column.used
      const take = linesThatFit(blocks, index, line, { room, empty: column.used === 0 })
      const last = at + 1 === columns.length && !goesOn
      const stop = last ? line + take : breakWithin(block, line, line + take)
      if (stop > line) place(column, block, { block: index, from: line, to: stop, at: column.used })
      line = stop
      if (line < block.lines.length) at += 1
    }
  }
  return { columns, rest: null }
}

/** How many lines of a block, from `line` on, may stand in the room left in a column. */
function linesThatFit(
  blocks: readonly Block[],
  index: number,
  line: number,
  column: { room: number; empty: boolean },
): number {
  const block = blocks[index]!
  if (block.role !== "subhead") {
    const fits = linesInRows(block, line, column.room)
    const cut = line === 0 && fits < (block.set.deep ?? 1)
    return cut && !column.empty ? 0 : fits
  }
  const next = blocks[index + 1]
  const follow = next ? Math.min(block.keep, next.lines.length) : 0
  if (block.height + follow <= column.room) return block.lines.length
  return column.empty && block.height <= column.room ? block.lines.length : 0
}

/** How many lines of a block, from `from` on, so many rows hold. */
function linesInRows(block: Block, from: number, rows: number): number {
  const most = block.lines.length - from
  if (!block.taken) return Math.min(most, rows)
  let count = 0
  while (count < most && depthOf(block, from, from + count + 1) <= rows) count += 1
  return count
}

/** The end of the lines that may stand together: after the first original break among them. */
function breakWithin(block: Block, from: number, to: number): number {
  for (let line = from; line < to; line += 1)
    if (block.lines[line]!.end === "columnBreak") return line + 1
  return to
}

function place(column: Filling, block: Block, part: Part): void {
  column.parts.push(part)
  column.used += block.role === "subhead" ? block.height : depthOf(block, part.from, part.to)
}
