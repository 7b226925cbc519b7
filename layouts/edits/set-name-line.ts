import { storyAt, type Edit, type StoryAt } from "../issue/change.ts"
import { lookAt } from "../issue/spans.ts"
import type { NameLine, SpanLook } from "../issue/text-look.ts"
import { textsIn } from "./format-text.ts"
import type { Stretch } from "./retype.ts"

/**
 * Draws a line along a name (专名号) or a title (书名号甲式); null takes it away. What is marked at once
 * is one name in each paragraph, apart from a name that it touches.
 */
export function setNameLine(article: string, stretch: Stretch, line: NameLine | null): Edit {
  return {
    name: "set-name-line",
    say: { zh: "专名号和书名号", en: "Line along a name" },
    run(change) {
      const story = storyAt(change, article)
      if (!story) return
      for (const part of textsIn(story, stretch)) {
        if (part.length === 0) continue
        const item =
          line === null ? 0 : freeItem(story, part, (look) => look.line === line && look.lineItem)
        story.text.format(part.start, part.length, { line, lineItem: item || null })
      }
    },
  }
}

/** The least number that neither neighbour of a stretch has; `of` is false for one that is no such thing. */
export function freeItem(
  { paragraphs }: StoryAt,
  { paragraph, offset, length }: { paragraph: number; offset: number; length: number },
  of: (look: SpanLook) => number | false | undefined,
): number {
  const { spans, text } = paragraphs[paragraph]!
  const before = offset > 0 ? of(lookAt(spans, offset - 1)) : false
  const after = offset + length < text.length ? of(lookAt(spans, offset + length)) : false
  const taken = [before, after].map((item) => (item === false ? -1 : (item ?? 0)))
  return [0, 1, 2].find((item) => !taken.includes(item))!
}
