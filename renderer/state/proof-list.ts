import type { ComposedPage } from "../../layouts/compose.ts"
import type { DisplayList } from "../../layouts/display/list.ts"
import type { Mark } from "../../layouts/issue/mark.ts"
import { drawMarks, type DrawnMarks } from "../../layouts/proof/draw-marks.ts"
import type { Press } from "../../layouts/press.ts"
import { proof } from "./proof.ts"

/** What was drawn of a page last, and what it was drawn from. */
interface Known {
  readonly page: ComposedPage
  readonly marks: readonly Mark[]
  readonly press: Press
  readonly drawn: DrawnMarks
  /** The page's list with them over it. */
  readonly list: DisplayList
}

const known = new Map<string, Known>()

/** A page's list with the marks on it drawn over it; of the marks, those that wait for an answer. */
export function proofList(page: ComposedPage, waiting: readonly Mark[], press: Press): DisplayList {
  const on = new Set(page.articles.map(({ article }) => article.id))
  const own = waiting.filter(({ article, range }) =>
    article === null ? range.kind === "spot" && range.page === page.page.id : on.has(article),
  )
  const { drawn, list } = drawnOn(page, own, press)
  const { drawn: before } = proof.getState()
  if (before.get(page.page.id) !== drawn)
    proof.setState({ drawn: new Map([...before, [page.page.id, drawn]]) })
  return list
}

function drawnOn(page: ComposedPage, marks: readonly Mark[], press: Press): Known {
  const before = known.get(page.page.id)
  if (before && isSame(before, page, marks, press)) return before
  const drawn = drawMarks(page, marks, press)
  const now = { page, marks, press, drawn, list: withMarks(page.list, drawn.list) }
  known.set(page.page.id, now)
  return now
}

function isSame(before: Known, page: ComposedPage, marks: readonly Mark[], press: Press): boolean {
  return (
    before.press === press &&
    before.page === page &&
    before.marks.length === marks.length &&
    before.marks.every((mark, i) => mark === marks[i])
  )
}

/** A page's list with what is drawn over it. */
function withMarks(list: DisplayList, over: DisplayList): DisplayList {
  if (over.items.length === 0) return list
  return { ...list, inks: [...list.inks, ...over.inks], items: [...list.items, ...over.items] }
}
