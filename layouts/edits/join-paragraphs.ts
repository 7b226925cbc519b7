import { indexAt, storyAt, type Edit } from "../issue/change.ts"
import { setFeedAt } from "./retype.ts"

/** Joins a paragraph, by its index, to the one before it (并段), whose role and look stay. */
export function joinParagraphs(article: string, paragraph: number): Edit {
  return {
    name: "join-paragraphs",
    say: { zh: "并段", en: "Join paragraphs" },
    run(change) {
      const story = storyAt(change, article)
      const before = story?.paragraphs[paragraph - 1]
      if (!story || !before || !story.paragraphs[paragraph]) return
      const end = indexAt(story, { paragraph: paragraph - 1, offset: before.text.length })
      story.text.delete(end, 1)
      setFeedAt(story.text, end, before)
    },
  }
}
