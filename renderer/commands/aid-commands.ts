import { enterPanel, showPanel } from "../app/docks.tsx"
import { track } from "../state/actions.ts"
import { stepDifference } from "../state/compare-deeds.ts"
import { comparing, putAwayComparison } from "../state/comparing.ts"
import { desk } from "../state/desk.ts"
import { lens, LENS_KEY, magnify, switchLens } from "../state/lens.ts"
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
        void track({ on: !tracking.getState().on })
        if (tracking.getState().on) showPanel("story")
      },
    },
    {
      id: "manuscript",
      menu: "proof",
      keys: "Shift+F7",
      enabled: isOpen,
      run: () => enterPanel("manuscript"),
    },
    {
      id: "aloud",
      menu: "proof",
      keys: "Ctrl+F9",
      enabled: isOpen,
      run: () => enterPanel("aloud"),
    },
    ...comparisonCommands(),
    ...lensCommands(isOpen),
  ]
}

/** Going through what differs between two versions of a page (版样对比). */
function comparisonCommands(): readonly Command[] {
  const isComparing = (): boolean => comparing.getState().comparison !== null
  const deed = (id: string, keys: string | null, run: () => void): Command => {
    return { id, menu: "proof", keys, enabled: isComparing, run }
  }
  return [
    { ...deed("nextDifference", "Alt+F9", () => stepDifference(1)), group: true },
    deed("lastDifference", "Alt+Shift+F9", () => stepDifference(-1)),
    deed("endComparison", null, putAwayComparison),
  ]
}

/** The magnifier by its switch and by keys. */
function lensCommands(isOpen: () => boolean): readonly Command[] {
  const isOn = (): boolean => lens.getState().on
  const deed = (id: string, keys: string, run: () => void): Command => {
    return { id, menu: "view", keys, enabled: isOn, run }
  }
  return [
    {
      id: "lens",
      menu: "view",
      keys: LENS_KEY,
      group: true,
      enabled: isOpen,
      checked: isOn,
      run: switchLens,
    },
    deed("lensMore", "Ctrl+F6", () => magnify(1)),
    deed("lensLess", "Ctrl+Shift+F6", () => magnify(-1)),
  ]
}
