import { indexAt, storyAt, type Edit } from "../issue/change.ts"
import { PARAGRAPH_FIELDS, SPAN_FIELDS } from "../issue/text-look.ts"
import { textsIn } from "./format-text.ts"
import type { Stretch } from "./retype.ts"

/**
 * Takes away what is set of a stretch's characters and of the paragraphs that it touches (清除格式),
 * so that their styles show. A stretch of no length clears its paragraph alone.
 */
export function clearFormat(article: string, stretch: Stretch): Edit {
  return {
    name: "clear-format",
    say: { zh: "清除格式", en: "Clear formatting" },
    run(change) {
      const story = storyAt(change, article)
      if (!story) return
      for (const { paragraph, start, length } of textsIn(story, stretch)) {
        if (length > 0) story.text.format(start, length, nothing(SPAN_FIELDS))
        const { text } = story.paragraphs[paragraph]!
        const end = indexAt(story, { paragraph, offset: text.length })
        if (end < story.text.length) story.text.format(end, 1, nothing(PARAGRAPH_FIELDS))
      }
    },
  }
}

function nothing(fields: readonly string[]): Readonly<Record<string, null>> {
  return Object.fromEntries(fields.map((field) => [field, null]))
}
