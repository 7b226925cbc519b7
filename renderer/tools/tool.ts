import type { Frame, Grid, Region } from "../../layouts/issue/page.ts"

/** The tools of the page, by name. */
export type ToolId =
  "select" | "text" | "frame" | "picture" | "rule" | "box" | "thread" | "hand" | "zoom"

/** A point of the page, pt. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Which edges of a frame a handle moves: -1 the left or top, 1 the right or bottom, 0 none. */
export interface Handle {
  readonly across: -1 | 0 | 1
  readonly down: -1 | 0 | 1
}

/** What the pointer and the keys do to a tool. */
export type ToolEvent =
  | {
      readonly kind: "down"
      readonly at: Point
      readonly more: boolean
      /** Presses in quick succession, from 1; absent is 1. */
      readonly clicks?: number
      readonly handle: { readonly id: string; readonly handle: Handle } | null
    }
  | { readonly kind: "move"; readonly at: Point }
  | { readonly kind: "up"; readonly at: Point }
  | { readonly kind: "cancel" }

/** What a tool sees: the page's frames, its grid, what is chosen. */
export interface Bench {
  readonly frames: readonly Frame[]
  readonly grid: Grid
  readonly selection: readonly string[]
}

/** What a tool wants done to the issue; the desk turns it into a named edit. */
export type Act =
  | {
      readonly kind: "move"
      readonly ids: readonly string[]
      readonly columns: number
      readonly lines: number
    }
  | { readonly kind: "resize"; readonly id: string; readonly region: Region }
  | {
      readonly kind: "selectText"
      readonly from: Point
      readonly to: Point
      readonly unit: "character" | "word" | "paragraph"
      /** Lengthens what is selected instead of beginning anew. */
      readonly more: boolean
    }

/** What a step asks for beside the next state; null where nothing happens. */
export interface Step<S> {
  readonly state: S
  readonly selection: readonly string[] | null
  readonly act: Act | null
}

/** What a tool shows over the page while it is busy. */
export interface Sketch {
  /** Where frames stand meanwhile, by frame id. */
  readonly regions: ReadonlyMap<string, Region>
  /** A rectangle between two points of the page. */
  readonly sweep: { readonly from: Point; readonly to: Point } | null
  /** Frames whose size is told beside them. */
  readonly measured: readonly string[]
}

/** Nothing but the page. */
export const NO_SKETCH: Sketch = { regions: new Map(), sweep: null, measured: [] }

/** A tool: a small state machine. Pure: what happens to the page is in the step's act. */
export interface Tool<S> {
  readonly id: ToolId
  /** CSS cursor over the page. */
  readonly cursor: string
  readonly idle: S
  step(state: S, event: ToolEvent, bench: Bench): Step<S>
  sketch(state: S, bench: Bench): Sketch
}

/** A tool with the state that it is in, whatever kind of state that is. */
export interface ToolInHand {
  readonly id: ToolId
  readonly cursor: string
  /** True when nothing is pressed. */
  readonly idle: boolean
  step(event: ToolEvent, bench: Bench): { readonly next: ToolInHand } & Omit<Step<never>, "state">
  sketch(bench: Bench): Sketch
}

/** Takes a tool in the hand. */
export function inHand<S>(tool: Tool<S>, state: S = tool.idle): ToolInHand {
  return {
    id: tool.id,
    cursor: tool.cursor,
    idle: state === tool.idle,
    step(event, bench) {
      const { state: after, selection, act } = tool.step(state, event, bench)
      return { next: inHand(tool, after), selection, act }
    },
    sketch: (bench) => tool.sketch(state, bench),
  }
}
