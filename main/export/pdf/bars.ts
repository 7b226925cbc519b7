import { mm, mmToPt } from "../../../layouts/units.ts"
import { factor, lengths } from "./numbers.ts"
import { MARK_GAP, type Sheet } from "./sheet.ts"

/** Shares of cyan, magenta, yellow and black, 0 to 1. */
type Patch = readonly [number, number, number, number]

const solids = (strength: number): readonly Patch[] => [
  [strength, 0, 0, 0],
  [0, strength, 0, 0],
  [0, 0, strength, 0],
  [0, 0, 0, strength],
]

/**
 * The patches of the bars (色标) from left to right: each ink solid and in two tints, then a grey of
 * the three colours beside its like of black alone, by which the balance of the inks is judged.
 */
export const PATCHES: readonly Patch[] = [
  ...solids(1),
  ...solids(0.5),
  ...solids(0.25),
  [0.3, 0.24, 0.24, 0],
  [0, 0, 0, 0.3],
]

/** Size of a patch, and the room left to the corner's crop marks and to the middle's registration mark. */
const PATCH = { width: mmToPt(mm(5)), height: mmToPt(mm(4)) } as const
const CLEAR = mmToPt(mm(5))

/**
 * The operators of the colour bars, over the left half of the page outside its bleed; a page too
 * narrow for all has the first.
 */
export function colourBars({ trim, bleed }: Sheet): string {
  const left = trim[0] + CLEAR
  const room = (trim[0] + trim[2]) / 2 - CLEAR - left
  const bottom = bleed[3] + MARK_GAP
  const shown = PATCHES.slice(0, Math.max(0, Math.floor(room / PATCH.width)))
  const drawn = shown.map((patch, i) => {
    const box = lengths(left + i * PATCH.width, bottom, PATCH.width, PATCH.height)
    return `${patch.map(factor).join(" ")} k ${box} re f`
  })
  return drawn.length === 0 ? "" : `q ${drawn.join(" ")} Q`
}
