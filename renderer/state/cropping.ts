import { createStore } from "zustand/vanilla"
import type { PlacedPicture } from "../../layouts/flow/pictures.ts"
import { desk } from "./desk.ts"
import { chosenPictureFrame } from "./place-pictures.ts"

/** The picture frame in which a picture is moved on the page (裁切), null for none. */
export const cropping = createStore<{ readonly frame: string | null }>(() => ({ frame: null }))

/** A picture that can be seen in a frame; null where none has come, or the frame is gone. */
function pictureAt(frame: string): PlacedPicture | null {
  const placed = desk
    .getState()
    .pages.flatMap(({ articles }) => articles)
    .flatMap(({ pictures }) => pictures)
    .find((one) => one.frame.id === frame)
  return placed?.shown ? placed : null
}

/** Lets a picture be moved in its frame on the page; false where there is none. */
export function cropIn(frame: string): boolean {
  if (!pictureAt(frame)) return false
  cropping.setState({ frame })
  return true
}

/** Whether the one chosen frame shows a picture. */
export function canCropChosen(): boolean {
  const frame = chosenPictureFrame()
  return frame !== null && pictureAt(frame.id) !== null
}

export function cropChosen(): void {
  const frame = chosenPictureFrame()
  if (frame) cropIn(frame.id)
}

export function endCrop(): void {
  cropping.setState({ frame: null })
}
