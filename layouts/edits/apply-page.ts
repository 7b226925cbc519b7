import { pageAt, type Edit } from "../issue/change.ts"
import { writeLook } from "../issue/page-fields.ts"
import type { Page } from "../issue/page.ts"
import { exchangeFrames, pageOf } from "./frames.ts"

/**
 * Replaces all of a page but its number: sheet, grid, furniture and frames, as a template that was
 * filled gives them (套用版式).
 */
export function applyPage(page: string, look: Omit<Page, "id">): Edit {
  return {
    name: "apply-page",
    say: { zh: "套用版式", en: "Apply template" },
    run(change) {
      const fields = pageAt(change, page)
      const before = pageOf(change, page)
      if (!fields || !before) return
      writeLook(fields, look)
      const dropped = before.frames.map(({ id }) => id)
      exchangeFrames(change, { page, frames: look.frames, dropped })
    },
  }
}
