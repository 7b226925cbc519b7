import { storyAt, type Edit } from "../issue/change.ts"
import { freeItem } from "./set-name-line.ts"
import { textsIn } from "./format-text.ts"
import type { Stretch } from "./retype.ts"

/** Longest reading, UTF-16 units; what is longer is cut. */
const MOST_READING = 80

/**
 * Sets a reading over characters (注音): where its words are as many as they, one each, else over
 * them all. Null or a blank takes readings away.
 */
export function setRuby(article: string, stretch: Stretch, reading: string | null): Edit {
  return {
    name: "set-ruby",
    say: { zh: "注音", en: "Reading over text" },
    run(change) {
      const story = storyAt(change, article)
      const ruby = reading?.trim().slice(0, MOST_READING) || null
      if (!story) return
      for (const part of textsIn(story, stretch)) {
        if (part.length === 0) continue
        const item = ruby && freeItem(story, part, (look) => look.ruby === ruby && look.rubyItem)
        story.text.format(part.start, part.length, { ruby, rubyItem: item || null })
      }
    },
  }
}
