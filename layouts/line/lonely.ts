import type { Cells } from "./cells.ts"
import { CLASS, hasTrail, isBlank } from "./classes.ts"

/** One character alone, whatever marks stand beside it (孤字). Source: CLREQ #widows_and_orphans; GB/T 15834-2011 5.1.11 */
export function isLonely(cells: Cells, start: number, end: number): boolean {
  let characters = 0
  for (let cell = start; cell < end && characters < 2; cell += 1) {
    const kind = cells.kind[cell]!
    const mark = hasTrail(kind) || kind === CLASS.wholeMark || kind === CLASS.open || isBlank(kind)
    if (!mark) characters += 1
  }
  return characters < 2
}
