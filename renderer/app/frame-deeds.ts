import { alignFrames, type AlignEdge } from "../../layouts/edits/align-frames.ts"
import { bunchesOf } from "../../layouts/edits/bunches.ts"
import { cutFrames } from "../../layouts/edits/cut-frames.ts"
import { distributeFrames } from "../../layouts/edits/distribute-frames.ts"
import { groupFrames } from "../../layouts/edits/group-frames.ts"
import { breakThread } from "../../layouts/edits/link-frames.ts"
import { lockFrames } from "../../layouts/edits/lock-frames.ts"
import { canMerge, mergeFrames } from "../../layouts/edits/merge-frames.ts"
import { moveFrames, type Shift } from "../../layouts/edits/move-frames.ts"
import { orderFrames } from "../../layouts/edits/order-frames.ts"
import { duplicateFrames, pasteFrames } from "../../layouts/edits/paste-frames.ts"
import { removeFrames } from "../../layouts/edits/remove-frames.ts"
import { setRules } from "../../layouts/edits/set-rules.ts"
import { canSplit, splitFrame, type Cut } from "../../layouts/edits/split-frame.ts"
import { unthreadFrame } from "../../layouts/edits/unthread-frame.ts"
import { boxOf } from "../../layouts/grid/geometry.ts"
import type { Frame, Page, PageRules } from "../../layouts/issue/page.ts"
import { pt } from "../../layouts/units.ts"
import { perform, selectFrames } from "../state/actions.ts"
import { chosen, performAndChoose, type Chosen } from "../state/chosen.ts"
import { composedPage, desk } from "../state/desk.ts"
import { view } from "../state/view.ts"
import { withBlocks } from "../tools/block.ts"
import { gutterAt, lineEdgeAt } from "../tools/grid-steps.ts"
import { isInside } from "../tools/hit.ts"

/** Frames that were cut or copied in this window, and how often they were pasted since. */
let clipboard: { readonly page: string; readonly frames: readonly Frame[]; pasted: number } | null =
  null

/** Weight of the rules between articles where the page had none, pt. */
const RULE = pt(0.3)

/** How far a copy stands from its original, in lines. */
const OFF = 2

/** Whether frames were cut or copied. */
export function hasClipboard(): boolean {
  return clipboard !== null
}

/** Copies the chosen frames with their blocks, and with `cut` takes them off the page. */
export function copyChosen(cut: boolean): void {
  const now = chosenBlocks()
  if (!now) return
  clipboard = { page: now.page.id, frames: now.frames, pasted: cut ? 0 : 1 }
  if (cut) perform(cutFrames(now.ids))
}

/** Pastes the frames that were copied: in their place, or a little off what stands there. */
export function paste(inPlace: boolean): void {
  const { page } = view.getState()
  if (!clipboard || page === null) return
  const there = clipboard.page === page && !inPlace
  const lines = there ? OFF * clipboard.pasted : 0
  performAndChoose(page, pasteFrames(page, clipboard.frames, { columns: 0, lines }))
  clipboard.pasted += 1
}

/** Puts copies of the chosen frames with their blocks a little lower. */
export function duplicate(): void {
  const now = chosenBlocks()
  if (!now) return
  const by = { columns: 0, lines: OFF }
  performAndChoose(now.page.id, duplicateFrames(now.page.id, now.ids, by))
}

/** Moves the chosen frames by whole columns and lines: with their blocks, or alone. */
export function nudge(by: Shift, alone: boolean): void {
  const now = alone ? chosen() : chosenBlocks()
  if (now) perform(moveFrames(now.page.id, now.ids, by))
}

/** The chosen frames with the blocks that go with them; null when nothing is chosen. */
function chosenBlocks(): Chosen | null {
  const now = chosen()
  if (!now) return null
  const ids = withBlocks(now.page.frames, now.ids)
  return { page: now.page, frames: now.page.frames.filter(({ id }) => ids.includes(id)), ids }
}

/** Removes the chosen frames. */
export function removeChosen(): void {
  const now = chosen()
  if (now) perform(removeFrames(now.ids))
}

/** Chooses all frames of the page that is shown. */
export function chooseAll(): void {
  const page = composedPage(desk.getState(), view.getState().page)?.page
  if (page)
    selectFrames(
      page.id,
      page.frames.map(({ id }) => id),
    )
}

