import { newDocument } from "../../layouts/issue/document.ts"
import { blankPage } from "../../layouts/placement/blank.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { endDraft, showDraft } from "./actions.ts"
import { desk } from "./desk.ts"
import type { Means } from "./means.ts"
import { isKept, keepPage } from "./templates.ts"
import { composedPage } from "./desk.ts"
import { view } from "./view.ts"

/** The page that stands for a template while it is edited. */
const PAGE = "A1"

/**
 * Opens a template on the canvas as a page of empty frames (改版式), in a document of its own: the
 * issue waits meanwhile, with its own steps of undo.
 */
export function draftTemplate(template: Template, means: Means): void {
  const { issue } = desk.getState()
  if (!issue) return
  const page = blankPage(template, PAGE)
  showDraft(newDocument({ ...issue, articles: [], pages: [page] }), template, means)
}

/** Keeps what is on the canvas as a template under a name, and goes back to the issue. */
export async function keepDraft(name: string, means: Means): Promise<void> {
  const { draft } = desk.getState()
  const page = composedPage(desk.getState(), view.getState().page)?.page
  if (!draft || !page) return
  const replaces = isKept(draft) && name === draft.name.zh ? draft.id : null
  const kept = await keepPage(page, { name, replaces }, means.door)
  if (kept) endDraft()
}
