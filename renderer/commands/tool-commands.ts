import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"
import type { ToolId } from "../tools/tool.ts"
import type { Command } from "./command.ts"

/** The tools of the page with the keys that take them, in the order of the palette. */
export const TOOL_KEYS: readonly (readonly [tool: ToolId, key: string])[] = [
  ["select", "V"],
  ["text", "T"],
  ["frame", "F"],
  ["picture", "P"],
  ["rule", "L"],
  ["box", "B"],
  ["thread", "N"],
  ["columnBreak", "K"],
  ["mark", "M"],
  ["hand", "H"],
  ["zoom", "Z"],
]

/** Commands that take a tool in the hand; the words of one are `menu.tool-<id>`. */
export function toolCommands(): readonly Command[] {
  return TOOL_KEYS.map(([tool, key], i) => ({
    id: `tool-${tool}`,
    menu: "edit",
    keys: key,
    group: i === 0,
    enabled: () => desk.getState().issue !== null,
    checked: () => view.getState().tool === tool,
    run: () => view.setState({ tool }),
  }))
}
