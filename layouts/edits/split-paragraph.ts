import { indexAt, placeWithin, storyAt, type Edit } from "../issue/change.ts"
import type { Place } from "../issue/selection.ts"
import { feedAttributes } from "../issue/story.ts"
import { setFeedAt } from "./retype.ts"

/**
 * Parts a paragraph in two (分段). Both keep its role and look, but a large first character stays with
 * the first, and what is begun at the end of a
 * subhead, closing or credit is plain body text.
 */
export function splitParagraph(article: string, at: Place): Edit {
  return {
    name: "split-paragraph",
    say: { zh: "分段", en: "Split paragraph" },
    run(change) {
      const story = storyAt(change, article)
      if (!story) return
      const place = placeWithin(story, at)
      const paragraph = story.paragraphs[place.paragraph]
      if (!paragraph) return
      const index = indexAt(story, place)
      const feedAfter = index + 1 + paragraph.text.length - place.offset
      story.text.insert(index, "\n", feedAttributes(paragraph.role, paragraph.look))
      if (paragraph.look?.drop !== undefined) story.text.format(feedAfter, 1, { drop: null })
      const opens = place.offset === paragraph.text.length && paragraph.role !== "body"
      if (opens) setFeedAt(story.text, index + 1, { role: "body" })
    },
  }
}
