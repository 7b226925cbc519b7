import type { ParagraphRole } from "../issue/article.ts"
import { placeWithin, storyAt, type Edit, type StoryAt } from "../issue/change.ts"
import type { Place } from "../issue/selection.ts"
import { storyWords } from "../issue/story.ts"
import { ordered, replaceStretch, setRoleAt, type Stretch } from "./retype.ts"

/** A paragraph that comes from elsewhere: its text has no line feeds. */
export interface LooseParagraph {
  readonly role: ParagraphRole
  readonly text: string
}

/**
 * Puts paragraphs in place of a stretch of a story (粘贴). The first goes on the paragraph that the
 * stretch begins in, what followed the stretch goes on the last. A paragraph that words of the story
 * are left in keeps its role; the others bring theirs.
 */
export function putParagraphs(
  article: string,
  stretch: Stretch,
  paragraphs: readonly LooseParagraph[],
): Edit {
  return {
    name: "put-paragraphs",
    say: { zh: "粘贴", en: "Paste" },
    run(change) {
      const story = storyAt(change, article)
      if (!story) return
      const [from, to] = ordered(placeWithin(story, stretch.from), placeWithin(story, stretch.to))
      const roles = rolesOf(story, from, to, paragraphs)
      const words = paragraphs.map(({ text }) => storyWords(text).replaceAll("\n", " "))
      replaceStretch(story, { from, to }, words.join("\n"))
      roles.forEach((role, i) => setRoleAt(story.text, startOf(story, from.paragraph + i), role))
    },
  }
}

function rolesOf(
  { paragraphs: story }: StoryAt,
  from: Place,
  to: Place,
  paragraphs: readonly LooseParagraph[],
): readonly ParagraphRole[] {
  const [first, last] = [story[from.paragraph], story[to.paragraph]]
  const leftBefore = from.offset > 0
  const leftAfter = last !== undefined && to.offset < last.text.length
  const single = paragraphs.length === 1
  return paragraphs.map(({ role }, i) => {
    const keepsFirst = i === 0 && (leftBefore || (single && leftAfter))
    if (keepsFirst) return first?.role ?? role
    return i === paragraphs.length - 1 && leftAfter ? last.role : role
  })
}

/** Where a paragraph of the shared text begins. */
function startOf({ text }: StoryAt, paragraph: number): number {
  const words = text.toString()
  let at = 0
  for (let i = 0; i < paragraph; i += 1) at = words.indexOf("\n", at) + 1
  return at
}
