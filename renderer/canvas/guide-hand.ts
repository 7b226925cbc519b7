import type { PointerEvent } from "react"
import { shownLeaves, turnTo } from "../state/fit.ts"
import { leafAt } from "../state/spread.ts"
import { view } from "../state/view.ts"
import { handleAt } from "../tools/hit.ts"
import { dropGuide, forgetGuide, guideAt, guideDrag, moveGuide, takeGuide } from "./guides.ts"
import { benchOf, currentPage, pointAt } from "./pointer.ts"
import type { PageHand } from "./tool-hand.ts"

type Pressed = PointerEvent<HTMLElement>

/** What the pointer does on the page. */
export interface PointerHand {
  readonly down: (event: Pressed) => void
  readonly move: (event: Pressed) => void
  readonly up: (event: Pressed) => void
  readonly cancel: () => void
}

/**
 * What the pointer does before the tool in the hand hears of it: a press on another page of the spread
 * turns to it, and a press on a guide takes the guide.
 */
export function useGuideHand(hand: PageHand): PointerHand {
  return {
    down(event) {
      turnUnder(event)
      const page = currentPage()
      const at = pointAt(event)
      const index = page && event.button === 0 ? guideAt(page.page, at) : null
      if (!page || index === null || handleAt(benchOf(page), at)) return hand.down(event)
      event.currentTarget.setPointerCapture(event.pointerId)
      takeGuide(page.page, index)
    },
    move(event) {
      const page = currentPage()?.page
      if (page && guideDrag.getState().drag)
        return moveGuide(page, pointAt(event), event.ctrlKey || event.metaKey)
      hand.move(event)
      const under = page && event.buttons === 0 ? guideAt(page, pointAt(event)) : null
      if (under !== null && under !== undefined)
        event.currentTarget.style.cursor =
          page!.guides![under]!.axis === "x" ? "col-resize" : "row-resize"
    },
    up(event) {
      const page = currentPage()?.page
      if (page && guideDrag.getState().drag) dropGuide(page)
      else hand.up(event)
    },
    cancel() {
      forgetGuide()
      hand.send({ kind: "cancel" })
    },
  }
}

/** Turns to the page of the spread that a press falls on. */
function turnUnder(event: Pressed): void {
  if (event.button === 1) return
  const leaf = leafAt(shownLeaves(), pointAt(event))
  if (leaf && leaf.page !== view.getState().page) turnTo(leaf)
}
