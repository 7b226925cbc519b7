import { enterPanel } from "../app/docks.tsx"
import { selectedClip } from "../app/clip-deeds.ts"
import { goToHit } from "../app/find-deeds.ts"
import { desk } from "../state/desk.ts"
import { find } from "../state/find.ts"
import type { Command } from "./command.ts"

/** Commands on words: finding and replacing them. */
export function textCommands(): readonly Command[] {
  const isOpen = (): boolean => desk.getState().issue !== null
  const asked = (): boolean => isOpen() && find.getState().words !== ""
  return [
    { id: "find", menu: "text", keys: "Ctrl+F", enabled: isOpen, run: askFind },
    {
      id: "findNext",
      menu: "text",
      keys: "F3",
      enabled: asked,
      run: () => void goToHit(1),
    },
    { id: "findLast", menu: "text", keys: "Shift+F3", enabled: asked, run: () => void goToHit(-1) },
  ]
}

/** Goes to the find panel, with the words that are selected to be looked for. */
function askFind(): void {
  const words = selectedClip()?.plain ?? ""
  if (words !== "" && !words.includes("\n")) find.setState({ words, regex: false })
  enterPanel("find")
}