export function group(grouped: boolean): void {
  const now = chosen()
  if (now) perform(groupFrames(now.ids, grouped))
}

/** Locks the chosen frames, or frees them when all are locked. */
export function switchLock(): void {
  const now = chosen()
  if (now) perform(lockFrames(now.ids, !now.frames.every(({ locked }) => locked)))
}

/** Moves the chosen frames up or down in the stack: by one, or all the way. */
export function restack(step: 1 | -1, whole: boolean): void {
  const now = chosen()
  if (!now) return
  const stack = now.page.frames
  const others = stack.filter(({ id }) => !now.ids.includes(id)).length
  const at = now.frames.map((frame) => stack.indexOf(frame))
  const below = step > 0 ? Math.max(...at) + 1 - now.ids.length : Math.min(...at)
  const index = whole ? (step > 0 ? others : 0) : below + step
  perform(orderFrames(now.page.id, now.ids, Math.max(0, Math.min(others, index))))
}

/** Aligns the chosen frames to each other; one alone to the type area. */
export function align(edge: AlignEdge): void {
  const now = chosen()
  if (!now) return
  const alone = bunchesOf(now.page, now.ids).length === 1
  perform(alignFrames(now.page.id, now.ids, edge, alone ? "area" : "selection"))
}

/** Whether there are enough frames to share the room between them. */
export function canDistribute(): boolean {
  const now = chosen()
  return now !== null && bunchesOf(now.page, now.ids).length >= 3
}

export function distribute(way: "across" | "down"): void {
  const now = chosen()
  if (now) perform(distributeFrames(now.page.id, now.ids, way))
}

/** Where a frame is cut in two: where its menu was asked for, else in its middle. */
function cutOf({ region }: Frame, { grid }: Page, across: Cut["across"]): Cut {
  const { menuAt } = view.getState()
  const { column, columns, line, lines } = region
  const most = (across === "column" ? columns : lines) - 1
  const middle = Math.floor((most + 1) / 2)
  if (!menuAt || !isInside(boxOf(grid, region), menuAt)) return { across, after: middle }
  const after =
    across === "column" ? gutterAt(grid, menuAt) - column : lineEdgeAt(grid, menuAt) - line
  return { across, after: Math.max(1, Math.min(most, after)) }
}

/** The one chosen frame and where it can be cut in two; null when it cannot. */
function cutChosen(across: Cut["across"]): { readonly frame: string; readonly cut: Cut } | null {
  const now = chosen()
  const [frame] = now?.frames ?? []
  if (!now || !frame || now.frames.length > 1) return null
  const cut = cutOf(frame, now.page, across)
  return canSplit(frame, cut) ? { frame: frame.id, cut } : null
}

/** Whether the one chosen frame can be cut in two. */
export function canCut(across: Cut["across"]): boolean {
  return cutChosen(across) !== null
}

/** Cuts the one chosen frame in two between its columns or its lines. */
export function cutInTwo(across: Cut["across"]): void {
  const found = cutChosen(across)
  if (found) perform(splitFrame(found.frame, found.cut))
}

/** Whether the chosen frames can be made one. */
export function canMergeChosen(): boolean {
  const now = chosen()
  return now !== null && canMerge(now.page, now.ids)
}

export function mergeChosen(): void {
  const now = chosen()
  if (now) perform(mergeFrames(now.page.id, now.ids))
}

/** Whether one text frame of an article is chosen. */
export function isThreaded(): boolean {
  const frames = chosen()?.frames ?? []
  const [frame] = frames
  return frames.length === 1 && frame!.role === "body" && frame!.article !== null
}

/** Takes the chosen frame out of its thread, or ends the thread before it. */
export function unthread(rest: boolean): void {
  const [frame] = chosen()?.frames ?? []
  if (frame) perform(rest ? breakThread(frame.id) : unthreadFrame(frame.id))
}

/** Whether the page that is shown draws rules of a kind between its articles. */
export function hasRules(kind: keyof PageRules): boolean {
  const page = composedPage(desk.getState(), view.getState().page)?.page
  return page ? page.rules[kind] !== null : false
}

/** Draws the rules of a kind between the page's articles, or leaves them out. */
export function switchRules(kind: keyof PageRules): void {
  const { page } = view.getState()
  if (page !== null) perform(setRules(page, { [kind]: hasRules(kind) ? null : RULE }))
}
