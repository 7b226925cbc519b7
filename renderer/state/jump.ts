import { createStore } from "zustand/vanilla"
import type { Where } from "../../layouts/finding.ts"
import type { Box } from "../../layouts/units.ts"
import { selectFrames } from "./actions.ts"
import { composedArticle, composedPage, desk } from "./desk.ts"
import { shownLeaves, turnTo } from "./fit.ts"
import { endSpot, spotOf, type Spot } from "./spots.ts"
import { pxPerPt, view, type View } from "./view.ts"

/** CSS pixels kept free round a place that was jumped to. */
const MARGIN = 48

/** The place that was jumped to last, shown for a moment; `turn` tells one jump from the next. */
export const flash = createStore<{ readonly spot: Spot | null; readonly turn: number }>(() => ({
  spot: null,
  turn: 0,
}))

/** Brings a place into sight: turns to its page, and scrolls when it is out of sight. */
export function revealSpot(spot: Spot): void {
  turn(spot.page)
  const around = union(spot.boxes) ?? sheetOf(spot.page)
  if (around && !isInSight(around)) view.setState((state) => centred(around, state))
}

/** Shows a place on its page: brings it into sight and marks it. */
export function showSpot(spot: Spot): void {
  revealSpot(spot)
  flash.setState(({ turn }) => ({ spot, turn: turn + 1 }))
}

/** Goes to a place of the issue, and chooses the article or the frame that it is in. */
export function jumpTo(where: Where): void {
  if (where.article !== undefined) chooseArticle(where.article)
  const spot = spotOf(desk.getState().pages, where)
  if (spot && where.frame !== undefined) selectFrames(spot.page, [where.frame])
  if (spot) showSpot(spot)
}

/** Goes to where an article is over or short. */
export function jumpToEnd(article: string): void {
  chooseArticle(article)
  const set = composedArticle(desk.getState(), article)
  const spot = set && endSpot(set)
  if (spot) showSpot(spot)
}

/** Chooses an article: its story is shown, its frames are selected on the page where it begins. */
export function chooseArticle(article: string): void {
  view.setState({ article })
  const frames = composedArticle(desk.getState(), article)?.thread.frames ?? []
  const first = frames[0]?.page.id
  if (first === undefined) return view.setState({ selection: [] })
  const here = frames.filter(({ page }) => page.id === first)
  turn(first)
  selectFrames(
    first,
    here.map(({ frame }) => frame.id),
  )
}

/** Chooses an article and turns to it when its page is not the one shown. */
export function showArticle(article: string): void {
  chooseArticle(article)
  const spot = spotOf(desk.getState().pages, { article })
  const around = spot && union(spot.boxes)
  if (around && !isInSight(around)) view.setState((state) => centred(around, state))
}

/** Works on a page: one that is seen already, as the other of a spread, stays where it is. */
function turn(page: string): void {
  if (page === view.getState().page) return
  const leaf = shownLeaves().find((one) => one.page === page)
  if (leaf) turnTo(leaf)
  else view.setState({ page })
}

function sheetOf(page: string): Box | null {
  const trim = composedPage(desk.getState(), page)?.list.trim
  return trim ? ({ x: 0, y: 0, ...trim } as Box) : null
}

function union(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const foot = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: foot - y } as Box
}

function isInSight(box: Box): boolean {
  const state = view.getState()
  const px = pxPerPt(state)
  const [right, foot] = [state.left + state.width / px, state.top + state.height / px]
  return (
    box.x >= state.left &&
    box.y >= state.top &&
    box.x + box.width <= right &&
    box.y + box.height <= foot
  )
}

/** The canvas with a box in its middle; of one that is larger than the canvas, its top left. */
function centred(
  box: Box,
  state: Pick<View, "zoom" | "screenDpi" | "width" | "height">,
): Pick<View, "left" | "top" | "fit"> {
  const px = pxPerPt(state)
  const along = (start: number, size: number, room: number): number =>
    size <= room - (2 * MARGIN) / px ? start + size / 2 - room / 2 : start - MARGIN / px
  return {
    left: along(box.x, box.width, state.width / px),
    top: along(box.y, box.height, state.height / px),
    fit: null,
  }
}
