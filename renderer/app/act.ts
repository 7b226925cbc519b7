import { addFrame } from "../../layouts/edits/add-frame.ts"
import { breakThread, continueFrame, linkFrames } from "../../layouts/edits/link-frames.ts"
import { moveFrames } from "../../layouts/edits/move-frames.ts"
import { duplicateFrames } from "../../layouts/edits/paste-frames.ts"
import { resizeFrame } from "../../layouts/edits/resize-frame.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { freeId } from "../../layouts/issue/repair.ts"
import { pt } from "../../layouts/units.ts"
import { perform } from "../state/actions.ts"
import { putBreakNear } from "../state/break-deeds.ts"
import { performAndChoose } from "../state/chosen.ts"
import { desk } from "../state/desk.ts"
import { panBy, pxPerPt, view, zoomAt, zoomFor } from "../state/view.ts"
import { takeSpot } from "../state/spot-deeds.ts"
import type { Act, NewFrame, Point } from "../tools/tool.ts"
import { selectAt } from "./select-at.ts"

/** Weight of a rule that is drawn anew, pt. */
const RULE = pt(0.5)

/** Does what a tool asks for on the page that is shown. */
export function act(asked: Act): void {
  const { page } = view.getState()
  if (page === null) return
  switch (asked.kind) {
    case "move":
      return perform(moveFrames(page, asked.ids, asked))
    case "resize":
      return perform(resizeFrame(asked.id, asked.region))
    case "copy":
      return performAndChoose(page, duplicateFrames(page, asked.ids, asked))
    case "draw":
      view.setState({ tool: "select" })
      return performAndChoose(page, addFrame(page, newFrame(asked, page)))
    case "link":
      return perform(linkFrames(asked.from, asked.to))
    case "continue":
      return performAndChoose(page, continueFrame(asked.from, page, asked.region))
    case "break":
      return perform(breakThread(asked.frame))
    case "pan": {
      const px = pxPerPt(view.getState())
      return panBy(asked.x * px, asked.y * px)
    }
    case "zoom": {
      const at = onCanvas(asked.at)
      return zoomAt(view.getState().zoom * asked.factor, at.x, at.y)
    }
    case "zoomTo":
      return zoomTo(asked.from, asked.to)
    case "insertBreak":
      return putBreakNear(asked.at)
    case "selectText":
      if (view.getState().tool === "mark" && takeSpot(asked.from, asked.to)) return
      return selectAt(asked)
  }
}

/** The frame that was drawn, empty, under an id that no other has. */
function newFrame({ role, region, upright }: NewFrame, page: string): Frame {
  const all = desk.getState().issue?.pages.flatMap(({ frames }) => frames) ?? []
  const id = freeId(`${page}-f${all.length + 1}`, new Set(all.map((frame) => frame.id)))
  const bare = { id, role, article: null, region, order: 0, slot: "" }
  if (role !== "rule" && role !== "box") return bare
  return { ...bare, look: { rule: RULE, tint: 0, ...(upright ? { upright } : {}) } }
}

/** A point of the page as CSS pixels of the canvas. */
function onCanvas({ x, y }: Point): Point {
  const state = view.getState()
  const px = pxPerPt(state)
  return { x: (x - state.left) * px, y: (y - state.top) * px }
}

/** Shows a rectangle of the page as large as the window holds it, in its middle. */
function zoomTo(from: Point, to: Point): void {
  const { width, height } = view.getState()
  const scale = Math.min(width / Math.abs(to.x - from.x), height / Math.abs(to.y - from.y))
  zoomAt(zoomFor(scale, view.getState()), 0, 0)
  const middle = onCanvas({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
  panBy(middle.x - width / 2, middle.y - height / 2)
}
