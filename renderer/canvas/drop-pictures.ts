import type { DragEvent } from "react"
import type { Frame } from "../../layouts/issue/page.ts"
import { composedPage, desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { dropPictures, isPicture } from "../state/place-pictures.ts"
import { pxPerPt, view } from "../state/view.ts"
import { frameAt } from "../tools/hit.ts"

/** Takes picture files that are dropped on the page; a drop with anything else in it is copy's. */
export function takePictures(event: DragEvent, means: Means): void {
  const files = [...event.dataTransfer.files]
  if (files.length === 0 || !files.every(({ name }) => isPicture(name))) return
  event.preventDefault()
  event.stopPropagation()
  void dropPictures(files, pictureFrameUnder(event), means)
}

/** The picture frame of the shown page under a pointer; null when there is none. */
function pictureFrameUnder({ clientX, clientY, currentTarget }: DragEvent): Frame | null {
  const canvas = currentTarget.querySelector(".page-canvas canvas")
  const page = composedPage(desk.getState(), view.getState().page)?.page
  if (!canvas || !page) return null
  const { left, top } = canvas.getBoundingClientRect()
  const state = view.getState()
  const px = pxPerPt(state)
  const at = { x: state.left + (clientX - left) / px, y: state.top + (clientY - top) / px }
  const frames = page.frames.filter(({ role }) => role === "picture")
  return frameAt({ frames, grid: page.grid, reach: 0 }, at)
}
