import type { Issue } from "../../layouts/issue/issue.ts"
import { caretBox, type CaretBox } from "../text/caret.ts"
import { placeWithin, type TextPlace, type TextSelection } from "../text/place.ts"
import { caret } from "./caret.ts"
import { composedArticle, desk } from "./desk.ts"
import { shownLeaves, turnTo } from "./fit.ts"
import { pxPerPt, view } from "./view.ts"

/** CSS pixels between the edge of the canvas and a caret that was brought into view. */
const AIR = 36

/** Where the caret stands on the pages; null when there is none, or it is in text on no page. */
export function shownCaret(): CaretBox | null {
  const { selection } = caret.getState()
  const set = selection && composedArticle(desk.getState(), selection.article)
  return set && caretBox(set, selection.focus, view.getState().page)
}

/**
 * Brings the caret into view: turns to its page, and pans when it is out of sight, no further than is
 * needed to see it with some air.
 */
export function revealCaret(): void {
  const box = shownCaret()
  if (!box) return
  if (box.page !== view.getState().page) turnToPage(box.page)
  view.setState((state) => {
    const px = pxPerPt(state)
    const across = { low: box.x, high: box.x + box.width, room: state.width / px, air: AIR / px }
    const down = { low: box.y, high: box.y + box.height, room: state.height / px, air: AIR / px }
    const [left, top] = [held(state.left, across), held(state.top, down)]
    return left === state.left && top === state.top ? state : { left, top, fit: null }
  })
}

/** Turns to a page; one of the spread that is seen stays where it lies. */
function turnToPage(page: string): void {
  const leaf = shownLeaves().find((one) => one.page === page)
  if (leaf) turnTo(leaf)
  else view.setState({ page })
}

/** What must be seen along one side of the canvas, pt: `air` round it where it was not. */
interface Wanted {
  readonly low: number
  readonly high: number
  readonly room: number
  readonly air: number
}

/** The start of a stretch of `room` that holds low to high, moved as little as may be. */
function held(start: number, { low, high, room, air }: Wanted): number {
  if (low < start) return low - air
  return high > start + room ? high + air - room : start
}

/** Shows the text that undo or a search selected. */
export function showTextSelection(selection: TextSelection | null): void {
  caret.setState({ selection, goal: null })
  if (!selection) return
  view.setState({ article: selection.article, selection: [] })
  if (caret.getState().keys === "page") {
    view.setState(({ tool }) => ({ tool: tool === "mark" ? tool : "text" }))
    if (!isWritingElsewhere()) caret.setState(({ turn }) => ({ turn: turn + 1 }))
  }
  revealCaret()
}

/** Whether the keyboard is in a field of a panel: its words are not to be cut short. */
function isWritingElsewhere(): boolean {
  const at = document.activeElement?.closest("input, textarea, select, [contenteditable]")
  return at !== null && at !== undefined && !at.classList.contains("text-field")
}

/** The caret stays inside the text that is left of its article; with the article it goes. */
export function holdCaret(issue: Issue): void {
  const { selection } = caret.getState()
  if (!selection) return
  const article = issue.articles.find(({ id }) => id === selection.article)
  if (!article) {
    caret.setState({ selection: null })
    return
  }
  const anchor = placeWithin(article, selection.anchor)
  const focus = placeWithin(article, selection.focus)
  if (!same(anchor, selection.anchor) || !same(focus, selection.focus))
    caret.setState({ selection: { ...selection, anchor, focus } })
}

function same(a: TextPlace, b: TextPlace): boolean {
  return a.paragraph === b.paragraph && a.offset === b.offset
}
