import { newDocument } from "../../layouts/issue/document.ts"
import type { Page } from "../../layouts/issue/page.ts"
import { blankPage } from "../../layouts/placement/blank.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { draftBefore, noteDraft } from "../door/kept-draft.ts"
import { endDraft, showDraft } from "./actions.ts"
import { desk } from "./desk.ts"
import type { Means } from "./means.ts"
import { isKept, keepPage } from "./templates.ts"
import { composedPage } from "./desk.ts"
import { view } from "./view.ts"

/** The page that stands for a template while it is edited. */
const PAGE = "A1"

/** A template that is being edited, and the page as it stands. */
interface Draft {
  readonly template: Template
  readonly page: Page
}

/**
 * Opens a template on the canvas as a page of empty frames (改版式), in a document of its own: the
 * issue waits meanwhile, with its own steps of undo.
 */
export function draftTemplate(template: Template, means: Means): void {
  open({ template, page: blankPage(template, PAGE) }, means)
}

/** Goes on with the template that was being edited when this window left the issue. */
export function takeUpDraft(means: Means): void {
  const { path } = desk.getState()
  const draft = path === null ? null : (draftBefore(path) as Draft | null)
  if (draft) open(draft, means)
}

function open({ template, page }: Draft, means: Means): void {
  const { issue, path } = desk.getState()
  if (!issue || path === null) return
  const document = newDocument({ ...issue, articles: [], pages: [page] })
  document.subscribe(() => noteDraft(path, { template, page: document.issue().pages[0] }))
  showDraft(document, template, means)
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
