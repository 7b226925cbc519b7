import { createStore } from "zustand/vanilla"
import type { Saving } from "./keep-changes.ts"
import type { ComposedArticle } from "../../layouts/compose-article.ts"
import type { ComposedPage } from "../../layouts/compose.ts"
import type { Finding, Say } from "../../layouts/finding.ts"
import type { InferredMeasure } from "../../layouts/flow/infer-measure.ts"
import type { BreakMode } from "../../layouts/flow/set-paragraph.ts"
import type { Ignored } from "../../layouts/issue/ignored.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Mark } from "../../layouts/issue/mark.ts"
import type { Template } from "../../layouts/templates/template.ts"
import type { CopySource, Hello, ImportedCopy } from "../../main/bridge/contract.ts"

/** Copy read but not yet placed: shown with its decisions, which can be flipped. */
export interface Review {
  readonly sources: readonly CopySource[]
  readonly choices: Readonly<Record<string, string>>
  readonly copy: ImportedCopy
}

/** What the desk knows of the open issue and of what goes on. */
export interface Desk {
  readonly hello: Hello | null
  /** Why the desk cannot work yet: a word key, or null. */
  readonly busy: string | null
  readonly issue: Issue | null
  readonly path: string | null
  /** The issue's proof marks, oldest first. */
  readonly marks: readonly Mark[]
  /** Hits of the checks that were let stand, and why. */
  readonly ignored: readonly Ignored[]
  /**
   * Pages composed from this issue, in page order. While `composing`, those out of sight may be
   * missing, or as they were before the last edit; no key or pointer finds them so.
   */
  readonly pages: readonly ComposedPage[]
  readonly composing: boolean
  readonly findings: readonly Finding[]
  /** What was found when copy was last placed; composing does not find it again. */
  readonly placing: readonly Finding[]
  readonly measure: InferredMeasure | null
  readonly breaks: BreakMode
  readonly saving: Saving
  /** What undo and redo would do next. */
  readonly undoable: Say | null
  readonly redoable: Say | null
  readonly review: Review | null
  /** The template that is edited on the canvas while the issue waits (改版式); null for none. */
  readonly draft: Template | null
  /** The last thing to tell; it goes with time, with an undo, or for the next. */
  readonly message: { readonly say: Say; readonly bad: boolean } | null
}

/** What the desk knows while no issue is open. */
export const NOTHING_OPEN = {
  issue: null,
  path: null,
  marks: [],
  ignored: [],
  pages: [],
  composing: false,
  findings: [],
  placing: [],
  measure: null,
  breaks: "free",
  saving: "saved",
  undoable: null,
  redoable: null,
  review: null,
  draft: null,
  message: null,
} as const satisfies Partial<Desk>

/** The desk's state; changed by the actions only. */
export const desk = createStore<Desk>(() => ({
  hello: null,
  busy: "status.loading",
  ...NOTHING_OPEN,
}))

/** The composed page of an id, null when the issue has none such. */
export function composedPage(
  { pages }: Pick<Desk, "pages">,
  id: string | null,
): ComposedPage | null {
  return pages.find(({ page }) => page.id === id) ?? null
}

/** An article set into its frames, null while it waits in the tray. */
export function composedArticle(
  { pages }: Pick<Desk, "pages">,
  id: string,
): ComposedArticle | null {
  for (const { articles } of pages)
    for (const set of articles) if (set.article.id === id) return set
  return null
}
