import { shiftWithin } from "../../layouts/edits/move-frames.ts"
import type { Region } from "../../layouts/issue/page.ts"
import { ruleRegion } from "../../layouts/issue/repair.ts"
import { withBlocks } from "./block.ts"
import { columnEdgeAt, isDrag, lineEdgeAt, stepsBetween } from "./grid-steps.ts"
import { framesAt, framesTouched, shifted, withGroups } from "./hit.ts"
import { outPortAt, plusAt } from "./links.ts"
import { threadTool, type Thread } from "./thread.ts"
import {
  FREE,
  NO_SKETCH,
  type Act,
  type Bench,
  type Handle,
  type Held,
  type Point,
  type Sketch,
  type Step,
  type Tool,
  type ToolEvent,
} from "./tool.ts"

/** The select tool: every state that it can be in. */
export type Select =
  /** Nothing is pressed. */
  | { readonly kind: "idle" }
  /** Pressed on a frame; not far enough yet to be a drag. */
  | { readonly kind: "pressing"; readonly from: Point; readonly ids: readonly string[] }
  /** Dragging frames, or copies of them, by whole columns and lines. */
  | {
      readonly kind: "moving"
      readonly from: Point
      readonly at: Point
      /** What was pressed, and what goes with it. */
      readonly pressed: readonly string[]
      readonly ids: readonly string[]
      readonly columns: number
      readonly lines: number
      readonly copies: boolean
    }
  /** Dragging an edge or corner of one frame. */
  | {
      readonly kind: "resizing"
      readonly at: Point
      readonly id: string
      readonly handle: Handle
      readonly region: Region
    }
  /** The text of a frame, taken up at its out-port, is to run on somewhere. */
  | { readonly kind: "threading"; readonly thread: Thread }
  /** Dragging a rectangle over bare page to choose what it touches. */
  | {
      readonly kind: "sweeping"
      readonly from: Point
      readonly to: Point
      /** What was chosen before and stays so. */
      readonly kept: readonly string[]
    }

const IDLE: Select = { kind: "idle" }

/**
 * The select tool (选择): chooses, moves, copies and resizes frames by whole columns and lines.
 * Shift adds to the choice and keeps a drag to one direction, Alt drags copies, Ctrl takes the
 * frame below, alone. Groups are chosen whole; text drags the block of its article along, with Ctrl
 * it goes alone; locked frames stay where they are. A press on the
 * out-port of a chosen frame takes up its text, and so does one on the red plus of text left over;
 * where the plus lies on a corner's handle, a drag still pulls the corner.
 */
export const selectTool: Tool<Select> = {
  id: "select",
  cursor: "default",
  idle: IDLE,
  step,
  sketch,
}

/** The next state after an event. Pure: what happens to the page is in `act`, done by the caller. */
function step(state: Select, event: ToolEvent, bench: Bench): Step<Select> {
  if (event.kind === "cancel") return stay(IDLE)
  switch (state.kind) {
    case "idle":
      return event.kind === "down" ? press(event, bench) : stay(state)
    case "pressing":
      if (event.kind === "up") return stay(IDLE)
      if (event.kind !== "move" || !isDrag(state.from, event.at)) return stay(state)
      return stay(dragged(state, event, bench))
    case "moving":
      if (event.kind === "move") return stay(dragged(state, event, bench))
      if (event.kind !== "up") return stay(state)
      return { ...stay(IDLE), act: moved(state) }
    case "resizing":
      if (event.kind === "move") return stay(resized(state, event.at, bench))
      return event.kind === "up" ? letGo(state, bench) : stay(state)
    case "threading":
      return threaded(state.thread, event, bench)
    case "sweeping":
      if (event.kind !== "move") return stay(event.kind === "up" ? IDLE : state)
      return {
        ...stay({ ...state, to: event.at }),
        selection: swept(state.from, event.at, state.kept, bench),
      }
  }
}

function stay(state: Select): Step<Select> {
  return { state, selection: null, act: null }
}

function press(event: ToolEvent & { kind: "down" }, bench: Bench): Step<Select> {
  const { at, more, handle, held = FREE } = event
  const pulled = handle && bench.frames.find(({ id }) => id === handle.id)
  if (handle && pulled && !pulled.locked)
    return stay({ kind: "resizing", at, region: pulled.region, ...handle })
  const from = outPortAt(bench, at) ?? plusAt(bench, at)
  if (from) return takenUp(from.id, at)
  const pressed = pressedAt(at, held, bench)
  if (pressed.length === 0) {
    const kept = more ? bench.selection : []
    return {
      ...stay({ kind: "sweeping", from: at, to: at, kept }),
      selection: more ? null : [],
    }
  }
  const selection = chosen(pressed, more, bench.selection)
  return { state: { kind: "pressing", from: at, ids: selection }, selection, act: null }
}

/** The text of a frame in the hand, which says where it comes from. */
function takenUp(from: string, at: Point): Step<Select> {
  const thread: Thread = { kind: "loaded", from, at }
  return { ...stay({ kind: "threading", thread }), selection: [from] }
}

/** The end of a pull at a handle; where it moved nothing, the red plus under it was meant. */
function letGo({ at, id, region }: Select & { kind: "resizing" }, bench: Bench): Step<Select> {
  const plus = plusAt(bench, at)
  if (plus?.id === id && isSame(plus.region, region)) return takenUp(id, at)
  return { ...stay(IDLE), act: { kind: "resize", id, region } }
}

