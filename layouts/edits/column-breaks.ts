import { addBreak, breakIndex } from "../issue/break-anchor.ts"
import { indexAt, placeWithin, type Change, type StoryAt } from "../issue/change.ts"
import { mapField } from "../issue/content.ts"
import type { Place } from "../issue/selection.ts"

/** Whether a place has text of its paragraph on both sides, as a break must. */
export function isInside({ paragraphs }: StoryAt, { paragraph, offset }: Place): boolean {
  return offset > 0 && offset < (paragraphs[paragraph]?.text.length ?? 0)
}

/** Puts an original column break at a place inside a paragraph, where there is none yet. */
export function putBreak(change: Change, story: StoryAt, at: Place): void {
  const place = placeWithin(story, at)
  const known = story.paragraphs[place.paragraph]?.columnBreaks ?? []
  if (!isInside(story, place) || known.some(({ offset }) => offset === place.offset)) return
  addBreak(change.content, story.fields, indexAt(story, place))
}

/** Takes away every break at a place; false when there was none. */
export function takeBreaks({ content }: Change, story: StoryAt, at: Place): boolean {
  const breaks = mapField(story.fields, "breaks")
  const index = indexAt(story, placeWithin(story, at))
  const text = story.text.toString()
  const there = [...(breaks?.keys() ?? [])].filter(
    (key) => breakIndex(content, story.text, key, text) === index,
  )
  for (const key of there) breaks?.delete(key)
  return there.length > 0
}
