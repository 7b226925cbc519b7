import { openDialog } from "../state/dialog.ts"
import i18next from "i18next"
import { panelIds, resetPanels, showPanel } from "../app/docks.tsx"
import type { Command } from "./command.ts"

/** Commands of the window itself. */
export function windowCommands(): readonly Command[] {
  return [
    {
      id: "preferences",
      menu: "file",
      keys: "Ctrl+,",
      group: true,
      run: () => openDialog("preferences"),
    },
    ...panelIds().map((panel) => ({
      id: `panel.${panel}`,
      menu: "window" as const,
      keys: null,
      words: () => i18next.t(`panel.${panel}`),
      run: () => showPanel(panel),
    })),
    { id: "resetPanels", menu: "window", keys: null, group: true, run: resetPanels },
    { id: "keyList", menu: "help", keys: "Ctrl+/", run: () => openDialog("keyList") },
    { id: "palette", menu: "help", keys: "Ctrl+K", run: () => openDialog("palette") },
    { id: "crashLog", menu: "help", keys: null, group: true, run: () => openDialog("crashLog") },
    { id: "about", menu: "help", keys: null, run: () => openDialog("about") },
  ]
}