function isSame(a: Region, b: Region): boolean {
  return (
    a.column === b.column && a.columns === b.columns && a.line === b.line && a.lines === b.lines
  )
}

/** Lets the thread tool go on until it has made its link or is given up. */
function threaded(thread: Thread, event: ToolEvent, bench: Bench): Step<Select> {
  const { state, selection, act } = threadTool.step(thread, event, bench)
  if (act || state.kind === "idle") return { state: IDLE, selection, act }
  return { ...stay({ kind: "threading", thread: state }), selection }
}

/** What a press takes: the topmost frame with its group, or with Ctrl the one below the chosen. */
function pressedAt(at: Point, { ctrl }: Held, bench: Bench): readonly string[] {
  const under = framesAt(bench, at)
  const top = under[0]
  if (!top) return []
  if (!ctrl) return withGroups(bench.frames, [top.id])
  const now = under.findIndex(({ id }) => bench.selection.includes(id))
  return [(under[now + 1] ?? top).id]
}

/** The choice after a press: with Shift the pressed join it, or leave it when they are in it. */
function chosen(
  pressed: readonly string[],
  more: boolean,
  selection: readonly string[],
): readonly string[] {
  const known = pressed.every((id) => selection.includes(id))
  if (!more) return known && pressed.length > 0 ? selection : pressed
  if (known) return selection.filter((id) => !pressed.includes(id))
  return [...new Set([...selection, ...pressed])]
}

/** A drag of the free ones among the pressed frames and their blocks; they go no further than the grid. */
function dragged(
  state: Select & { kind: "pressing" | "moving" },
  { at, held = FREE }: ToolEvent & { kind: "move" },
  bench: Bench,
): Select {
  const { from } = state
  const pressed = state.kind === "pressing" ? state.ids : state.pressed
  const taken = held.ctrl ? pressed : withBlocks(bench.frames, pressed)
  const free = held.alt || bench.frames.some(({ id, locked }) => pressed.includes(id) && !locked)
  if (!free) return { kind: "pressing", from, ids: pressed }
  const going = bench.frames.filter(({ id, locked }) => taken.includes(id) && (held.alt || !locked))
  const wanted = stepsBetween(bench.grid, from, held.shift ? along(from, at) : at)
  const { columns, lines } = shiftWithin(bench.grid, going, wanted)
  const moving = { kind: "moving", from, at, pressed, ids: going.map(({ id }) => id) } as const
  return { ...moving, columns: columns + 0, lines: lines + 0, copies: held.alt }
}

/** A point moved onto the straight line across or down from another, whichever is nearer. */
function along(from: Point, { x, y }: Point): Point {
  const across = Math.abs(x - from.x) >= Math.abs(y - from.y)
  return across ? { x, y: from.y } : { x: from.x, y }
}

function moved({ ids, columns, lines, copies }: Select & { kind: "moving" }): Act | null {
  if (columns === 0 && lines === 0) return null
  return { kind: copies ? "copy" : "move", ids, columns, lines }
}

/** A frame's region when a handle is at a point: whole columns and lines, at least one of each. */
function resized(state: Select & { kind: "resizing" }, at: Point, bench: Bench): Select {
  const frame = bench.frames.find(({ id }) => id === state.id)
  if (!frame) return IDLE
  const { grid } = bench
  const { across, down } = state.handle
  const edge = (value: number, low: number, high: number): number =>
    Math.max(low, Math.min(high, value))
  let { column, columns, line, lines } = frame.region
  const right = column + columns
  const foot = line + lines
  if (across < 0) column = edge(columnEdgeAt(grid, at), 0, right - 1)
  if (across > 0) columns = edge(columnEdgeAt(grid, at), column + 1, grid.columns) - column
  if (down < 0) line = edge(lineEdgeAt(grid, at), 0, foot - 1)
  if (down > 0) lines = edge(lineEdgeAt(grid, at), line + 1, grid.lines) - line
  if (across < 0) columns = right - column
  if (down < 0) lines = foot - line
  const region = ruleRegion(frame, { column, columns, line, lines })
  return { ...state, at, region }
}

function swept(from: Point, to: Point, kept: readonly string[], bench: Bench): readonly string[] {
  const touched = framesTouched(bench, from, to).map(({ id }) => id)
  return [...new Set([...kept, ...withGroups(bench.frames, touched)])]
}

/** Where frames stand and what is swept while the tool is busy. */
function sketch(state: Select, bench: Bench): Sketch {
  switch (state.kind) {
    case "idle":
    case "pressing":
      return NO_SKETCH
    case "threading":
      return threadTool.sketch(state.thread, bench)
    case "sweeping":
      return { ...NO_SKETCH, sweep: state }
    case "resizing":
      return {
        ...NO_SKETCH,
        regions: new Map([[state.id, state.region]]),
        measured: [state.id],
        at: state.at,
      }
    case "moving": {
      const going = bench.frames.filter(({ id }) => state.ids.includes(id))
      if (state.copies) {
        const ghosts = going.map(({ role, region, look }) => ({
          role: role === "rule" || role === "box" || role === "picture" ? role : ("body" as const),
          region: shifted(region, state),
          ...(look?.upright ? { upright: true } : {}),
        }))
        return { ...NO_SKETCH, tells: "place", ghosts, at: state.at }
      }
      const regions = going.map(({ id, region }) => [id, shifted(region, state)] as const)
      const told = { measured: state.ids, tells: "place", at: state.at } as const
      return { ...NO_SKETCH, ...told, regions: new Map(regions) }
    }
  }
}
