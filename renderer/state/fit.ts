import { desk } from "./desk.ts"
import { extentOf, leavesOfTurns, leavesOf, type Leaf } from "./spread.ts"
import { fitTo, view } from "./view.ts"

/** The pages that the window shows, left to right; none while there is no page. */
export function shownLeaves(): readonly Leaf[] {
  const { page, spread } = view.getState()
  const { issue } = desk.getState()
  return issue && page !== null ? leavesOf(issue.pages, page, spread) : []
}

/** The pages that can be turned to, the nearest first. */
export function leavesToTurnTo(): readonly Leaf[] {
  const { page, spread } = view.getState()
  const { issue } = desk.getState()
  return issue && page !== null ? leavesOfTurns(issue.pages, page, spread) : []
}

/** Shows all that is on the desk, or all of its width; the window stays so when it is resized. */
export function fitShown(fit: "page" | "width"): void {
  const leaves = shownLeaves()
  if (leaves.length > 0) fitTo(extentOf(leaves), fit)
}

/** Fills the window again with what it was filled with, after it or the pages changed. */
export function refit(): void {
  const { fit } = view.getState()
  if (fit) fitShown(fit)
}

/** Works on another page of the spread; nothing moves in the window. */
export function turnTo({ page, offset }: Leaf): void {
  view.setState(({ left }) => ({ page, left: left - offset, selection: [] }))
}
