import { frameAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import { takesArticle } from "../issue/page.ts"
import { articleKey, leaveThread, standing, threadOf } from "./frames.ts"

/**
 * Lets a frame show its part of an article (稿件入框), by its role; a body frame goes to the end of
 * the article's thread. What it showed before it shows no longer. Notices, rules and boxes take none.
 */
export function fillFrame(frame: string, article: string): Edit {
  return {
    name: "fill-frame",
    say: { zh: "稿件入框", en: "Fill frame" },
    run(change) {
      const found = standing(change, frame)?.frame
      const fields = frameAt(change, frame)
      const key = articleKey(change, article)
      if (!found || !fields || key === null || !takesArticle(found.role)) return
      if (found.article === article) return
      if (found.role === "body") {
        leaveThread(change, found)
        setField(fields, "order", threadOf(change, article).length)
      }
      setField(fields, "article", key)
    },
  }
}
