import { openDialog } from "../state/dialog.ts"
import { resetPanels } from "../app/docks.tsx"
import type { Command } from "./command.ts"

/** Commands of the window itself. */
export function windowCommands(): readonly Command[] {
  return [
    { id: "resetPanels", menu: "window", keys: null, run: resetPanels },
    { id: "palette", menu: "help", keys: "Ctrl+K", run: () => openDialog("palette") },
  ]
}
