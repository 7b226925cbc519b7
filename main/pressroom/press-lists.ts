import { composePage } from "../../layouts/compose.ts"
import { joinLists } from "../../layouts/display/join-lists.ts"
import type { DisplayList } from "../../layouts/display/list.ts"
import { sheetsOf } from "../../layouts/issue/facing-pages.ts"
import { mm, mmToPt } from "../../layouts/units.ts"
import { pressesOf } from "../press.ts"
import type { Run } from "./press-sheet.ts"

/** A page as it is ordered, composed. */
export function pageList({ issue, library, opened, sheet }: Run, id: string): DisplayList {
  const { breaks, bleed } = sheet.order
  const { compose } = pressesOf(library, new Map(), opened)
  const { list } = composePage(issue, id, compose, breaks ?? "free")
  return bleed === undefined ? list : { ...list, bleed: mmToPt(mm(bleed)) }
}

/** The lists of pages that face each other, made one. */
export function joinedSheets(lists: readonly DisplayList[]): readonly DisplayList[] {
  const byPage = new Map(lists.map((list) => [list.page, list]))
  return sheetsOf([...byPage.keys()]).map(([first, second]) => {
    const left = byPage.get(first!)!
    return second === undefined ? left : joinLists(left, byPage.get(second)!)
  })
}
