import { isDrag } from "./grid-steps.ts"
import { FREE, NO_SKETCH, type Point, type Step, type Tool, type ToolEvent } from "./tool.ts"

/** The hand tool: idle, or holding the page at a point of it. */
export type Hand = { readonly kind: "idle" } | { readonly kind: "holding"; readonly at: Point }

/** The zoom tool: idle, or dragging the rectangle that is to fill the window. */
export type Zoom =
  { readonly kind: "idle" } | { readonly kind: "framing"; readonly from: Point; readonly to: Point }

const OPEN: Hand = { kind: "idle" }
const IDLE: Zoom = { kind: "idle" }

/** How much nearer a press of the zoom tool comes, or with Alt goes away. */
const FACTOR = 1.5

/** The hand (手形): drags the page under the window. The point that it took stays under it. */
export const handTool: Tool<Hand> = {
  id: "hand",
  cursor: "grab",
  idle: OPEN,
  step(state, event) {
    if (event.kind === "down") return asking<Hand>({ kind: "holding", at: event.at })
    if (event.kind !== "move" || state.kind === "idle")
      return asking(event.kind === "move" ? state : OPEN)
    const x = state.at.x - event.at.x
    const y = state.at.y - event.at.y
    return { ...asking(state), act: { kind: "pan", x, y } }
  },
  sketch: () => NO_SKETCH,
}

/** The zoom tool (缩放): a press comes nearer, with Alt goes away; a drag shows its rectangle. */
export const zoomTool: Tool<Zoom> = {
  id: "zoom",
  cursor: "zoom-in",
  idle: IDLE,
  step: zoom,
  sketch: (state) => (state.kind === "idle" ? NO_SKETCH : { ...NO_SKETCH, sweep: state }),
}

function zoom(state: Zoom, event: ToolEvent): Step<Zoom> {
  if (event.kind === "cancel") return asking(IDLE)
  if (state.kind === "idle")
    return asking(event.kind === "down" ? { kind: "framing", from: event.at, to: event.at } : state)
  if (event.kind === "move") return asking({ ...state, to: event.at })
  if (event.kind !== "up") return asking<Zoom>(state)
  const { from, to } = state
  if (isDrag(from, to)) return { ...asking(IDLE), act: { kind: "zoomTo", from, to } }
  const factor = (event.held ?? FREE).alt ? 1 / FACTOR : FACTOR
  return { ...asking(IDLE), act: { kind: "zoom", at: from, factor } }
}

function asking<S>(state: S): Step<S> {
  return { state, selection: null, act: null }
}
