import { storyAt, type Edit } from "../issue/change.ts"
import type { Place } from "../issue/selection.ts"
import { putBreak } from "./column-breaks.ts"

/** Notes that a printed column ended at a place inside a paragraph (加原栏断点). */
export function insertBreak(article: string, at: Place): Edit {
  return {
    name: "insert-break",
    say: { zh: "加原栏断点", en: "Insert column break" },
    run(change) {
      const story = storyAt(change, article)
      if (story) putBreak(change, story, at)
    },
  }
}
