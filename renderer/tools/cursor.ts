import { handleAt } from "./hit.ts"
import type { Bench, Handle, Point, ToolInHand } from "./tool.ts"

/** The CSS cursor of a tool over a point: the select tool's tells which way a handle pulls. */
export function cursorAt(tool: ToolInHand, bench: Bench, at: Point): string {
  const pulled = tool.id === "select" ? handleAt(bench, at) : null
  return pulled ? cursorOf(pulled.handle) : tool.cursor
}

function cursorOf({ across, down }: Handle): string {
  if (across === 0) return "ns-resize"
  if (down === 0) return "ew-resize"
  return across === down ? "nwse-resize" : "nesw-resize"
}
