import type { Edit } from "../issue/change.ts"
import { keyBefore, moveKeys } from "./order.ts"

/** Moves a page to an index among the others (调版). */
export function movePage(page: string, index: number): Edit {
  return {
    name: "move-page",
    say: { zh: "调版", en: "Move page" },
    run({ content, keys }) {
      const key = keys.pages.get(page)
      if (key === undefined) return
      moveKeys(content.pageOrder, [key], keyBefore([...keys.pages.values()], [key], index))
    },
  }
}
