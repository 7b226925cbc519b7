import type { Frame, Grid, Region } from "../../layouts/issue/page.ts"

/** The tools of the page, by name. */
export type ToolId =
  | "select"
  | "text"
  | "frame"
  | "picture"
  | "rule"
  | "box"
  | "thread"
  | "columnBreak"
  | "mark"
  | "hand"
  | "zoom"

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

/** Keys that are held while the pointer does something; Ctrl is Cmd on a Mac. */
export interface Held {
  readonly shift: boolean
  readonly alt: boolean
  readonly ctrl: boolean
}

/** No key is held. */
export const FREE: Held = { shift: false, alt: false, ctrl: false }

/** What the pointer and the keys do to a tool; `held` is absent where no key is. */
export type ToolEvent =
  | {
      readonly kind: "down"
      readonly at: Point
      readonly more: boolean
      readonly held?: Held
      /** Presses in quick succession, from 1; absent is 1. */
      readonly clicks?: number
      readonly handle: { readonly id: string; readonly handle: Handle } | null
    }
  | { readonly kind: "move"; readonly at: Point; readonly held?: Held }
  | { readonly kind: "up"; readonly at: Point; readonly held?: Held }
  | { readonly kind: "cancel" }

/** What a tool sees: the page's frames, its grid, what is chosen. */
export interface Bench {
  readonly frames: readonly Frame[]
  readonly grid: Grid
  readonly selection: readonly string[]
  /** Text frames whose article has text left over after them (余字); absent is none. */
  readonly over?: readonly string[]
  /** How far from a thing the pointer still hits it, pt; absent is 4. */
  readonly reach?: number
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
  /** Copies frames so far from where they stand. */
  | {
      readonly kind: "copy"
      readonly ids: readonly string[]
      readonly columns: number
      readonly lines: number
    }
  /** Puts a new frame on the page. */
  | ({ readonly kind: "draw" } & NewFrame)
  /** Lets the text of a frame run on into another, or into a new one. */
  | { readonly kind: "link"; readonly from: string; readonly to: string }
  | { readonly kind: "continue"; readonly from: string; readonly region: Region }
  /** Puts an original column break between the two characters nearest to a point. */
  | { readonly kind: "insertBreak"; readonly at: Point }
  /** Ends a thread before a frame. */
  | { readonly kind: "break"; readonly frame: string }
  /** Moves the page under the window, pt. */
  | { readonly kind: "pan"; readonly x: number; readonly y: number }
  /** Zooms about a point, or so that a rectangle fills the window. */
  | { readonly kind: "zoom"; readonly at: Point; readonly factor: number }
  | { readonly kind: "zoomTo"; readonly from: Point; readonly to: Point }
  | {
      readonly kind: "selectText"
      readonly from: Point
      readonly to: Point
      readonly unit: "character" | "word" | "paragraph"
      /** Lengthens what is selected instead of beginning anew. */
      readonly more: boolean
    }

/** A frame that is drawn and not yet there. */
export interface NewFrame {
  readonly role: "body" | "picture" | "rule" | "box"
  readonly region: Region
  readonly upright?: boolean
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
  /** Frames of which something is told beside the pointer. */
  readonly measured: readonly string[]
  /** What is told of them: how large they are, or where they stand. */
  readonly tells: "size" | "place"
  /** Frames that are not there yet, drawn or copied; of them it is told too. */
  readonly ghosts: readonly NewFrame[]
  /** A link of a thread from a frame to a frame or to the pointer; `ends` says that it is cut. */
  readonly link: {
    readonly from: string
    readonly to: string | Point
    readonly ends: boolean
  } | null
  /** Where the pointer is, for what is told beside it. */
  readonly at: Point | null
}

/** Nothing but the page. */
export const NO_SKETCH: Sketch = {
  regions: new Map(),
  sweep: null,
  measured: [],
  tells: "size",
  ghosts: [],
  link: null,
  at: null,
}

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
  /** `next` is this very tool where nothing changed. */
  step(event: ToolEvent, bench: Bench): { readonly next: ToolInHand } & Omit<Step<never>, "state">
  sketch(bench: Bench): Sketch
}

/** Takes a tool in the hand. */
export function inHand<S>(tool: Tool<S>, state: S = tool.idle): ToolInHand {
  const hand: ToolInHand = {
    id: tool.id,
    cursor: tool.cursor,
    idle: state === tool.idle,
    step(event, bench) {
      const { state: after, selection, act } = tool.step(state, event, bench)
      return { next: after === state ? hand : inHand(tool, after), selection, act }
    },
    sketch: (bench) => tool.sketch(state, bench),
  }
  return hand
}
