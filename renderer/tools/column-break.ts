import { NO_SKETCH, type Step, type Tool, type ToolEvent } from "./tool.ts"

/** The column break tool: a press puts an original column break between two characters. */
export type BreakHand = { readonly kind: "idle" } | { readonly kind: "pressing" }

const IDLE: BreakHand = { kind: "idle" }

function step(state: BreakHand, event: ToolEvent): Step<BreakHand> {
  const stay = (next: BreakHand): Step<BreakHand> => ({ state: next, selection: null, act: null })
  if (event.kind === "down") return stay({ kind: "pressing" })
  if (event.kind === "up" && state.kind === "pressing")
    return { state: IDLE, selection: null, act: { kind: "insertBreak", at: event.at } }
  return stay(event.kind === "move" ? state : IDLE)
}

/** Puts original column breaks (原栏断点) where it is pressed; which characters is the desk's to find. */
export const columnBreakTool: Tool<BreakHand> = {
  id: "columnBreak",
  cursor: "vertical-text",
  idle: IDLE,
  step,
  sketch: () => NO_SKETCH,
}
