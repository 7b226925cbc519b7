import { placeWithin, storyAt, type Edit } from "../issue/change.ts"
import type { Place } from "../issue/selection.ts"
import { isInside, putBreak, takeBreaks } from "./column-breaks.ts"

/** Moves the original column break at one place to another inside a paragraph (移原栏断点). */
export function moveBreak(article: string, from: Place, to: Place): Edit {
  return {
    name: "move-break",
    say: { zh: "移原栏断点", en: "Move column break" },
    run(change) {
      const story = storyAt(change, article)
      if (!story) return
      const [old, fresh] = [placeWithin(story, from), placeWithin(story, to)]
      const same = old.paragraph === fresh.paragraph && old.offset === fresh.offset
      if (!same && isInside(story, fresh) && takeBreaks(change, story, old))
        putBreak(change, story, fresh)
    },
  }
}
