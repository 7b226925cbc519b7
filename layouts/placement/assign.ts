import type { Block } from "./block.ts"
import { heightOf, shareOut, type Needs } from "./heights.ts"
import type { Piece } from "./piece.ts"
import { reservedArea, type Room } from "./room.ts"
import { stacksOf, type Cell, type Shape, type Stack } from "./skeleton.ts"
import { wellRoom } from "./stretch.ts"
import type { Variant } from "./variants.ts"
import { WEIGHTS } from "./weights.ts"

/**
 * Which stack each piece goes to: an index of a cell, or −1 − i for the white under the short
 * columns of piece i. Parallel to the pieces that were asked for.
 */
export interface Assignment {
  readonly choice: readonly number[]
  /** Price of the choices alone; white, pictures and order come later. */
  readonly cost: number
}

/** How many unfinished assignments are carried on after each piece, and how many finished ones are handed on. */
const BEAM = 14
const FINALISTS = 6

/** Price of a column line by which the stacks are filled unevenly, while pieces are still to come. */
const UNEVEN = 0.12

interface State extends Assignment {
  readonly least: readonly number[]
  readonly wish: readonly number[]
  /** Whether the last piece went into another's white. */
  readonly guest: boolean
  readonly promise: number
}

/** A variant while pieces are assigned to its stacks. */
interface Sheet {
  readonly shape: Shape
  readonly stacks: readonly (Stack | undefined)[]
  readonly present: readonly Stack[]
  readonly room: Room
}

/**
 * Assigns pieces to the stacks of a variant, the first piece to the lead's slot. Large pieces are
 * placed first and the most even assignments kept (a beam search over largest-first filling), so
 * that the small ones can level the feet. Empty when they do not fit.
 */
export function assignmentsOf(
  variant: Variant,
  pieces: readonly Piece[],
  room: Room,
): readonly Assignment[] {
  const stacks = stacksOf(variant.shape)
  const present = stacks.filter((stack) => stack !== undefined)
  const sheet = { shape: variant.shape, stacks, present, room }
  if (areaNeeded(pieces, sheet) > room.bench.grid.columns * room.lines) return []
  const none = Array.from(stacks, () => 0)
  const start = { choice: [], cost: 0, least: none, wish: none, guest: false, promise: 0 }
  let states: readonly State[] = [start]
  for (let i = 0; i < pieces.length && states.length > 0; i += 1) {
    const piece = pieces[i]!
    const next: State[] = []
    const home = i === 0 ? present.find((stack) => stack.cell.lead !== null) : undefined
    for (const state of states) {
      for (const stack of home === undefined ? present : [home]) {
        const put = putInto(state, piece, stack, sheet)
        if (put !== null) next.push(put)
      }
      if (piece.setting === "box") next.push(...wellsFor(state, piece, pieces, sheet))
    }
    states = fittest(next)
  }
  return states.slice(0, FINALISTS)
}

/** Column lines that pieces and furniture need at the very least, each piece where it needs fewest. */
function areaNeeded(pieces: readonly Piece[], { present, room }: Sheet): number {
  let area = reservedArea(room)
  for (const piece of pieces) {
    // A filler may stand in another piece's white and then takes no room of its own.
    if (piece.setting === "box") continue
    let least = Infinity
    for (const { columns } of present)
      least = Math.min(least, columns * room.block(piece, columns).least)
    area += least
  }
  return area
}

/** The state with the piece at the foot of a stack; null when the page would run over. */
function putInto(state: State, piece: Piece, stack: Stack, sheet: Sheet): State | null {
  const { shape, room } = sheet
  const block = room.block(piece, stack.columns)
  const index = stack.cell.index
  const least = state.least.with(index, state.least[index]! + block.air + block.least)
  if (heightOf(shape, least) > room.lines) return null
  const wish = state.wish.with(index, state.wish[index]! + block.air + block.wish)
  const cost = state.cost + block.discomfort + strangeness(block, stack.cell, state.choice.length)
  const promise = cost + UNEVEN * unevenness(sheet, { least, wish })
  return { choice: [...state.choice, index], cost, least, wish, guest: false, promise }
}

/** The states with a filler in the white under the short columns of a piece already placed. */
function wellsFor(
  state: State,
  filler: Piece,
  pieces: readonly Piece[],
  { room, stacks }: Sheet,
): readonly State[] {
  return state.choice.flatMap((cell, i) => {
    if (cell < 0 || state.choice.includes(-1 - i)) return []
    const host = room.block(pieces[i]!, stacks[cell]!.columns)
    if (wellColumns(host, filler, room) === null) return []
    return [{ ...state, guest: true, choice: [...state.choice, -1 - i] }]
  })
}

/** Where in a block's white a filler fits: the widest neighbouring columns, else null. */
export function wellColumns(
  host: Block,
  filler: Piece,
  room: Room,
): { readonly column: number; readonly columns: number } | null {
  for (let columns = host.columns - 1; columns > 0; columns -= 1)
    for (let column = host.columns - columns; column >= 0; column -= 1)
      if (wellRoom(host, column, columns) >= room.block(filler, columns).least)
        return { column, columns }
  return null
}

/** The most promising states; of two that fill the stacks alike only the cheaper. */
function fittest(states: readonly State[]): readonly State[] {
  const kept: State[] = []
  for (const state of states.toSorted((a, b) => a.promise - b.promise)) {
    if (!kept.some((other) => fillsAlike(state, other))) kept.push(state)
    if (kept.length === BEAM) break
  }
  return kept
}

/** Whether two states leave every stack equally full. */
function fillsAlike(a: State, b: State): boolean {
  return (
    a.guest === b.guest &&
    a.least.every((lines, i) => lines === b.least[i]) &&
    a.wish.every((lines, i) => lines === b.wish[i])
  )
}

/** What it costs that a piece stands in a stack not meant for it. */
function strangeness(block: Block, cell: Cell, order: number): number {
  const { roles } = cell
  switch (block.piece.setting) {
    case "photo":
      return roles.has("photo") || order === 0 ? 0 : WEIGHTS.stranger
    case "box":
      return roles.has("filler") || roles.has("house") ? 0 : WEIGHTS.stranger
    case "text":
      return cell.lead !== null && order > 0 && !roles.has("news") ? WEIGHTS.underLead : 0
  }
}

/** How unevenly the stacks are filled: column lines off the mean of what is left in each. */
function unevenness({ shape, present, room }: Sheet, needs: Needs): number {
  const heights: number[] = []
  shareOut(shape, room.lines, needs, heights)
  let columns = 0
  let left = 0
  for (const { cell, columns: wide } of present) {
    columns += wide
    left += wide * (heights[cell.index]! - needs.wish[cell.index]!)
  }
  const mean = left / columns
  let sum = 0
  for (const { cell, columns: wide } of present)
    sum += wide * Math.abs(heights[cell.index]! - needs.wish[cell.index]! - mean)
  return sum
}
