import type { HeadWords } from "../issue/article.ts"
import { articleAt, storyAt, type Change, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import { storyWords } from "../issue/story.ts"
import { replaceStretch } from "./retype.ts"
import { retyped } from "./retype-words.ts"

/** A stretch of a paragraph, or of words of the headline block, and what it becomes. */
export interface TextChange {
  readonly article: string
  /** Null in the story. */
  readonly words: HeadWords | null
  /** Index into the story; 0 in the headline block. */
  readonly paragraph: number
  readonly from: number
  readonly to: number
  readonly put: string
}

/**
 * Replaces many stretches of one issue at once (全部替换): one step of undo, whatever their number.
 * The stretches of a text are given as it stands before the edit, and do not overlap.
 */
export function replaceTexts(changes: readonly TextChange[]): Edit {
  return {
    name: "replace-texts",
    say: { zh: "替换", en: "Replace" },
    run(change) {
      // From the last to the first, so that what is before a stretch has not moved yet.
      const order = changes.toSorted((a, b) => b.paragraph - a.paragraph || b.from - a.from)
      for (const one of order.filter(({ words }) => words === null)) replaceInStory(change, one)
      replaceInHeads(change, order)
    },
  }
}

function replaceInStory(change: Change, { article, paragraph, from, to, put }: TextChange): void {
  const story = storyAt(change, article)
  if (!story?.paragraphs[paragraph]) return
  const stretch = { from: { paragraph, offset: from }, to: { paragraph, offset: to } }
  replaceStretch(story, stretch, storyWords(put))
}

/** Headings are read once and written once, after all of their stretches. */
function replaceInHeads(change: Change, order: readonly TextChange[]): void {
  for (const id of new Set(order.map(({ article }) => article))) {
    const fields = articleAt(change, id)
    let article = change.issue.articles.find((one) => one.id === id)
    if (!fields || !article) continue
    for (const { words, from, to, put } of order.filter((one) => one.article === id)) {
      if (words === null) continue
      const { text, parts } = retyped(article, words, { from, to }, put)
      article = { ...article, [words]: text === "" ? null : text }
      if (words === "headline") article = { ...article, headlineParts: parts }
      setField(fields, words, article[words])
      if (words === "headline") setField(fields, "headlineParts", JSON.stringify(parts))
    }
  }
}
