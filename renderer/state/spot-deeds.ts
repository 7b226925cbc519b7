import type { Point } from "../tools/tool.ts"
import { selectText } from "./actions.ts"
import { composedPage, desk } from "./desk.ts"
import { movedSpot, spotAt, spotOfFrame } from "./mark-spot.ts"
import { proof } from "./proof.ts"
import { revealSpot } from "./jump.ts"
import { pxPerPt, view } from "./view.ts"

/** Takes what the proof tool is pressed or dragged on beside text, to be marked; false on text. */
export function takeSpot(from: Point, to: Point): boolean {
  const page = composedPage(desk.getState(), view.getState().page)
  const spot = page && spotAt(page, from, to)
  if (spot) selectText(null)
  proof.setState({ spot })
  return spot !== null
}

/** Takes the chosen frame to be marked, else a place in the middle of what is seen; for keys alone. */
export function takeChosenSpot(): void {
  const { selection, page: id, left, top, width, height } = view.getState()
  const page = composedPage(desk.getState(), id)
  if (!page) return
  const px = pxPerPt(view.getState())
  const middle = { x: left + width / px / 2, y: top + height / px / 2 }
  const frame = selection.at(-1)
  const none = { ...page, articles: [], page: { ...page.page, frames: [] } }
  const spot =
    (frame === undefined ? null : spotOfFrame(page, frame)) ?? spotAt(none, middle, middle)
  selectText(null)
  view.setState({ tool: "mark", selection: [] })
  proof.setState({ spot, asked: null })
  if (spot) revealSpot({ page: spot.page, boxes: [spot.box] })
}

const ARROWS: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Moves the taken place of the page by an arrow, with Shift its far corner; false for another key. */
export function moveSpot(key: string, grow: boolean): boolean {
  const { spot } = proof.getState()
  const page = composedPage(desk.getState(), spot?.page ?? null)
  const arrow = ARROWS[key]
  if (!spot || !page || !arrow) return false
  const [across, down] = arrow
  proof.setState({ spot: movedSpot(spot, page, { across, down, grow }) })
  return true
}

// A spot is taken by the proof tool alone.
view.subscribe(({ tool }) => {
  if (tool !== "mark" && proof.getState().spot) proof.setState({ spot: null })
})
