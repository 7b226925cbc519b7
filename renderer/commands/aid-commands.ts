import { showPanel } from "../app/docks.tsx"
import { track } from "../state/actions.ts"
import { desk } from "../state/desk.ts"
import { tracking } from "../state/tracking.ts"
import type { Command } from "./command.ts"

/** Commands of what helps in reading proofs (校对辅助). */
export function aidCommands(): readonly Command[] {
  const isOpen = (): boolean => desk.getState().issue !== null
  return [
    {
      id: "tracked",
      menu: "proof",
      keys: "Shift+F9",
      group: true,
      enabled: isOpen,
      checked: () => tracking.getState().on,
      run() {
        track({ on: !tracking.getState().on })
        if (tracking.getState().on) showPanel("story")
      },
    },
  ]
}
