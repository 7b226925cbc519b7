import { canLink } from "../../layouts/edits/link-frames.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { isDrag, regionBetween } from "./grid-steps.ts"
import { framesAt } from "./hit.ts"
import { linkAt, type Link } from "./links.ts"
import {
  NO_SKETCH,
  type Bench,
  type Point,
  type Sketch,
  type Step,
  type Tool,
  type ToolEvent,
} from "./tool.ts"

/** The thread tool: every state that it can be in. */
export type Thread =
  | { readonly kind: "idle" }
  /** Over a link, which a press would cut. */
  | { readonly kind: "onLink"; readonly link: Link }
  /** A frame's text is in the hand: the next press says where it goes on. */
  | { readonly kind: "loaded"; readonly from: string; readonly at: Point }
  /** Drawing the frame in which it goes on. */
  | {
      readonly kind: "drawing"
      readonly from: string
      readonly start: Point
      readonly at: Point
    }

const IDLE: Thread = { kind: "idle" }

/** Lines of a frame that is put on bare page by a press alone, or as many as there are. */
const PRESSED_LINES = 20

/**
 * The thread tool (续排): a press on a text frame takes up its text, the next press on a text frame
 * links the two and takes up the text of that one; one on bare page, or a drag there, puts a new
 * frame. A press on a link cuts it. Esc ends.
 */
export const threadTool: Tool<Thread> = {
  id: "thread",
  cursor: "alias",
  idle: IDLE,
  step,
  sketch,
}

function step(state: Thread, event: ToolEvent, bench: Bench): Step<Thread> {
  if (event.kind === "cancel") return stay(IDLE)
  switch (state.kind) {
    case "idle":
    case "onLink":
      if (event.kind === "move") return stay(hovering(state, event.at, bench))
      return event.kind === "down" ? begin(event.at, bench) : stay(state)
    case "loaded":
      if (event.kind === "move") return stay({ ...state, at: event.at })
      return event.kind === "down" ? goOn(state.from, event.at, bench) : stay(state)
    case "drawing":
      if (event.kind === "move") return stay({ ...state, at: event.at })
      if (event.kind !== "up") return stay(state)
      return {
        ...stay(IDLE),
        act: { kind: "continue", from: state.from, region: drawn(state, bench) },
      }
  }
}

function stay(state: Thread): Step<Thread> {
  return { state, selection: null, act: null }
}

function hovering(state: Thread, at: Point, bench: Bench): Thread {
  const link = linkAt(bench, at)
  if (!link) return IDLE
  const same = state.kind === "onLink" && state.link.from === link.from
  return same ? state : { kind: "onLink", link }
}

function begin(at: Point, bench: Bench): Step<Thread> {
  const link = linkAt(bench, at)
  if (link) return { ...stay(IDLE), act: { kind: "break", frame: link.to.id } }
  const frame = textAt(at, bench)
  if (!frame) return { ...stay(IDLE), selection: [] }
  return { state: { kind: "loaded", from: frame.id, at }, selection: [frame.id], act: null }
}

/** The text in the hand goes into the frame under the pointer, or into one that is drawn. */
function goOn(from: string, at: Point, bench: Bench): Step<Thread> {
  const first = bench.frames.find(({ id }) => id === from)
  const second = textAt(at, bench)
  if (!second || !first) return stay({ kind: "drawing", from, start: at, at })
  if (first.id === second.id || !canLink(first, second)) return stay({ kind: "loaded", from, at })
  return {
    state: { kind: "loaded", from: second.id, at },
    selection: [second.id],
    act: { kind: "link", from, to: second.id },
  }
}

function textAt(at: Point, bench: Bench): Frame | null {
  return framesAt(bench, at).find(({ role }) => role === "body") ?? null
}

/** The new frame's region: the drag's, or one column from the press down for a press alone. */
function drawn({ start, at }: Thread & { kind: "drawing" }, { grid }: Bench) {
  const region = regionBetween(grid, start, at)
  if (isDrag(start, at)) return region
  return { ...region, lines: Math.min(PRESSED_LINES, grid.lines - region.line) }
}

function sketch(state: Thread, bench: Bench): Sketch {
  switch (state.kind) {
    case "idle":
      return NO_SKETCH
    case "onLink": {
      const { from, to } = state.link
      return { ...NO_SKETCH, link: { from: from.id, to: to.id, ends: true } }
    }
    case "loaded": {
      const to = textAt(state.at, bench)
      const first = bench.frames.find(({ id }) => id === state.from)
      const fits = to && first && canLink(first, to)
      return {
        ...NO_SKETCH,
        link: { from: state.from, to: fits ? to.id : state.at, ends: false },
        at: state.at,
      }
    }
    case "drawing": {
      const ghost = { role: "body", region: drawn(state, bench) } as const
      return {
        ...NO_SKETCH,
        ghosts: [ghost],
        link: { from: state.from, to: state.start, ends: false },
        at: state.at,
      }
    }
  }
}
