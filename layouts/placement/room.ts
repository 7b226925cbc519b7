import { longMeasure } from "../grid/geometry.ts"
import type { Bench } from "./bench.ts"
import { blockOf, type Block } from "./block.ts"
import type { Piece } from "./piece.ts"
import type { Shape } from "./skeleton.ts"

/**
 * What a page offers to the pieces that go on it: the grid and the compositor, the bones of its
 * template, and how many lines of it articles may have (the rest is a notice across the foot).
 */
export interface Room {
  readonly bench: Bench
  readonly skeleton: Shape
  readonly lines: number
  /** A piece over so many columns; the same block each time it is asked for. */
  block(piece: Piece, columns: number): Block
}

/** 字 that a stack of news needs at least, and the range that suits it. */
const SUITABLE = { least: 13, most: 60, floor: 9 } as const

/** A page's room with all its lines. */
export function roomOf(bench: Bench, skeleton: Shape): Room {
  const blocks = new Map<Piece, Map<number, Block>>()
  const block = (piece: Piece, columns: number): Block => {
    const known = blocks.get(piece) ?? new Map<number, Block>()
    blocks.set(piece, known)
    const made = known.get(columns) ?? blockOf(piece, columns, bench)
    known.set(columns, made)
    return made
  }
  return { bench, skeleton, lines: bench.grid.lines, block }
}

/** The least number of basic columns that a stack of news may have on a page. */
export function narrowestStack({ grid }: Bench): number {
  for (let columns = 1; columns < grid.columns; columns += 1)
    if (longMeasure(grid, columns) >= SUITABLE.least) return columns
  return grid.columns
}

/** Numbers of basic columns that suit news; never empty. */
export function suitableWidths(bench: Bench): readonly number[] {
  const { grid } = bench
  const widths = Array.from({ length: grid.columns }, (_, i) => i + 1)
  const suited = widths.filter(
    (columns) => columns >= narrowestStack(bench) && longMeasure(grid, columns) <= SUITABLE.most,
  )
  return suited.length > 0 ? suited : [narrowestStack(bench)]
}

/** Column lines that furniture in the type area takes. */
export function reservedArea(room: Room): number {
  const area = (shape: Room["skeleton"]): number => {
    if (shape.kind === "fast") return shape.columns * shape.lines
    return shape.kind === "cell" ? 0 : shape.parts.reduce((sum, part) => sum + area(part), 0)
  }
  return area(room.skeleton)
}
