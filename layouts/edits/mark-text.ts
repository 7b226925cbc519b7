import { indexAt, placeWithin, storyAt, type Change } from "../issue/change.ts"
import type { MarkRange } from "../issue/mark.ts"
import { wholeOffset } from "../issue/story.ts"
import { ordered } from "./retype.ts"

/** A stretch of a text that marks are laid on, UTF-16 units, and that text whole. */
export interface TextStretch {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * The stretch of a story, its paragraphs ended by line feeds, or of words of the headline block;
 * places outside go to its nearest end. Null when the article has no such text.
 */
export function stretchIn(
  change: Change,
  article: string,
  { words, from, to }: Omit<Extract<MarkRange, { kind: "text" }>, "kind">,
): TextStretch | null {
  const its = change.issue.articles.find(({ id }) => id === article)
  const story = storyAt(change, article)
  if (!its || !story) return null
  if (words !== null) {
    const text = its[words]
    if (text === null) return null
    const ends = [from.offset, to.offset].map((offset) => wholeOffset(text, offset))
    return { from: Math.min(...ends), to: Math.max(...ends), text }
  }
  const [first, last] = ordered(placeWithin(story, from), placeWithin(story, to))
  const text = story.text.toString()
  return { from: indexAt(story, first), to: indexAt(story, last), text }
}
