import { indexAt, placeWithin, storyAt, type Edit } from "../issue/change.ts"
import type { Place } from "../issue/selection.ts"
import { roleAttribute } from "../issue/story.ts"
import { setRoleAt } from "./retype.ts"

/**
 * Parts a paragraph in two (分段). Both keep its role, but what is begun at the end of a subhead,
 * closing or credit is body text.
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
      story.text.insert(index, "\n", roleAttribute(paragraph.role))
      const opens = place.offset === paragraph.text.length && paragraph.role !== "body"
      if (opens) setRoleAt(story.text, index + 1, "body")
    },
  }
}
