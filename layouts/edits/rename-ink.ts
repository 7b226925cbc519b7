import type { Edit } from "../issue/change.ts"
import { writeInk } from "../issue/ink-fields.ts"
import { inkIn, isInkName } from "../issue/ink.ts"
import { swapInk } from "./swap-ink.ts"

/** Calls an ink by another name (墨色改名) everywhere; a name that is taken or is none changes nothing. */
export function renameInk(name: string, to: string): Edit {
  return {
    name: "rename-ink",
    say: { zh: "墨色改名", en: "Rename ink" },
    run(change) {
      const { inks = {} } = change.issue
      const ink = inkIn(inks, name)
      if (!ink || inkIn(inks, to) || !isInkName(to)) return
      writeInk(change.content.inks, to, ink)
      swapInk(change, name, to)
      writeInk(change.content.inks, name, null)
    },
  }
}
