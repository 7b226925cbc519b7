import { enterPanel } from "../app/docks.tsx"
import { desk } from "../state/desk.ts"
import { carryOut, chosenMark, keepAsWas, stepMark } from "../state/mark-deeds.ts"
import { caret } from "../state/caret.ts"
import { importNotes } from "../state/import-notes.ts"
import type { Means } from "../state/means.ts"
import { proof } from "../state/proof.ts"
import { takeChosenSpot } from "../state/spot-deeds.ts"
import { view } from "../state/view.ts"
import type { Command } from "./command.ts"
import { SIGN_CHOICES } from "./sign-choices.ts"

/** Commands of the proof desk (校对): going through the marks, answering them, making them. */
export function markCommands(means: Means): readonly Command[] {
  const isOpen = (): boolean => desk.getState().issue !== null
  const any = (): boolean => desk.getState().marks.length > 0
  const selected = (): boolean =>
    view.getState().tool === "mark" &&
    (caret.getState().selection !== null || proof.getState().spot !== null)
  const answers = (): boolean => chosenMark() !== null
  return [
    { id: "marks", menu: "proof", keys: "F9", enabled: isOpen, run: () => enterPanel("marks") },
    { id: "nextMark", menu: "proof", keys: "F4", enabled: any, run: () => stepMark(1) },
    { id: "lastMark", menu: "proof", keys: "Shift+F4", enabled: any, run: () => stepMark(-1) },
    {
      id: "carryOut",
      menu: "proof",
      keys: "Ctrl+Alt+G",
      group: true,
      enabled: answers,
      run: carryOut,
    },
    { id: "keepAsWas", menu: "proof", keys: null, enabled: answers, run: keepAsWas },
    { id: "markSpot", menu: "proof", keys: "Shift+M", enabled: isOpen, run: takeChosenSpot },
    {
      id: "importNotes",
      menu: "proof",
      keys: null,
      group: true,
      enabled: isOpen,
      run: () => void importNotes(means),
    },
    ...SIGN_CHOICES.filter(({ sign }) => sign !== "stet").map(({ id, keys, run }, i): Command => ({
      id: `sign-${id}`,
      menu: "proof",
      keys,
      group: i === 0,
      enabled: selected,
      run: () => run(""),
    })),
  ]
}
