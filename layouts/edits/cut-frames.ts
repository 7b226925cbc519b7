import type { Edit } from "../issue/change.ts"
import { removeFrames } from "./remove-frames.ts"

/** Takes frames off their pages for the clipboard (剪切框); locked ones stay. */
export function cutFrames(frames: readonly string[]): Edit {
  return {
    ...removeFrames(frames),
    name: "cut-frames",
    say: { zh: "剪切框", en: "Cut frames" },
  }
}
