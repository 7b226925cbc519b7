import { NO_SKETCH, type Act, type Point, type Step, type Tool, type ToolEvent } from "./tool.ts"

/** The text tool: every state that it can be in. */
export type TextHand =
  | { readonly kind: "idle" }
  /** Dragging over text, by characters, or by the words or paragraphs that it was begun with. */
  | {
      readonly kind: "sweeping"
      readonly from: Point
      readonly unit: (typeof UNITS)[number]
      readonly more: boolean
    }

/** What a press takes: one press a place, two a word, three a paragraph. */
const UNITS = ["character", "word", "paragraph"] as const

const IDLE: TextHand = { kind: "idle" }

function step(state: TextHand, event: ToolEvent): Step<TextHand> {
  switch (event.kind) {
    case "down": {
      const unit = UNITS[Math.min(event.clicks ?? 1, UNITS.length) - 1]!
      const next = { kind: "sweeping", from: event.at, unit, more: event.more } as const
      return asking(next, sweep(next, event.at))
    }
    case "move":
      return asking(state, state.kind === "sweeping" ? sweep(state, event.at) : null)
    case "up":
    case "cancel":
      return asking(IDLE, null)
  }
}

function asking(state: TextHand, act: Act | null): Step<TextHand> {
  return { state, selection: null, act }
}

function sweep({ from, unit, more }: TextHand & { kind: "sweeping" }, to: Point): Act {
  return { kind: "selectText", from, to, unit, more }
}

/** Puts the caret into text and selects it; what is at a point is the desk's to find. */
export const textTool: Tool<TextHand> = {
  id: "text",
  cursor: "text",
  idle: IDLE,
  step,
  sketch: () => NO_SKETCH,
}
