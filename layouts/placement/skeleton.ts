import { cutsOf, type Cuts } from "../grid/cuts.ts"
import type { Slot, SlotRole, Template } from "../templates/template.ts"

/**
 * The page's bones: furniture that stands fast, stacks of slots over the same columns (cells), and
 * how these lie side by side (row) and one under another (stack). Heights are open; they come from
 * what is put in.
 */
export type Shape =
  | { readonly kind: "fast"; readonly columns: number; readonly lines: number }
  | { readonly kind: "cell"; readonly columns: number; readonly cell: Cell }
  | { readonly kind: "row"; readonly columns: number; readonly parts: readonly Shape[] }
  | { readonly kind: "stack"; readonly columns: number; readonly parts: readonly Shape[] }

/** A run of slots one under another over the same columns; `index` tells a page's cells apart. */
export interface Cell {
  readonly index: number
  readonly slots: readonly Slot[]
  readonly roles: ReadonlySet<SlotRole>
  /** The slot for the lead, when it is one of these. */
  readonly lead: Slot | null
}

/** The bones of a template. Throws on a template that was not checked: its slots do not tile the page. */
export function skeletonOf(template: Template): Shape {
  const { reserved, slots, grid } = template
  const whole = { column: 0, columns: grid.columns, line: 0, lines: grid.lines }
  const cuts = cutsOf(
    whole,
    [...reserved, ...slots].map((place) => place.region),
  )
  if (cuts === null) throw new Error(`template ${template.id} does not tile its page`)
  const made = { cells: 0 }
  const pieceSlot = (piece: number): Slot | null => slots[piece - reserved.length] ?? null
  return boneOf(cuts, pieceSlot, made)
}

/** All cells of a shape, in reading order. */
export function cellsOf(shape: Shape): readonly Cell[] {
  if (shape.kind === "cell") return [shape.cell]
  return shape.kind === "fast" ? [] : shape.parts.flatMap(cellsOf)
}

/** A cell with the width that a shape gives it. */
export interface Stack {
  readonly cell: Cell
  readonly columns: number
}

/** The stacks of a shape by cell index; indices of cells that the shape leaves out are empty. */
export function stacksOf(shape: Shape, into: (Stack | undefined)[] = []): (Stack | undefined)[] {
  if (shape.kind === "cell") into[shape.cell.index] = { cell: shape.cell, columns: shape.columns }
  else if (shape.kind !== "fast") shape.parts.forEach((part) => stacksOf(part, into))
  return into
}

/** Turns cuts into bones: neighbours in a stack that are single slots run together into one cell. */
function boneOf(
  cuts: Cuts,
  slotOf: (piece: number) => Slot | null,
  made: { cells: number },
): Shape {
  const columns = cuts.region.columns
  if (cuts.kind === "piece") {
    const slot = slotOf(cuts.piece)
    return slot === null
      ? { kind: "fast", columns, lines: cuts.region.lines }
      : { kind: "cell", columns, cell: cellOf([slot], made) }
  }
  if (cuts.kind === "row")
    return { kind: "row", columns, parts: cuts.parts.map((part) => boneOf(part, slotOf, made)) }
  const parts: Shape[] = []
  let run: Slot[] = []
  const endRun = (): void => {
    if (run.length > 0) parts.push({ kind: "cell", columns, cell: cellOf(run, made) })
    run = []
  }
  for (const part of cuts.parts) {
    const slot = part.kind === "piece" ? slotOf(part.piece) : null
    if (slot !== null) run.push(slot)
    else {
      endRun()
      parts.push(boneOf(part, slotOf, made))
    }
  }
  endRun()
  return parts.length === 1 ? parts[0]! : { kind: "stack", columns, parts }
}

/** The next cell with these slots. */
function cellOf(slots: readonly Slot[], made: { cells: number }): Cell {
  const index = made.cells
  made.cells += 1
  const roles = new Set(slots.map((slot) => slot.role))
  return { index, slots, roles, lead: slots.find((slot) => slot.role === "lead") ?? null }
}
