import type { Edit } from "../issue/change.ts"
import { writeInk } from "../issue/ink-fields.ts"
import { inkUses } from "../issue/ink-uses.ts"
import { inkIn, isHouseInk } from "../issue/ink.ts"
import { swapInk } from "./swap-ink.ts"

/**
 * Removes an ink from the issue's table (删墨色). One that is in use goes only when another takes its
 * place everywhere; without one, or with one that cannot, nothing changes: a tint, or an ink of the
 * house, cannot have the tints of the one that goes.
 */
export function removeInk(name: string, by: string | null): Edit {
  return {
    name: "remove-ink",
    say: { zh: "删墨色", en: "Remove ink" },
    run(change) {
      const { inks = {} } = change.issue
      if (!inkIn(inks, name)) return
      if (inkUses(change.issue, name) > 0) {
        const tinted = Object.values(inks).some((ink) => ink.kind === "tint" && ink.of === name)
        const other = by === null ? null : inkIn(inks, by)
        const solid = other !== null && other.kind !== "tint"
        const can = tinted ? solid : other !== null || (by !== null && isHouseInk(by))
        if (by === null || by === name || !can) return
        if (other?.kind === "tint" && other.of === name) return
        swapInk(change, name, by)
      }
      writeInk(change.content.inks, name, null)
    },
  }
}
