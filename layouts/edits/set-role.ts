import type { ParagraphRole } from "../issue/article.ts"
import { indexAt, storyAt, type Edit } from "../issue/change.ts"
import { setRoleAt } from "./retype.ts"

/** Makes paragraphs body text, subheads, closings or credits; both indices are included. */
export function setRole(article: string, first: number, last: number, role: ParagraphRole): Edit {
  return {
    name: "set-role",
    say: { zh: "改段落类别", en: "Change paragraph role" },
    run(change) {
      const story = storyAt(change, article)
      story?.paragraphs.forEach((paragraph, i) => {
        if (i < first || i > last || paragraph.role === role) return
        setRoleAt(story.text, indexAt(story, { paragraph: i, offset: 0 }), role)
      })
    },
  }
}
