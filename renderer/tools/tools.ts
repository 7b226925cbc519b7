import { selectTool } from "./select.ts"
import { textTool } from "./text.ts"
import { inHand, type ToolId, type ToolInHand } from "./tool.ts"

/** The tools that the desk has, idle. */
const TOOLS: Partial<Readonly<Record<ToolId, ToolInHand>>> = {
  select: inHand(selectTool),
  text: inHand(textTool),
}

/** The tool of a name, idle. */
export function toolFor(id: ToolId): ToolInHand {
  return TOOLS[id] ?? TOOLS.select!
}
