import { indexAt, placeWithin, storyAt, type Edit, type StoryAt } from "../issue/change.ts"
import { soundChange, SPAN_FIELDS, type LookChange, type SpanLook } from "../issue/text-look.ts"
import { ordered, type Stretch } from "./retype.ts"

/**
 * Sets characters of a story in a character style, face, weight, size or tracking (字符格式) over
 * their paragraph's, with dots (着重号), as small figures (上下角); null takes a field away, what is not named stays.
 */
export function formatText(article: string, stretch: Stretch, look: LookChange<SpanLook>): Edit {
  return {
    name: "format-text",
    say: { zh: "改字符格式", en: "Format text" },
    run(change) {
      const story = storyAt(change, article)
      const sound = soundChange<SpanLook>(SPAN_FIELDS, look)
      if (!story) return
      for (const { start, length } of textsIn(story, stretch))
        if (length > 0) story.text.format(start, length, sound)
    },
  }
}

/** The parts of a stretch by paragraph, without line feeds: where each begins in the shared text. */
export function textsIn(
  story: StoryAt,
  stretch: Stretch,
): readonly {
  readonly paragraph: number
  readonly offset: number
  readonly start: number
  readonly length: number
}[] {
  const [from, to] = ordered(placeWithin(story, stretch.from), placeWithin(story, stretch.to))
  return story.paragraphs.slice(from.paragraph, to.paragraph + 1).map(({ text }, i) => {
    const paragraph = from.paragraph + i
    const offset = i === 0 ? from.offset : 0
    const end = paragraph === to.paragraph ? to.offset : text.length
    return { paragraph, offset, start: indexAt(story, { paragraph, offset }), length: end - offset }
  })
}
