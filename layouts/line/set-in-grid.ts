import {
  gridOver,
  isWhole,
  runCells,
  runIn,
  unitEnd,
  wantsGap,
  wholeCells,
  widthIn,
  type CellGrid,
  type Run,
} from "./cell-grid.ts"
import type { Cells } from "./cells.ts"
import { CLASS, hasTrail, isBlank } from "./classes.ts"
import { hyphenWidth } from "./division.ts"
import type { Justified } from "./justify.ts"

/** Most white at either edge of a run, and at one where there is more to share it with, em. */
const MOST_WHITE = 0.5
const USUAL_WHITE = 0.25

/** Most that a space between two words takes, em. */
const MOST_SPACE = 0.5

/** The gaps of a line in a grid, and the white before its first cell and behind its last, pt. */
export interface InGrid {
  readonly justified: Justified
  readonly lead: number
  /** Less than 0 for a stop that hangs out. */
  readonly blank: number
}

/** A line that is set: its cells, and how many of the grid it may take. */
export interface GridLine {
  readonly start: number
  readonly end: number
  readonly room: number
}

/**
 * Sets the cells start to end of a line into the cells of a grid: every ideograph and full mark stands
 * in its own, nothing is squeezed or stretched, and a run of Western text takes a whole number with
 * what it leaves of them at its edges. A stop that overflows hangs out.
 * Source: CLREQ #handling_of_grid_alignment_in_chinese_and_western_mixed_text_composition
 */
export function setInGrid(cells: Cells, grid: CellGrid, line: GridLine): InGrid {
  const { start, end, room } = line
  let shown = end
  while (shown > start && isBlank(cells.kind[shown - 1]!)) shown -= 1
  const left = new Float64Array(end - start)
  let taken = 0
  for (let from = start; from < shown;) {
    const to = unitEnd(cells, from, shown)
    const at = taken * grid.pitch
    if (to === from + 1 && isWhole(cells, from)) {
      left[from - start] = at
      taken += wholeCells(cells, from)
    } else {
      const run = runIn(cells, from, to)
      const count = runCells(grid, run, isGapped(cells, run, start, shown))
      const last = to === shown && taken + count === room
      placeRun(cells, run, left, {
        start,
        at,
        white: widthIn(grid, count) - run.width,
        open: { left: opensLeft(cells, from, start), right: !last && opensRight(cells, to, shown) },
      })
      taken += count
    }
    from = to
  }
  const ink = shown > start ? left[shown - 1 - start]! + cells.width[shown - 1]! : 0
  left.fill(ink, shown - start)
  return spaced(cells, left, { grid, line, shown, taken, right: ink + hyphenWidth(cells, end) })
}

/** Whether a run on a line wants white at an edge of it. */
export function isGapped(cells: Cells, { from, to }: Run, start: number, end: number): boolean {
  return (from > start && wantsGap(cells, from - 1)) || (to < end && wantsGap(cells, to - 1))
}

/** Whether a mark may hang out of a line's end: stops that stand at the left of their cells. */
export function hangs(kind: number): boolean {
  return hasTrail(kind) && kind !== CLASS.close
}

/** Whether white may stand at a run's left edge: not at a line's start, nor behind an opening mark. */
function opensLeft(cells: Cells, from: number, start: number): boolean {
  return from > start && cells.kind[from - 1] !== CLASS.open
}

/** Whether white may stand at a run's right edge: not before a stop or a closing mark. */
function opensRight(cells: Cells, to: number, end: number): boolean {
  return to === end || !hasTrail(cells.kind[to]!)
}

/** Where a run begins, the white that it has to give away, pt, and the edges that take it gladly. */
interface RunPlace {
  /** The line's first cell. */
  readonly start: number
  readonly at: number
  readonly white: number
  readonly open: { readonly left: boolean; readonly right: boolean }
}

