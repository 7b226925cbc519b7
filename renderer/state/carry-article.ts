import { createStore } from "zustand/vanilla"
import { moveArticle } from "../../layouts/edits/move-article.ts"
import { placeArticle } from "../../layouts/edits/place-article.ts"
import { frameArticle } from "../../layouts/frame-article.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import {
  carry,
  cellAt,
  EMPTY_HANDED,
  type Carry,
  type CarryEvent,
  type Over,
} from "../tools/carry.ts"
import type { Point } from "../tools/tool.ts"
import { perform, pressOf } from "./actions.ts"
import { composedArticle, composedPage, desk } from "./desk.ts"
import { shownLeaves } from "./fit.ts"
import { chooseArticle, showSpot } from "./jump.ts"
import { pagesOf } from "./lengths.ts"
import { tell, type Means } from "./means.ts"
import { leafAt } from "./spread.ts"
import { spotOf } from "./spots.ts"
import { pxPerPt, view } from "./view.ts"

/** An article in the pointer's hand, and the frames that it would get where it is. */
export interface Carried {
  readonly hand: Carry
  /** Null while it is over no page; empty where there is no room. */
  readonly frames: readonly Frame[] | null
}

const NOTHING: Carried = { hand: EMPTY_HANDED, frames: null }

/** What is carried in this window. */
export const carried = createStore<Carried>(() => NOTHING)

/** Takes an event of the pointer or the keys; an article that is let go over a page is placed. */
export function handle(event: CarryEvent, means: Means): void {
  const before = carried.getState()
  const { state, drop } = carry(before.hand, event)
  if (drop) place(drop.article, drop.over, means)
  if (state.kind !== "carrying") {
    carried.setState(NOTHING)
    if (state.kind === "pressing") carried.setState({ hand: state })
    return
  }
  const same = before.hand.kind === "carrying" && isSame(before.hand.over, state.over)
  const frames = same ? before.frames : state.over && framesAt(state.article, state.over, means)
  carried.setState({ hand: state, frames })
}

/** What of the issue's pages is under a point of the window; null for anything else. */
export function overAt({ x, y }: Point): Over | null {
  const found = document.elementFromPoint(x, y)
  const strip = found?.closest<HTMLElement>("[data-strip-page]")?.dataset["stripPage"]
  if (strip !== undefined) return { page: strip, cell: null }
  const canvas = found?.closest(".page-canvas")
  if (!canvas) return null
  const { left, top } = canvas.getBoundingClientRect()
  const state = view.getState()
  const px = pxPerPt(state)
  const point = { x: state.left + (x - left) / px, y: state.top + (y - top) / px }
  const leaf = leafAt(shownLeaves(), point)
  const page = leaf && composedPage(desk.getState(), leaf.page)
  if (!leaf || !page) return null
  const { grid } = page.page
  return { page: leaf.page, cell: cellAt(grid, { x: point.x - leaf.offset, y: point.y }) }
}

/** Places an article where there is room on a page, and shows it; says so when there is none. */
export function place(article: string, over: Over, means: Means): void {
  const frames = framesAt(article, over, means)
  if (frames.length === 0) {
    tell({ zh: `${over.page} 版此处没有空地。`, en: `There is no room on ${over.page}.` }, true)
    return
  }
  const set = composedArticle(desk.getState(), article)
  const elsewhere = set !== null && pagesOf(set).some((page) => page !== over.page)
  perform((elsewhere ? moveArticle : placeArticle)(article, over.page, frames))
  chooseArticle(article)
  const spot = spotOf(desk.getState().pages, { article })
  if (spot) showSpot(spot)
}

function framesAt(article: string, { page, cell }: Over, means: Means): readonly Frame[] {
  const { issue, breaks } = desk.getState()
  return issue ? frameArticle(issue, { article, page, at: cell }, pressOf(means), breaks) : []
}

function isSame(a: Over | null, b: Over | null): boolean {
  return (
    a?.page === b?.page && a?.cell?.column === b?.cell?.column && a?.cell?.line === b?.cell?.line
  )
}
