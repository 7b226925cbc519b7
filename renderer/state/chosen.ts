import type { ComposedPage } from "../../layouts/compose.ts"
import type { Edit } from "../../layouts/issue/change.ts"
import type { Frame, Page } from "../../layouts/issue/page.ts"
import { perform, selectFrames } from "./actions.ts"
import { composedPage, desk } from "./desk.ts"
import { view } from "./view.ts"

/** The frames that are chosen, in the order of their page's stack. */
export interface Chosen {
  readonly page: Page
  readonly frames: readonly Frame[]
  readonly ids: readonly string[]
}

/** What is chosen on the page that is shown; null when no page is, or nothing on it. */
export function chosen(): Chosen | null {
  const { page, selection } = view.getState()
  return chosenOn(desk.getState().pages, page, selection)
}

/** The frames of some ids that a page has; null when it has none of them. */
export function chosenOn(
  pages: readonly ComposedPage[],
  shown: string | null,
  selection: readonly string[],
): Chosen | null {
  const page = composedPage({ pages }, shown)?.page
  if (!page) return null
  const frames = page.frames.filter(({ id }) => selection.includes(id))
  return frames.length > 0 ? { page, frames, ids: frames.map(({ id }) => id) } : null
}

/** Performs an edit of a page and chooses the frames that it put there. */
export function performAndChoose(page: string, edit: Edit): void {
  const idsOn = (): readonly string[] =>
    (composedPage(desk.getState(), page)?.page.frames ?? []).map(({ id }) => id)
  const before = new Set(idsOn())
  perform(edit)
  const made = idsOn().filter((id) => !before.has(id))
  if (made.length > 0) selectFrames(page, made)
}
