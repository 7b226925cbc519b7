import type { Edit } from "../issue/change.ts"
import { dropFrames, looseFrames } from "./frames.ts"

/** Removes frames (删框); the articles in them stay, locked frames too. */
export function removeFrames(frames: readonly string[]): Edit {
  return {
    name: "remove-frames",
    say: { zh: "删框", en: "Remove frames" },
    run(change) {
      const loose = change.issue.pages.flatMap((page) => looseFrames(page, frames))
      dropFrames(
        change,
        loose.map(({ id }) => id),
      )
    },
  }
}
