import { redo, undo } from "../state/actions.ts"
import { desk } from "../state/desk.ts"
import type { Command } from "./command.ts"

/** Commands that take back and make again. */
export function editCommands(): readonly Command[] {
  return [
    {
      id: "undo",
      menu: "edit",
      keys: "Ctrl+Z",
      enabled: () => desk.getState().undoable !== null,
      run: undo,
    },
    {
      id: "redo",
      menu: "edit",
      keys: "Ctrl+Shift+Z",
      enabled: () => desk.getState().redoable !== null,
      run: redo,
    },
  ]
}