/** Writes where the cells of a run stand. */
function placeRun(
  cells: Cells,
  { from, to, first, last }: Run,
  left: Float64Array,
  { start, at, white, open }: RunPlace,
): void {
  const spaces = roomInSpaces(cells, first, last)
  const shares = sharesOf(white, cells.size, spaces, open)
  let pen = at + shares.left
  for (let i = from; i < first; i += 1) left[i - start] = at
  for (let i = first; i < last; i += 1) {
    left[i - start] = pen
    if (i === last - 1) break
    const opened = isSpace(cells, i) ? (shares.inside / spaces) * spaceRoom(cells, i) : 0
    pen += cells.width[i]! + cells.gap[i]! + opened
  }
  const right = last > first ? pen + cells.width[last - 1]! : at
  for (let i = last; i < to; i += 1) left[i - start] = right
}

function isSpace(cells: Cells, i: number): boolean {
  return cells.kind[i] === CLASS.space && spaceRoom(cells, i) > 1e-9
}

function spaceRoom(cells: Cells, i: number): number {
  return Math.max(0, MOST_SPACE * cells.size - cells.gap[i]!)
}

/** How much the spaces between a run's words can grow together, pt. */
function roomInSpaces(cells: Cells, first: number, last: number): number {
  let room = 0
  for (let i = first; i < last - 1; i += 1) if (isSpace(cells, i)) room += spaceRoom(cells, i)
  return room
}

/**
 * The white of a run, shared: a quarter em at each open edge, then the spaces between its words, then
 * up to half an em at the open edges; what is left goes to the others. No edge has more than half an em.
 */
function sharesOf(
  white: number,
  size: number,
  spaces: number,
  open: RunPlace["open"],
): { readonly left: number; readonly inside: number; readonly right: number } {
  const sides = (open.left ? 1 : 0) + (open.right ? 1 : 0)
  const usual = Math.min(white, sides * USUAL_WHITE * size)
  const inside = Math.min(white - usual, spaces)
  const most = Math.min(white - usual - inside, sides * (MOST_WHITE - USUAL_WHITE) * size)
  const rest = white - usual - inside - most
  const each = sides === 0 ? 0 : (usual + most) / sides
  const closed = sides === 2 ? 0 : rest / (2 - sides)
  const over = sides === 2 ? rest / 2 : 0
  return {
    left: open.left ? each + over : closed,
    inside,
    right: open.right ? each + over : closed,
  }
}

/** The places of a line's cells as gaps between them. */
function spaced(
  cells: Cells,
  left: Float64Array,
  at: {
    readonly grid: CellGrid
    readonly line: GridLine
    /** The cell behind the last one that is no blank. */
    readonly shown: number
    readonly taken: number
    readonly right: number
  },
): InGrid {
  const { grid, line, shown, taken, right } = at
  const { start, end, room } = line
  const lead = left[0] ?? 0
  const gaps = new Float64Array(Math.max(0, end - start - 1))
  for (let i = 0; i < gaps.length; i += 1)
    gaps[i] = left[i + 1]! - left[i]! - cells.width[start + i]!
  const over = taken > room
  const strained = over && !(taken === room + 1 && hangs(cells.kind[shown - 1]!))
  const width = widthIn(grid, Math.min(taken, strained ? taken : room))
  return {
    justified: { gaps, squeeze: 0, expand: 0, looseness: 0, strained },
    lead,
    blank: width - right,
  }
}

/**
 * Cells whose gaps put every stretch between two tabs into a grid that begins where the stretch does:
 * at its stop. Where such a stretch goes on in another line, Western text may stand off the grid.
 */
export function griddedCells(cells: Cells): Cells {
  const grid = gridOver(cells.size, cells.size)
  const gap = cells.gap.slice()
  for (let start = 0; start < cells.count;) {
    let end = start
    while (end < cells.count && cells.kind[end] !== CLASS.tab) end += 1
    const { justified, lead } = setInGrid(cells, grid, { start, end, room: Infinity })
    gap.set(justified.gaps, start)
    const first = unitEnd(cells, start, end) - 1
    if (first < end - 1) gap[first]! += lead
    start = end + 1
  }
  const gapSum = new Float64Array(cells.count + 1)
  for (let i = 0; i < cells.count; i += 1) gapSum[i + 1] = gapSum[i]! + (gap[i] ?? 0)
  return { ...cells, gap, gapMin: gap, gapMax: gap, gapSum }
}
