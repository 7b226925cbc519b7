import { handleAt } from "./hit.ts"
import { plusAt } from "./links.ts"
import { threadTool } from "./thread.ts"
import type { Bench, Handle, Point, ToolInHand } from "./tool.ts"

/** The CSS cursor of a tool over a point: the select tool's tells which way a handle pulls. */
export function cursorAt(tool: ToolInHand, bench: Bench, at: Point): string {
  if (tool.id !== "select") return tool.cursor
  const pulled = handleAt(bench, at)
  if (pulled) return cursorOf(pulled.handle)
  return plusAt(bench, at) ? threadTool.cursor : tool.cursor
}

function cursorOf({ across, down }: Handle): string {
  if (across === 0) return "ns-resize"
  if (down === 0) return "ew-resize"
  return across === down ? "nwse-resize" : "nesw-resize"
}
