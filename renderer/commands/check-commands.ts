import { enterPanel } from "../app/docks.tsx"
import { checks } from "../state/checks.ts"
import { desk } from "../state/desk.ts"
import { openDialog } from "../state/dialog.ts"
import { stepHit } from "../state/hit-deeds.ts"
import type { Command } from "./command.ts"

/** Commands on what the checks find (校对检查) and on the paper's own tables and workflows. */
export function checkCommands(): readonly Command[] {
  const isOpen = (): boolean => desk.getState().issue !== null
  const any = (): boolean => isOpen() && checks.getState().found.size > 0
  return [
    {
      id: "checks",
      menu: "proof",
      keys: "F7",
      group: true,
      enabled: isOpen,
      run: () => enterPanel("checks"),
    },
    { id: "nextHit", menu: "proof", keys: "Alt+F7", enabled: any, run: () => stepHit(1) },
    { id: "lastHit", menu: "proof", keys: "Alt+Shift+F7", enabled: any, run: () => stepHit(-1) },
    {
      id: "houseTables",
      menu: "proof",
      keys: null,
      run: () => openDialog("houseTables"),
    },
    { id: "workflows", menu: "proof", keys: null, run: () => openDialog("workflows") },
  ]
}
