import type { Region } from "../issue/page.ts"
import { wellColumns, type Assignment } from "./assign.ts"
import { heightOf, shareOut } from "./heights.ts"
import type { Piece } from "./piece.ts"
import type { Room } from "./room.ts"
import { stacksOf, type Cell, type Shape } from "./skeleton.ts"
import { fillStack, stackHeight, type Entry, type Filled, type Standing } from "./stretch.ts"
import type { Variant } from "./variants.ts"

/** Pieces in their stacks, top down, by cell index; what a page is laid out from. */
export interface Draft {
  readonly variant: Variant
  /** The piece that stands first in its stack whatever else is there. */
  readonly lead: Piece
  readonly stacks: readonly (readonly Entry[])[]
  /** Price of the variant and of which piece is in which stack. */
  readonly cost: number
}

/** A block in its place on the page; columns and lines count from the type area's top left. */
export interface PlacedBlock {
  readonly standing: Standing
  readonly cell: Cell
  readonly column: number
  readonly line: number
}

/** A stack in its place, with the notice at its foot. */
export interface PlacedStack {
  readonly region: Region
  readonly atHead: boolean
  /** Lines of the notice, the air above it included; 0: none. */
  readonly house: number
}

/** A page laid out: every block and stack in place, and what it cost. */
export interface Layout {
  readonly lead: Piece
  readonly blocks: readonly PlacedBlock[]
  readonly stacks: readonly PlacedStack[]
  readonly cost: number
}

/** The draft that an assignment stands for, each stack in the order of its template's slots. */
export function draftOf(
  variant: Variant,
  pieces: readonly Piece[],
  assignment: Assignment,
  room: Room,
): Draft {
  const stacks = stacksOf(variant.shape)
  const lead = pieces[0]!
  const entries = Array.from(stacks, (stack, cell) => {
    if (stack === undefined) return []
    const own: Entry[] = []
    pieces.forEach((piece, i) => {
      if (assignment.choice[i] !== cell) return
      const block = room.block(piece, stack.columns)
      const guest = assignment.choice.indexOf(-1 - i)
      const place = guest < 0 ? null : wellColumns(block, pieces[guest]!, room)
      const inWell =
        place === null ? null : { ...place, block: room.block(pieces[guest]!, place.columns) }
      own.push({ block, inWell })
    })
    return inOrder(stack.cell, own, lead)
  })
  return { variant, lead, stacks: entries, cost: variant.distance + assignment.cost }
}

/** A stack's entries as its slots ask: text by importance, photos where the photo slot is, boxes at the foot. */
function inOrder(cell: Cell, entries: readonly Entry[], lead: Piece): readonly Entry[] {
  const place = ({ block }: Entry): number => (block.piece === lead ? -1 : block.piece.rank)
  const of = (setting: string): readonly Entry[] =>
    entries
      .filter((entry) => entry.block.piece.setting === setting)
      .toSorted((a, b) => place(a) - place(b))
  const text = of("text")
  const slot = cell.slots.findIndex((each) => each.role === "photo")
  const at = Math.min(text.length, Math.max(0, slot))
  return [...text.slice(0, at), ...of("photo"), ...text.slice(at), ...of("box")]
}

/** Lays a draft out: heights shared, stacks filled, everything in its place. Null when it does not fit. */
export function layOut(draft: Draft, room: Room): Layout | null {
  const { shape } = draft.variant
  const heads = headsOf(shape, true)
  const sum = (height: "least" | "wish"): readonly number[] =>
    draft.stacks.map((entries, cell) =>
      stackHeight(
        entries.map((entry) => entry.block),
        heads[cell] ?? false,
        (block) => block[height],
      ),
    )
  const needs = { least: sum("least"), wish: sum("wish") }
  if (heightOf(shape, needs.least) > room.lines) return null
  const heights: number[] = []
  shareOut(shape, room.lines, needs, heights)
  const filled = draft.stacks.map((entries, cell) =>
    heights[cell] === undefined ? null : fillStack(entries, heights[cell], heads[cell] ?? false),
  )
  const standing: Standings = { blocks: [], stacks: [], heights, heads, filled }
  stand(shape, { column: 0, line: 0 }, standing)
  const { blocks, stacks } = standing
  return { lead: draft.lead, blocks, stacks, cost: draft.cost + filledCost(filled) }
}

/** What is known of the stacks by cell index, and what stands so far. */
interface Standings {
  readonly blocks: PlacedBlock[]
  readonly stacks: PlacedStack[]
  readonly heights: readonly number[]
  readonly heads: readonly boolean[]
  readonly filled: readonly (Filled | null)[]
}

/** Stands a part of the page at a place, with all that is in it; returns its height in lines. */
function stand(
  part: Shape,
  at: { readonly column: number; readonly line: number },
  page: Standings,
): number {
  if (part.kind === "fast") return part.lines
  if (part.kind === "cell") {
    const { cell, columns } = part
    const { standings, house } = page.filled[cell.index]!
    const lines = page.heights[cell.index]!
    const atHead = page.heads[cell.index] ?? false
    page.stacks.push({ region: { ...at, columns, lines }, atHead, house })
    for (const standing of standings)
      page.blocks.push({ standing, cell, column: at.column, line: at.line + standing.top })
    return lines
  }
  let { column, line } = at
  let highest = 0
  for (const inner of part.parts) {
    const lines = stand(inner, { column, line }, page)
    if (part.kind === "row") column += inner.columns
    else line += lines
    highest = Math.max(highest, lines)
  }
  return part.kind === "row" ? highest : line - at.line
}

/** Price of all stacks' white, air, pictures and notices. */
function filledCost(filled: readonly (Filled | null)[]): number {
  return filled.reduce((sum, stack) => sum + (stack?.cost ?? 0), 0)
}

/** By cell index, whether a stack begins at the head of the page or right under its furniture. */
function headsOf(shape: Shape, atHead: boolean, into: boolean[] = []): boolean[] {
  if (shape.kind === "cell") into[shape.cell.index] = atHead
  if (shape.kind === "row") shape.parts.forEach((part) => headsOf(part, atHead, into))
  if (shape.kind === "stack") {
    const first = shape.parts.findIndex((part) => part.kind !== "fast")
    shape.parts.forEach((part, i) => headsOf(part, atHead && i === first, into))
  }
  return into
}
