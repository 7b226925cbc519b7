import type { ComposedPage } from "../../layouts/compose.ts"
import type { DisplayList } from "../../layouts/display/list.ts"
import type { Mark } from "../../layouts/issue/mark.ts"
import { sharedList } from "../../layouts/issue/share.ts"
import { drawMarks, type DrawnMarks } from "../../layouts/proof/draw-marks.ts"
import { drawTracked } from "../../layouts/proof/draw-tracked.ts"
import type { TrackedChange } from "../../layouts/proof/tracked-changes.ts"
import type { Press } from "../../layouts/press.ts"
import { proof } from "./proof.ts"
import { tracking } from "./tracking.ts"

/** What is drawn over pages: marks that wait for an answer, and changes of the texts. */
export interface OverPages {
  readonly waiting: readonly Mark[]
  readonly changes: readonly TrackedChange[]
}

/** What was drawn of a page last, and what it was drawn from. */
interface Known {
  readonly page: ComposedPage
  readonly marks: readonly Mark[]
  readonly changes: readonly TrackedChange[]
  readonly press: Press
  readonly drawn: DrawnMarks
  /** The page's list with them over it. */
  readonly list: DisplayList
}

const known = new Map<string, Known>()

/** A page's list with the marks on it and the changes of its texts drawn over it. */
export function proofList(page: ComposedPage, over: OverPages, press: Press): DisplayList {
  const on = new Set(page.articles.map(({ article }) => article.id))
  const marks = over.waiting.filter(({ article, range }) =>
    article === null ? range.kind === "spot" && range.page === page.page.id : on.has(article),
  )
  const changes = over.changes.filter(({ article }) => on.has(article))
  const { drawn, list } = drawnOn({ page, marks, changes, press })
  const { drawn: before } = proof.getState()
  if (before.get(page.page.id) !== drawn)
    proof.setState({ drawn: new Map([...before, [page.page.id, drawn]]) })
  return list
}

function drawnOn(from: Omit<Known, "drawn" | "list">): Known {
  const { page, marks, changes, press } = from
  const before = known.get(page.page.id)
  if (before && isSame(before, from)) return before
  const drawn = drawMarks(page, marks, press)
  const { people } = tracking.getState()
  const changed = withMarks(page.list, drawTracked(page, changes, { people, press }))
  const now = { ...from, drawn, list: withMarks(changed, drawn.list) }
  known.set(page.page.id, now)
  return now
}

function isSame(before: Known, from: Omit<Known, "drawn" | "list">): boolean {
  return (
    before.press === from.press &&
    before.page === from.page &&
    sharedList(before.marks, from.marks) === before.marks &&
    sharedList(before.changes, from.changes) === before.changes
  )
}

/** A page's list with what is drawn over it. */
function withMarks(list: DisplayList, over: DisplayList): DisplayList {
  if (over.items.length === 0) return list
  return { ...list, inks: [...list.inks, ...over.inks], items: [...list.items, ...over.items] }
}
