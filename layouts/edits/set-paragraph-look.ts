import { indexAt, storyAt, type Edit } from "../issue/change.ts"
import {
  PARAGRAPH_FIELDS,
  soundChange,
  type LookChange,
  type ParagraphLook,
} from "../issue/text-look.ts"

/**
 * Sets what is particular to paragraphs (段落格式): alignment, face, size, tracking, indent over those
 * of their style. Both indices are included; null takes a field away, what is not named stays.
 */
export function setParagraphLook(
  article: string,
  first: number,
  last: number,
  look: LookChange<ParagraphLook>,
): Edit {
  return {
    name: "set-paragraph-look",
    say: { zh: "改段落格式", en: "Format paragraph" },
    run(change) {
      const story = storyAt(change, article)
      const sound = soundChange<ParagraphLook>(PARAGRAPH_FIELDS, look)
      story?.paragraphs.forEach(({ text }, i) => {
        const end = indexAt(story, { paragraph: i, offset: text.length })
        if (i >= first && i <= last && end < story.text.length) story.text.format(end, 1, sound)
      })
    },
  }
}
