import type { Edit } from "../issue/change.ts"
import type { Frame } from "../issue/page.ts"
import { exchangeFrames } from "./frames.ts"

/** Puts a frame on top of a page (画框). A body frame goes to the end of its article's thread. */
export function addFrame(page: string, frame: Frame): Edit {
  return {
    name: "add-frame",
    say: { zh: "画框", en: "Add frame" },
    run: (change) => exchangeFrames(change, { page, frames: [frame], dropped: [] }),
  }
}
