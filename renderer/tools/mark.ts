import { textTool, type TextHand } from "./text.ts"
import type { Tool, ToolId } from "./tool.ts"

/**
 * Selects text as the text tool does, but nothing is written into it: what is typed becomes a proof
 * mark (校对符号) on it.
 */
export const markTool: Tool<TextHand> = { ...textTool, id: "mark" }

/** Whether a tool works on text: the page's frames are not chosen with it. */
export function isOnText(tool: ToolId): boolean {
  return tool === "text" || tool === "mark"
}
