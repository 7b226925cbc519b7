import { storyAt, type Edit } from "../issue/change.ts"
import type { Place } from "../issue/selection.ts"
import { takeBreaks } from "./column-breaks.ts"

/** Takes the original column break at a place away (删原栏断点). */
export function removeBreak(article: string, at: Place): Edit {
  return {
    name: "remove-break",
    say: { zh: "删原栏断点", en: "Remove column break" },
    run(change) {
      const story = storyAt(change, article)
      if (story) takeBreaks(change, story, at)
    },
  }
}
