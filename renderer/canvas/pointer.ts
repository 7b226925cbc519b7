import type { ComposedPage } from "../../layouts/compose.ts"
import { composedPage, desk } from "../state/desk.ts"
import { pxPerPt, view } from "../state/view.ts"
import { REACH } from "./marks.ts"
import type { Bench, Held, Point } from "../tools/tool.ts"

/** The page that the window shows. */
export function currentPage(): ComposedPage | null {
  return composedPage(desk.getState(), view.getState().page)
}

/** What a tool sees of a page in this window. */
export function benchOf({ page: { frames, grid }, articles }: ComposedPage): Bench {
  const state = view.getState()
  const over = articles.flatMap(({ story: { overset, columns } }) =>
    overset.characters > 0 ? columns.slice(-1).map(({ column }) => column.frame.id) : [],
  )
  return { frames, grid, selection: state.selection, over, reach: REACH / pxPerPt(state) }
}

/** A pointer's place on the page, pt. */
export function pointAt(event: {
  readonly clientX: number
  readonly clientY: number
  readonly currentTarget: Element
}): Point {
  const { left, top } = event.currentTarget.getBoundingClientRect()
  const state = view.getState()
  const px = pxPerPt(state)
  return {
    x: state.left + (event.clientX - left) / px,
    y: state.top + (event.clientY - top) / px,
  }
}

/** The keys that are held with an event. */
export function heldWith(event: {
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}): Held {
  return { shift: event.shiftKey, alt: event.altKey, ctrl: event.ctrlKey || event.metaKey }
}
