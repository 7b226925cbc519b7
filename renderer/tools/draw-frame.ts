import type { Frame } from "../../layouts/issue/page.ts"
import { gutterAt, isDrag, lineAt, regionBetween } from "./grid-steps.ts"
import {
  NO_SKETCH,
  type Bench,
  type NewFrame,
  type Point,
  type Step,
  type Tool,
  type ToolEvent,
  type ToolId,
} from "./tool.ts"

/** A tool that draws frames: every state that it can be in. */
export type Draw =
  | { readonly kind: "idle" }
  /** Pressed; `to` is where the pointer is. */
  | { readonly kind: "drawing"; readonly from: Point; readonly to: Point }

const IDLE: Draw = { kind: "idle" }

/** What a drag between two points of a grid would draw. */
type Drawing = (bench: Bench, from: Point, to: Point) => NewFrame

/** Draws text frames (文字框): the whole columns and lines that the drag touches. */
export const frameTool = drawTool("frame", area("body"))

/** Draws picture frames (图片框). */
export const pictureTool = drawTool("picture", area("picture"))

/** Draws boxes (框线) round the columns and lines that the drag touches. */
export const boxTool = drawTool("box", area("box"))

/** Draws rules (线): across, or down the nearest gutter, whichever way the drag goes further. */
export const ruleTool = drawTool("rule", ({ grid }, from, to) => {
  const region = regionBetween(grid, from, to)
  if (Math.abs(to.x - from.x) >= Math.abs(to.y - from.y))
    return { role: "rule", region: { ...region, line: lineAt(grid, from), lines: 1 } }
  const column = gutterAt(grid, from)
  return { role: "rule", region: { ...region, column, columns: 1 }, upright: true }
})

function area(role: Frame["role"] & NewFrame["role"]): Drawing {
  return ({ grid }, from, to) => ({ role, region: regionBetween(grid, from, to) })
}

function drawTool(id: ToolId, drawing: Drawing): Tool<Draw> {
  const step = (state: Draw, event: ToolEvent, bench: Bench): Step<Draw> => {
    if (event.kind === "cancel") return stay(IDLE)
    if (state.kind === "idle") {
      if (event.kind !== "down") return stay(state)
      return stay({ kind: "drawing", from: event.at, to: event.at })
    }
    if (event.kind === "move") return stay({ ...state, to: event.at })
    if (event.kind !== "up") return stay(state)
    if (!isDrag(state.from, state.to)) return stay(IDLE)
    return { ...stay(IDLE), act: { kind: "draw", ...drawing(bench, state.from, state.to) } }
  }
  return {
    id,
    cursor: "crosshair",
    idle: IDLE,
    step,
    sketch(state, bench) {
      if (state.kind === "idle" || !isDrag(state.from, state.to)) return NO_SKETCH
      const ghost = drawing(bench, state.from, state.to)
      return { ...NO_SKETCH, ghosts: [ghost], at: state.to }
    },
  }
}

function stay(state: Draw): Step<Draw> {
  return { state, selection: null, act: null }
}
