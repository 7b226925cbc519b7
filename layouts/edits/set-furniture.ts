import { pageAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import type { Furniture } from "../issue/page.ts"

/** Sets the fixed parts of pages (报头、报眉), each page's own; by page id. */
export function setFurniture(furniture: ReadonlyMap<string, readonly Furniture[]>): Edit {
  return {
    name: "set-furniture",
    say: { zh: "改报头报眉", en: "Change furniture" },
    run(change) {
      for (const [page, parts] of furniture) {
        const fields = pageAt(change, page)
        if (fields) setField(fields, "furniture", JSON.stringify(parts))
      }
    },
  }
}
