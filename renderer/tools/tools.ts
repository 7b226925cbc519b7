import { columnBreakTool } from "./column-break.ts"
import { boxTool, frameTool, pictureTool, ruleTool } from "./draw-frame.ts"
import { markTool } from "./mark.ts"
import { handTool, zoomTool } from "./look-round.ts"
import { selectTool } from "./select.ts"
import { textTool } from "./text.ts"
import { threadTool } from "./thread.ts"
import { inHand, type ToolId, type ToolInHand } from "./tool.ts"

/** The tools of the desk, idle, in the order of the palette. */
const TOOLS: Readonly<Record<ToolId, ToolInHand>> = {
  select: inHand(selectTool),
  text: inHand(textTool),
  frame: inHand(frameTool),
  picture: inHand(pictureTool),
  rule: inHand(ruleTool),
  box: inHand(boxTool),
  thread: inHand(threadTool),
  columnBreak: inHand(columnBreakTool),
  mark: inHand(markTool),
  hand: inHand(handTool),
  zoom: inHand(zoomTool),
}

/** The tool of a name, idle. */
export function toolFor(id: ToolId): ToolInHand {
  return TOOLS[id]
}
