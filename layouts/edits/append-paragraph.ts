import type { ParagraphRole } from "../issue/article.ts"
import { storyAt, type Edit } from "../issue/change.ts"
import { roleAttribute, storyWords } from "../issue/story.ts"

/** Adds a paragraph of a role at a story's end, such as a caption's credit (图片署名). */
export function appendParagraph(article: string, role: ParagraphRole, words: string): Edit {
  return {
    name: "append-paragraph",
    say: { zh: "加段", en: "Add paragraph" },
    run(change) {
      const story = storyAt(change, article)
      if (!story) return
      const line = storyWords(words).replaceAll("\n", " ")
      const open = story.text.length > 0 && !story.text.toString().endsWith("\n")
      const end = story.text.length
      story.text.insert(end, open ? `\n${line}` : line, {})
      story.text.insert(story.text.length, "\n", roleAttribute(role))
    },
  }
}
