import { frameAt, type Change, type Edit } from "../issue/change.ts"
import { dropField, setField } from "../issue/content.ts"
import { canTurn, type Frame } from "../issue/page.ts"
import { standing } from "./frames.ts"

/**
 * Sets the words of frames down or across the page (竖排、横排). A story runs one way through all of
 * its frames, so its other text frames go with one of them; headlines and captions go alone.
 */
export function setVertical(frames: readonly string[], vertical: boolean): Edit {
  return {
    name: "set-vertical",
    say: vertical ? { zh: "竖排", en: "Set vertically" } : { zh: "横排", en: "Set horizontally" },
    run(change) {
      for (const id of new Set(frames.flatMap((frame) => withThread(change, frame)))) {
        const fields = frameAt(change, id)
        if (fields && vertical) setField(fields, "vertical", true)
        else if (fields) dropField(fields, "vertical")
      }
    },
  }
}

/** A frame that can be turned, and those that its story runs through; none for others. */
function withThread(change: Change, id: string): readonly string[] {
  const frame = standing(change, id)?.frame
  if (!frame || !canTurn(frame.role)) return []
  if (frame.role === "headline" || frame.article === null) return [id]
  const shares = (other: Frame): boolean =>
    other.article === frame.article && (other.role === "body" || other.role === "caption")
  const pages = change.issue.pages.flatMap((page) => page.frames)
  return pages.filter(shares).map((other) => other.id)
}
