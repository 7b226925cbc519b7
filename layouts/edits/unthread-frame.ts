import { frameAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import { leaveThread } from "./frames.ts"

/** Takes a body frame out of its thread (断开续排); it stays on the page, empty. */
export function unthreadFrame(frame: string): Edit {
  return {
    name: "unthread-frame",
    say: { zh: "断开续排", en: "Unthread frame" },
    run(change) {
      const all = change.issue.pages.flatMap((page) => page.frames)
      const found = all.find(({ id, role }) => id === frame && role === "body")
      const fields = frameAt(change, frame)
      if (!fields || !found?.article) return
      leaveThread(change, found)
      setField(fields, "article", null)
      setField(fields, "order", 0)
    },
  }
}
