import { createStore } from "zustand/vanilla"
import { setGuides } from "../../layouts/edits/set-guides.ts"
import type { Guide, Page } from "../../layouts/issue/page.ts"
import { pt } from "../../layouts/units.ts"
import { perform } from "../state/actions.ts"
import { shownLeaves } from "../state/fit.ts"
import { pxPerPt, view } from "../state/view.ts"
import type { Point } from "../tools/tool.ts"
import { snapped } from "./ruler-scale.ts"

/** How near a pointer must be to a guide to take it, CSS pixels. */
const REACH = 4

/** A guide that is being dragged: one of the page's, or a new one out of a ruler. */
export interface GuideDrag {
  readonly page: string
  readonly axis: Guide["axis"]
  /** Its place among the page's guides; null for a new one. */
  readonly index: number | null
  /** Where it would stand, pt; null while it is off the page, where it is let go for good. */
  readonly at: number | null
}

/** The guide in the hand; null most of the time. */
export const guideDrag = createStore<{ readonly drag: GuideDrag | null }>(() => ({ drag: null }))

/** The guide of a page under a point; null where there is none or guides are not shown. */
export function guideAt({ guides = [] }: Page, at: Point): number | null {
  const state = view.getState()
  if (!state.guides || state.preview || state.tool !== "select") return null
  const reach = REACH / pxPerPt(state)
  const index = guides.findIndex((guide) => Math.abs(at[guide.axis] - guide.at) <= reach)
  return index < 0 ? null : index
}

/** Takes a guide of the page in the hand. */
export function takeGuide(page: Page, index: number): void {
  const { axis, at } = page.guides![index]!
  guideDrag.setState({ drag: { page: page.id, axis, index, at } })
}

/** Pulls a new guide out of a ruler. */
export function pullGuide(page: Page, axis: Guide["axis"]): void {
  view.setState({ guides: true })
  guideDrag.setState({ drag: { page: page.id, axis, index: null, at: null } })
}

/** Moves the guide in the hand to a point of the page; `free` lets it stand anywhere. */
export function moveGuide(page: Page, point: Point, free: boolean): void {
  const { drag } = guideDrag.getState()
  if (!drag) return
  const { rulerUnit } = view.getState()
  const wanted = point[drag.axis]
  const at = free ? wanted : snapped(page.grid, drag.axis, rulerUnit, wanted)
  const own = shownLeaves().find((leaf) => leaf.page === page.id)
  const most = drag.axis === "x" ? own?.width : own?.height
  guideDrag.setState({ drag: { ...drag, at: at >= 0 && at <= (most ?? 0) ? at : null } })
}

/** Lets the guide go where it is: there it stands, and off the page it is gone. */
export function dropGuide(page: Page): void {
  const { drag } = guideDrag.getState()
  guideDrag.setState({ drag: null })
  if (!drag || drag.page !== page.id) return
  const { axis, at, index } = drag
  const guides = page.guides ?? []
  const others = guides.filter((_, i) => i !== index)
  if (at === null && index === null) return
  if (index !== null && guides[index]!.at === at) return
  perform(setGuides(page.id, at === null ? others : [...others, { axis, at: pt(at) }]))
}

/** Lays the guide in the hand back where it was. */
export function forgetGuide(): void {
  guideDrag.setState({ drag: null })
}

/** Takes all guides off the page that is shown. */
export function clearGuides(): void {
  const { page } = view.getState()
  if (page !== null) perform(setGuides(page, []))
}
