import type { Article } from "../../issue/article.ts"
import type { Passage } from "./note.ts"

/** The passages of an article in reading order; empty ones are left out. */
export function passagesOf(article: Article): readonly Passage[] {
  const { kicker, headline, deck } = article
  const head = Object.entries({ kicker, headline, deck }) as [Passage["field"], string | null][]
  return [
    ...head.map(([field, text]) => ({ field, paragraph: null, text: text ?? "", dateline: 0 })),
    ...article.story.map(({ role, text, dateline }, paragraph) => ({
      ...{ field: role, paragraph, text, dateline },
    })),
  ].filter(({ text }) => text !== "")
}
