import { frameAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import { articleKey, setThread, threadOf } from "./frames.ts"

/**
 * Threads body frames in the order given (续排): they take up the article's text, before its other
 * frames. Frames of another role are left alone.
 */
export function threadFrames(article: string, frames: readonly string[]): Edit {
  return {
    name: "thread-frames",
    say: { zh: "续排", en: "Thread frames" },
    run(change) {
      const key = articleKey(change, article)
      if (key === null) return
      const all = change.issue.pages.flatMap((page) => page.frames)
      const body = new Set(all.filter(({ role }) => role === "body").map(({ id }) => id))
      const first = [...new Set(frames)].filter((id) => body.has(id))
      const others = threadOf(change, article).filter(({ id }) => !first.includes(id))
      const thread = [...first, ...others.map(({ id }) => id)]
      const links = thread.map((id) => frameAt(change, id)).filter((link) => link !== null)
      for (const link of links) setField(link, "article", key)
      setThread(links)
    },
  }
}
