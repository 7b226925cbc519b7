import type { Edit } from "../issue/change.ts"
import { inkIn, isInkName, type IssueInk } from "../issue/ink.ts"
import { writeInk } from "../issue/ink-fields.ts"

/**
 * Puts an ink into the issue's table (墨色), or makes one anew. A tint must be of an ink of the table
 * that is no tint, and an ink that has tints becomes none; else nothing changes.
 */
export function setInk(name: string, ink: IssueInk): Edit {
  return {
    name: "set-ink",
    say: { zh: "改墨色", en: "Change ink" },
    run({ content, issue: { inks = {} } }) {
      if (!isInkName(name)) return
      if (ink.kind === "tint") {
        const base = inkIn(inks, ink.of)
        const ofIt = Object.values(inks).some((one) => one.kind === "tint" && one.of === name)
        if (!base || base.kind === "tint" || ink.of === name || ofIt) return
      }
      writeInk(content.inks, name, ink)
    },
  }
}
