import { writeArticleLook } from "../issue/article-fields.ts"
import { articleAt, pageAt, type Change, type Edit } from "../issue/change.ts"
import { writeLook } from "../issue/page-fields.ts"
import type { Page } from "../issue/page.ts"
import type { ArticleLook } from "../placement/article-looks.ts"
import { exchangeFrames, pageOf } from "./frames.ts"

/**
 * Replaces all of a page but its number: sheet, grid, furniture and frames, as a template that was
 * filled gives them (套用版式), and draws articles on it as its slots say.
 */
export function applyPage(
  page: string,
  look: Omit<Page, "id">,
  articles: readonly ArticleLook[] = [],
): Edit {
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
      writeLooks(change, articles)
    },
  }
}

/** Draws articles as the slots say that they stand in. */
export function writeLooks(change: Change, looks: readonly ArticleLook[]): void {
  for (const { article, ...look } of looks) {
    const fields = articleAt(change, article)
    if (!fields) continue
    for (const name of ["surround", "columnRule"] as const)
      if (look[name] !== undefined) writeArticleLook(fields, name, look[name] && { ...look[name] })
  }
}
