import { frameAt, type Edit } from "../issue/change.ts"
import { dropField, setField } from "../issue/content.ts"
import { standing } from "./frames.ts"

/** Prints the words of headline frames in an ink (标题墨色); null is as their styles say. */
export function setFrameInk(frames: readonly string[], ink: string | null): Edit {
  return {
    name: "set-frame-ink",
    say: { zh: "改标题墨色", en: "Change headline ink" },
    run(change) {
      for (const id of frames) {
        const fields = frameAt(change, id)
        if (!fields || standing(change, id)?.frame.role !== "headline") continue
        if (ink === null) dropField(fields, "ink")
        else setField(fields, "ink", ink)
      }
    },
  }
}
