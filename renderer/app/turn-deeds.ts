import { setVertical } from "../../layouts/edits/set-vertical.ts"
import { canTurn, type Frame } from "../../layouts/issue/page.ts"
import { perform } from "../state/actions.ts"
import { caret } from "../state/caret.ts"
import { chosen } from "../state/chosen.ts"
import { composedPage, desk } from "../state/desk.ts"
import { view } from "../state/view.ts"

/** The frames whose words would be turned: the chosen ones, else those that the caret's words stand in. */
function turnable(): readonly Frame[] {
  const now = chosen()
  if (now) return now.frames.filter(({ role }) => canTurn(role))
  const { selection } = caret.getState()
  const page = composedPage(desk.getState(), view.getState().page)?.page
  if (!selection || !page) return []
  const heading = selection.focus.words !== null
  return page.frames.filter(
    ({ article, role }) =>
      article === selection.article && canTurn(role) && (role === "headline") === heading,
  )
}

/** Whether there are words that can be turned. */
export function canTurnWords(): boolean {
  return turnable().length > 0
}

/** Whether all of them run down the page. */
export function areVertical(): boolean {
  const frames = turnable()
  return frames.length > 0 && frames.every(({ vertical }) => vertical === true)
}

/** Lets the words of frames run down the page, or across it when all run down. */
export function switchVertical(): void {
  const ids = turnable().map(({ id }) => id)
  if (ids.length > 0) perform(setVertical(ids, !areVertical()))
}
