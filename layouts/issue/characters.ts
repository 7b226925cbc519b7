import type { Article, Paragraph } from "./article.ts"

/** Characters of paragraphs that were counted already, by identity. */
const counted = new WeakMap<Paragraph, number>()

/** Characters of an article's running text, without blanks. */
export function charactersOf({ story }: Article): number {
  return story.reduce((sum, paragraph) => {
    const count = counted.get(paragraph) ?? charactersIn(paragraph.text)
    counted.set(paragraph, count)
    return sum + count
  }, 0)
}

/** Characters of a text, without blanks. */
export function charactersIn(text: string): number {
  let count = 0
  for (const character of text) if (character.trim() !== "") count += 1
  return count
}
