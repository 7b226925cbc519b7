import { boxOf } from "../../layouts/grid/geometry.ts"
import type { Frame, Region } from "../../layouts/issue/page.ts"
import type { Box } from "../../layouts/units.ts"
import {
  NO_SKETCH,
  type Act,
  type Bench,
  type Handle,
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
  /** Dragging frames by whole columns and lines. */
  | {
      readonly kind: "moving"
      readonly from: Point
      readonly ids: readonly string[]
      readonly columns: number
      readonly lines: number
    }
  /** Dragging an edge or corner of one frame. */
  | {
      readonly kind: "resizing"
      readonly id: string
      readonly handle: Handle
      readonly region: Region
    }
  /** Dragging a rectangle over bare page to choose what it touches. */
  | { readonly kind: "sweeping"; readonly from: Point; readonly to: Point }

/** Points that a press may wander before it is a drag. */
const DRAG = 3

export const IDLE: Select = { kind: "idle" }

/** The select tool (选择): chooses, moves and resizes frames by whole columns and lines. */
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
      return stay({ ...state, kind: "moving", ...steps(state, event.at, bench) })
    case "moving":
      if (event.kind === "move") return stay({ ...state, ...steps(state, event.at, bench) })
      if (event.kind !== "up") return stay(state)
      return { ...stay(IDLE), act: moved(state) }
    case "resizing":
      if (event.kind === "move")
        return stay({ ...state, region: resized(state.id, state.handle, event.at, bench) })
      if (event.kind !== "up") return stay(state)
      return { ...stay(IDLE), act: { kind: "resize", id: state.id, region: state.region } }
    case "sweeping":
      if (event.kind === "move")
        return {
          ...stay({ ...state, to: event.at }),
          selection: touched(state.from, event.at, bench),
        }
      return stay(event.kind === "up" ? IDLE : state)
  }
}

function stay(state: Select): Step<Select> {
  return { state, selection: null, act: null }
}

function press(event: ToolEvent & { kind: "down" }, bench: Bench): Step<Select> {
  if (event.handle) {
    const frame = bench.frames.find(({ id }) => id === event.handle!.id)
    if (frame) return stay({ kind: "resizing", region: frame.region, ...event.handle })
  }
  const frame = frameAt(bench, event.at)
  if (!frame) {
    const selection = event.more ? null : []
    return { ...stay({ kind: "sweeping", from: event.at, to: event.at }), selection }
  }
  const chosen = bench.selection.includes(frame.id)
  const selection = event.more
    ? chosen
      ? bench.selection.filter((id) => id !== frame.id)
      : [...bench.selection, frame.id]
    : chosen
      ? bench.selection
      : [frame.id]
  return { state: { kind: "pressing", from: event.at, ids: selection }, selection, act: null }
}

/** The topmost frame under a point. */
export function frameAt(bench: Pick<Bench, "frames" | "grid">, at: Point): Frame | null {
  return bench.frames.findLast(({ region }) => inside(boxOf(bench.grid, region), at)) ?? null
}

function inside(box: Box, at: Point): boolean {
  return at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height
}

function isDrag(from: Point, to: Point): boolean {
  return Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) > DRAG
}

/** A drag as whole columns and lines, held so that every frame stays on the grid. */
function steps(
  state: { readonly from: Point; readonly ids: readonly string[] },
  at: Point,
  bench: Bench,
): { readonly columns: number; readonly lines: number } {
  const { grid } = bench
  const columnStep = (grid.measure + grid.gutter) * grid.bodySize
  const wanted = {
    columns: Math.round((at.x - state.from.x) / columnStep),
    lines: Math.round((at.y - state.from.y) / grid.linePitch),
  }
  const regions = bench.frames.filter(({ id }) => state.ids.includes(id)).map((f) => f.region)
  const room = (value: number, low: number, high: number): number =>
    Math.max(low, Math.min(high, value)) + 0
  return {
    columns: room(
      wanted.columns,
      -Math.min(...regions.map((r) => r.column)),
      grid.columns - Math.max(...regions.map((r) => r.column + r.columns)),
    ),
    lines: room(
      wanted.lines,
      -Math.min(...regions.map((r) => r.line)),
      grid.lines - Math.max(...regions.map((r) => r.line + r.lines)),
    ),
  }
}

function moved(state: Select & { kind: "moving" }): Act | null {
  const { ids, columns, lines } = state
  return columns === 0 && lines === 0 ? null : { kind: "move", ids, columns, lines }
}

/** A frame's region when a handle is at a point: whole columns and lines, at least one of each. */
function resized(id: string, handle: Handle, at: Point, bench: Bench): Region {
  const { grid } = bench
  const { region } = bench.frames.find((frame) => frame.id === id)!
  const columnStep = (grid.measure + grid.gutter) * grid.bodySize
  const edge = (value: number, low: number, high: number): number =>
    Math.max(low, Math.min(high, Math.round(value)))
  let { column, columns, line, lines } = region
  const right = column + columns
  const foot = line + lines
  const across = (at.x - grid.x) / columnStep
  const down = (at.y - grid.y) / grid.linePitch
  if (handle.across < 0) column = edge(across, 0, right - 1)
  if (handle.across > 0) columns = edge(across, column + 1, grid.columns) - column
  if (handle.down < 0) line = edge(down, 0, foot - 1)
  if (handle.down > 0) lines = edge(down, line + 1, grid.lines) - line
  if (handle.across < 0) columns = right - column
  if (handle.down < 0) lines = foot - line
  return { column, columns, line, lines }
}

function touched(from: Point, to: Point, bench: Bench): readonly string[] {
  const left = Math.min(from.x, to.x)
  const right = Math.max(from.x, to.x)
  const top = Math.min(from.y, to.y)
  const foot = Math.max(from.y, to.y)
  return bench.frames
    .filter(({ region }) => {
      const box = boxOf(bench.grid, region)
      return box.x < right && box.x + box.width > left && box.y < foot && box.y + box.height > top
    })
    .map(({ id }) => id)
}

/** Where frames stand and what is swept while the tool is busy. */
function sketch(state: Select, { frames }: Bench): Sketch {
  switch (state.kind) {
    case "idle":
    case "pressing":
      return NO_SKETCH
    case "sweeping":
      return { ...NO_SKETCH, sweep: state }
    case "resizing":
      return { ...NO_SKETCH, regions: new Map([[state.id, state.region]]), measured: [state.id] }
    case "moving": {
      const moved = frames.filter(({ id }) => state.ids.includes(id))
      const regions = moved.map(({ id, region }) => [id, shifted(region, state)] as const)
      return { ...NO_SKETCH, regions: new Map(regions), measured: state.ids }
    }
  }
}

function shifted(region: Region, by: { readonly columns: number; readonly lines: number }): Region {
  return { ...region, column: region.column + by.columns, line: region.line + by.lines }
}
