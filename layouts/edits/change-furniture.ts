import { pageAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import type { Issue } from "../issue/issue.ts"
import type { Furniture } from "../issue/page.ts"
import { sameRecord } from "../issue/share.ts"
import { pageOf } from "./frames.ts"

/** One piece of furniture as it was and as it is to be: null before is a new one, null after none. */
export interface FurnitureChange {
  readonly before: Furniture | null
  readonly after: Furniture | null
}

/**
 * Changes pieces of furniture on all of some pages at once (统改报头报眉). A page has a piece when one
 * of its own is the very same in every field, as on pages that were made from one template; a page
 * that has not is left alone, so that what was altered by hand for one page stays.
 */
export function changeFurniture(
  pages: readonly string[],
  changes: readonly FurnitureChange[],
): Edit {
  return {
    name: "change-furniture",
    say: { zh: "统改报头报眉", en: "Change furniture of pages" },
    run(change) {
      for (const id of pages) {
        const fields = pageAt(change, id)
        const before = pageOf(change, id)?.furniture
        if (!fields || !before) continue
        const after = changes.reduce(changed, before)
        if (after !== before) setField(fields, "furniture", JSON.stringify(after))
      }
    },
  }
}

/** The pages that were made from the same template as a page, itself among them, in their order. */
export function pagesLike({ pages }: Pick<Issue, "pages">, id: string): readonly string[] {
  const template = pages.find((page) => page.id === id)?.template
  return pages.filter((page) => page.template === template).map((page) => page.id)
}

/** Furniture with one change made; the very same list where it has no such piece. */
function changed(
  furniture: readonly Furniture[],
  { before, after }: FurnitureChange,
): readonly Furniture[] {
  if (before === null) return after === null ? furniture : [...furniture, after]
  const at = furniture.findIndex((piece) => sameRecord(piece, before))
  if (at < 0) return furniture
  return furniture.toSpliced(at, 1, ...(after === null ? [] : [after]))
}
