import { pageAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import type { Page } from "../issue/page.ts"

/**
 * Gives a page another sheet and grid (改版心). Frames keep their columns and lines, as far as the
 * grid has them.
 */
export function setGrid(page: string, { sheet, grid }: Pick<Page, "sheet" | "grid">): Edit {
  return {
    name: "set-grid",
    say: { zh: "改版心", en: "Change page grid" },
    run(change) {
      const fields = pageAt(change, page)
      if (!fields) return
      setField(fields, "sheet", JSON.stringify(sheet))
      setField(fields, "grid", JSON.stringify(grid))
    },
  }
}
