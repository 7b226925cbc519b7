import type { Grid } from "../../layouts/issue/page.ts"
import type { Cell } from "../../layouts/placement/free-room.ts"
import type { Point } from "./tool.ts"

/** What a carried article is over: a cell of a page, or (null) a page as a whole in the strip. */
export interface Over {
  readonly page: string
  readonly cell: Cell | null
}

/** An article taken out of the tray by the pointer; `at` is in the window, CSS pixels. */
export type Carry =
  | { readonly kind: "idle" }
  /** Pressed on its entry; not far enough yet to be a drag. */
  | { readonly kind: "pressing"; readonly article: string; readonly from: Point }
  | {
      readonly kind: "carrying"
      readonly article: string
      readonly at: Point
      readonly over: Over | null
    }

export type CarryEvent =
  | { readonly kind: "down"; readonly article: string; readonly at: Point }
  | { readonly kind: "move"; readonly at: Point; readonly over: Over | null }
  | { readonly kind: "up" }
  | { readonly kind: "cancel" }

/** What a step comes to: the next state, and where the article was let go. */
export interface CarryStep {
  readonly state: Carry
  readonly drop: { readonly article: string; readonly over: Over } | null
}

/** CSS pixels that a press may wander before it is a drag. */
const DRAG = 4

/** Nothing is carried. */
export const EMPTY_HANDED: Carry = { kind: "idle" }

/** The next state after an event. Pure: placing the article is the caller's. */
export function carry(state: Carry, event: CarryEvent): CarryStep {
  const stay = (next: Carry): CarryStep => ({ state: next, drop: null })
  switch (event.kind) {
    case "down":
      return stay({ kind: "pressing", article: event.article, from: event.at })
    case "move":
      if (state.kind === "idle") return stay(state)
      if (state.kind === "pressing" && !isFar(state.from, event.at)) return stay(state)
      return stay({ kind: "carrying", article: state.article, at: event.at, over: event.over })
    case "up":
      if (state.kind !== "carrying" || !state.over) return stay(EMPTY_HANDED)
      return { state: EMPTY_HANDED, drop: { article: state.article, over: state.over } }
    case "cancel":
      return stay(EMPTY_HANDED)
  }
}

function isFar(a: Point, b: Point): boolean {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) > DRAG
}

/** The cell of a page's grid under a point (pt); outside the type area the nearest. */
export function cellAt(grid: Grid, { x, y }: Point): Cell {
  const step = (grid.measure + grid.gutter) * grid.bodySize
  const within = (value: number, count: number): number =>
    Math.max(0, Math.min(count - 1, Math.floor(value)))
  return {
    column: within((x - grid.x) / step, grid.columns),
    line: within((y - grid.y) / grid.linePitch, grid.lines),
  }
}
