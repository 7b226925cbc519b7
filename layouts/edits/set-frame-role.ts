import { frameAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import { isDrawn, takesArticle, type FrameRole } from "../issue/page.ts"
import { standing, threadOf } from "./frames.ts"

/**
 * Lets frames show another part of their article (改框的用途); one that becomes text goes to the end
 * of the thread, one that becomes a notice lets its article go. Rules and boxes stay what they are.
 */
export function setFrameRole(frames: readonly string[], role: FrameRole): Edit {
  return {
    name: "set-frame-role",
    say: { zh: "改框的用途", en: "Change frame role" },
    run(change) {
      if (isDrawn(role)) return
      const ends = new Map<string, number>()
      for (const id of new Set(frames)) {
        const found = standing(change, id)?.frame
        const fields = frameAt(change, id)
        if (!found || !fields || found.role === role || isDrawn(found.role)) continue
        setField(fields, "role", role)
        if (!takesArticle(role)) setField(fields, "article", null)
        const { article } = found
        const threaded = role === "body" && article !== null
        const end = threaded ? (ends.get(article) ?? threadOf(change, article).length) : 0
        if (threaded) ends.set(article, end + 1)
        setField(fields, "order", end)
      }
    },
  }
}
